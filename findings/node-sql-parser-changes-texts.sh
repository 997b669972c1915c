#!/usr/bin/env bash
# node-sql-parser 5.4.0 (npm) with its database Postgresql, tried in PGlite (npm: @electric-sql/pglite 0.5.17, PostgreSQL 18). Needs npm.
# Expected: astify and sqlify give a query that does the same, or raise an error.
# Seen: without an error, `\t`, `\n` and `\b` in plain texts, where PostgreSQL has two characters, become one:
# another text is inserted; ISNULL and NOTNULL become the name of a column whose value is the operand's; 1_000 becomes 1 and 0xff becomes 0,
# with what follows as the column's name; a negative bigint is rounded, a positive one isn't; ONLY becomes the table's name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent node-sql-parser@5.4.0 @electric-sql/pglite@0.5.17
cat > write.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import parsers from 'node-sql-parser';
const [parser, options, database] = [new parsers.Parser(), { database: 'Postgresql' }, new PGlite()];
await database.exec('CREATE TABLE files (path text, size int)');
const answer = async query => {
  const { rows, fields } = await database.query(query, [], { rowMode: 'array', parsers: { 20: text => text } });
  return `${fields[0].name} ${JSON.stringify(rows[0][0])}`;
};
for (const query of [
  String.raw`INSERT INTO files VALUES ('C:\temp\new') RETURNING path`,
  'SELECT size ISNULL FROM files',
  'SELECT 1_000',
  'SELECT 0xff',
  'SELECT -9007199254740993 AS id',
  'SELECT 9007199254740993 AS id',
]) console.log(`${query}: ${await answer(query)} -> ${await answer(parser.sqlify(parser.astify(query, options), options))}`);
console.log('DELETE FROM ONLY files:', parser.tableList('DELETE FROM ONLY files', options).join());
JS
seen=$(node write.mjs)
echo "$seen"
[ "$seen" = "INSERT INTO files VALUES ('C:\\temp\\new') RETURNING path: path \"C:\\\\temp\\\\new\" -> path \"C:\\temp\\new\"
SELECT size ISNULL FROM files: ?column? true -> ISNULL null
SELECT 1_000: ?column? 1000 -> _000 1
SELECT 0xff: ?column? 255 -> xff 0
SELECT -9007199254740993 AS id: id \"-9007199254740993\" -> id \"-9007199254740992\"
SELECT 9007199254740993 AS id: id \"9007199254740993\" -> id \"9007199254740993\"
DELETE FROM ONLY files: delete::null::ONLY" ] || { echo "changed"; exit 1; }
