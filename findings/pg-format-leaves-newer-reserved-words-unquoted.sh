#!/usr/bin/env bash
# pg-format 1.0.4 and pg-escape 0.2.0 (npm) with PGlite (npm: @electric-sql/pglite 0.5.17, PostgreSQL 18). Needs npm.
# Expected: `%I`, made after PostgreSQL's format(), quotes what PostgreSQL's quotes: a column may have any name, in quotes.
# Seen: their list of reserved words has user and current_user, but not current_role (someone's job), system_user (reserved since 16),
# current_catalog and current_schema. Unquoted they are no columns but functions without parentheses: without an error, each row answers with
# the session's own role, database or schema, or with NULL; a condition on the column finds nobody, or everybody.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent pg-format@1.0.4 pg-escape@0.2.0 @electric-sql/pglite@0.5.17
cat > ask.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import escape from 'pg-escape';
import format from 'pg-format';
const database = new PGlite();
await database.exec(`CREATE TABLE people (name text, "user" text, "current_role" text, "system_user" text, "current_schema" text, "current_catalog" text);
  INSERT INTO people VALUES ('ann', 'a', 'nurse', 'ann@ward', 'one', 'x'), ('bob', 'b', 'clerk', 'bob@desk', 'two', 'y')`);
const query = async (text, ...values) => (await database.query(text, values)).rows;
const ways = {
  PostgreSQL: async (text, name) => (await query('SELECT format($1, $2::text) AS v', text, name))[0].v,
  'pg-format': format,
  'pg-escape': escape,
};
for (const name of ['user', 'current_role', 'system_user', 'current_schema', 'current_catalog'])
  for (const [way, write] of Object.entries(ways))
    console.log(`${way} ${await write('%I', name)}: ${(await query(await write('SELECT %I AS v FROM people', name))).map(row => row.v).join()}`);
for (const [way, write] of Object.entries(ways)) {
  await database.exec('BEGIN');
  console.log(`${way} deletes ${(await query(await write("DELETE FROM people WHERE %I <> 'clerk' RETURNING name", 'current_role'))).map(row => row.name).join()}`);
  await database.exec('ROLLBACK');
}
JS
seen=$(node ask.mjs)
echo "$seen"
[ "$seen" = "PostgreSQL \"user\": a,b
pg-format \"user\": a,b
pg-escape \"user\": a,b
PostgreSQL \"current_role\": nurse,clerk
pg-format current_role: postgres,postgres
pg-escape current_role: postgres,postgres
PostgreSQL \"system_user\": ann@ward,bob@desk
pg-format system_user: ,
pg-escape system_user: ,
PostgreSQL \"current_schema\": one,two
pg-format current_schema: public,public
pg-escape current_schema: public,public
PostgreSQL \"current_catalog\": x,y
pg-format current_catalog: postgres,postgres
pg-escape current_catalog: postgres,postgres
PostgreSQL deletes ann
pg-format deletes ann,bob
pg-escape deletes ann,bob" ] || { echo "changed"; exit 1; }
