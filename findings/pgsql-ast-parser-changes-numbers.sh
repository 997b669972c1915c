#!/usr/bin/env bash
# pgsql-ast-parser 12.0.2 (npm), tried in PGlite (npm: @electric-sql/pglite 0.5.17, PostgreSQL 18). Needs npm.
# Expected: what is parsed and written again with toSql does the same as before, or an error is raised.
# Seen: without an error, a bigint above 2^53 becomes its neighbour (another row is found, or none), a long decimal loses its digits, 1e3 and
# 1_000 become 1, and interval '30' day becomes 30 seconds, with what follows as the column's name; and `a || b ->> 'k'`, where both
# operators have the same rank, is read as `a || (b ->> 'k')`, so that a merged object's field becomes the text of two things.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent pgsql-ast-parser@12.0.2 @electric-sql/pglite@0.5.17
cat > write.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { parse, toSql } from 'pgsql-ast-parser';
const database = new PGlite();
await database.exec(`CREATE TABLE accounts (id bigint, settings jsonb, own jsonb);
  INSERT INTO accounts VALUES (9007199254740992, '{"lang": "en"}', '{"lang": "de"}'), (9007199254740993, '{"lang": "en"}', '{"lang": "fr"}')`);
const answer = async query => {
  const { rows, fields } = await database.query(query, [], { rowMode: 'array', parsers: { 20: text => text } });
  return `${fields[0].name} ${rows[0][0]}`;
};
for (const query of [
  'SELECT id FROM accounts WHERE id = 9007199254740993',
  'SELECT 12345678901234567.89 AS amount',
  'SELECT 1e3',
  'SELECT 1_000',
  "SELECT interval '30' day",
  "SELECT settings || own ->> 'lang' AS lang FROM accounts WHERE own ->> 'lang' = 'de'",
]) console.log(`${query}: ${await answer(query)} -> ${await answer(toSql.statement(parse(query)[0]))}`);
JS
seen=$(node write.mjs)
echo "$seen"
[ "$seen" = "SELECT id FROM accounts WHERE id = 9007199254740993: id 9007199254740993 -> id 9007199254740992
SELECT 12345678901234567.89 AS amount: amount 12345678901234567.89 -> amount 12345678901234568
SELECT 1e3: ?column? 1000 -> e3 1
SELECT 1_000: ?column? 1000 -> _000 1
SELECT interval '30' day: interval 30 days -> day 00:00:30
SELECT settings || own ->> 'lang' AS lang FROM accounts WHERE own ->> 'lang' = 'de': lang de -> lang {\"lang\": \"en\"}de" ] || { echo "changed"; exit 1; }
