#!/usr/bin/env bash
# pgsql-deparser 18.3.8 with libpg-query 18.1.5 (npm), tried in PGlite (npm: @electric-sql/pglite 0.5.17, PostgreSQL 18). Needs npm.
# Expected: what is parsed with PostgreSQL's own parser and written again does the same as before, or the writing fails.
# Seen: without an error, WITH TIES becomes a plain LIMIT (rows are missing), GROUP BY DISTINCT becomes GROUP BY (rows come twice), a table
# made by SELECT INTO TEMP is no temporary one, a key's INCLUDE is gone, COMMIT AND CHAIN doesn't begin another transaction, and the parentheses
# before IS NULL, and of NOT before IS TRUE, are gone: `(a OR b) IS NULL` is then `a OR (b IS NULL)`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent pgsql-deparser@18.3.8 libpg-query@18.1.5 @electric-sql/pglite@0.5.17
cat > write.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { parse } from 'libpg-query';
import { deparse } from 'pgsql-deparser';
const found = "SELECT string_agg(name, ' ' ORDER BY name) AS v FROM scores WHERE";
const tries = [
  ['SELECT name FROM scores ORDER BY points DESC FETCH FIRST 1 ROW WITH TIES', "SELECT string_agg(name, ' ' ORDER BY name) AS v FROM (QUERY)"],
  ['SELECT points FROM scores GROUP BY DISTINCT ROLLUP (points), ROLLUP (points)', 'SELECT count(*) AS v FROM (QUERY)'],
  ['SELECT 1 AS a INTO TEMP made', "QUERY; SELECT relpersistence AS v FROM pg_class WHERE relname = 'made'"],
  ['CREATE TABLE made (a int, b int, PRIMARY KEY (a) INCLUDE (b))', "QUERY; SELECT pg_get_constraintdef(oid) AS v FROM pg_constraint WHERE conrelid = 'made'::regclass AND contype = 'p'"],
  ['COMMIT AND CHAIN', "BEGIN; CREATE TABLE kept (); QUERY; CREATE TABLE made (); ROLLBACK; SELECT coalesce(to_regclass('made')::text, 'undone') AS v"],
  [`${found} (passed OR points = 9) IS NULL`, 'QUERY'],
  [`${found} (NOT passed) IS NOT TRUE`, 'QUERY'],
];
for (const [query, use] of tries) {
  const answers = [];
  for (const text of [query, await deparse(await parse(query))]) {
    const database = new PGlite();
    await database.exec("CREATE TABLE scores AS SELECT * FROM (VALUES ('ann', 10, true), ('bob', 10, NULL), ('cy', 9, false)) AS s (name, points, passed)");
    let last;
    for (const statement of use.split('; ')) [last] = await database.exec(statement.replace('QUERY', text));
    answers.push(last.rows[0].v);
    await database.close();
  }
  console.log(`${query.replace(found, '...')}: ${answers.join(' -> ')}`);
}
JS
seen=$(node write.mjs)
echo "$seen"
[ "$seen" = "SELECT name FROM scores ORDER BY points DESC FETCH FIRST 1 ROW WITH TIES: ann bob -> ann
SELECT points FROM scores GROUP BY DISTINCT ROLLUP (points), ROLLUP (points): 3 -> 7
SELECT 1 AS a INTO TEMP made: t -> p
CREATE TABLE made (a int, b int, PRIMARY KEY (a) INCLUDE (b)): PRIMARY KEY (a) INCLUDE (b) -> PRIMARY KEY (a)
COMMIT AND CHAIN: undone -> made
... (passed OR points = 9) IS NULL: bob -> ann
... (NOT passed) IS NOT TRUE: ann bob -> ann" ] || { echo "changed"; exit 1; }
