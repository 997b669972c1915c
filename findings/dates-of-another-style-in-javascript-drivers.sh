#!/usr/bin/env bash
# node-postgres (npm: pg 8.23.1), postgres.js (npm: postgres 3.4.9) and PGlite (npm: @electric-sql/pglite 0.5.17) with PostgreSQL 18. Needs npm.
# Expected: a date is the same day, and an interval as long, whatever style the database or the role writes them in (ALTER ROLE … SET datestyle),
# since the driver asks for the style that it reads; or it fails.
# Seen: in the style 'SQL, DMY' node-postgres reads each date and time as null, and null is stored when it is given back. postgres.js and PGlite
# take day and month for each other where that is a date, and give an Invalid Date where it isn't: 4 March becomes 3 April, also when it is
# given back. In 'German', where nothing depends on an order, they do the same. An interval in any style but 'postgres' is an empty
# object in node-postgres, as one of zero is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 18.4.0-beta.17 "$folder" 54351
cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --silent pg@8.23.1 postgres@3.4.9 @electric-sql/pglite@0.5.17
cat > read.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import postgres from 'postgres';
const at = { host: '127.0.0.1', port: 54351, user: 'postgres', database: 'postgres' };
const [client, sql, lite] = [new pg.Client(at), postgres({ ...at, max: 1 }), new PGlite()];
await client.connect();
const ways = {
  pg: async (query, values) => (await client.query(query, values)).rows[0].v,
  postgres: async (query, values = []) => (await sql.unsafe(query, values))[0].v,
  PGlite: async (query, values) => (await lite.query(query, values)).rows[0].v,
};
const said = value => value instanceof Date ? isNaN(value) ? 'Invalid Date' : value.toISOString().slice(0, 10) : JSON.stringify(value);
for (const setting of ["datestyle = 'ISO, DMY'", "datestyle = 'SQL, DMY'", "datestyle = 'German'"]) {
  for (const set of [text => client.query(text), text => sql.unsafe(text), text => lite.exec(text)]) await set(`SET timezone = 'UTC'; SET ${setting}`);
  for (const day of ["'2024-03-04'::date", "'2024-03-14 12:00'::timestamp"]) {
    console.log(`${setting}, ${day}:`, (await Promise.all(Object.entries(ways).map(async ([way, ask]) => {
      const value = await ask(`SELECT ${day} AS v`);
      const back = isNaN(value) ? '' : ` -> ${await ask("SELECT to_char($1::date, 'YYYY-MM-DD') AS v", [value])}`;
      return `${way} ${said(value)}${back}`;
    }))).join(', '));
  }
}
for (const style of ['postgres', 'iso_8601', 'sql_standard']) {
  await client.query(`SET intervalstyle = '${style}'`);
  console.log(`${style}: pg ${said(await ways.pg("SELECT interval '1 day 02:03' AS v"))}`);
}
await client.end();
await sql.end();
JS
seen=$(TZ=UTC node read.mjs)
echo "$seen"
[ "$seen" = "datestyle = 'ISO, DMY', '2024-03-04'::date: pg 2024-03-04 -> 2024-03-04, postgres 2024-03-04 -> 2024-03-04, PGlite 2024-03-04 -> 2024-03-04
datestyle = 'ISO, DMY', '2024-03-14 12:00'::timestamp: pg 2024-03-14 -> 2024-03-14, postgres 2024-03-14 -> 2024-03-14, PGlite 2024-03-14 -> 2024-03-14
datestyle = 'SQL, DMY', '2024-03-04'::date: pg null -> null, postgres 2024-04-03 -> 2024-04-03, PGlite 2024-04-03 -> 2024-04-03
datestyle = 'SQL, DMY', '2024-03-14 12:00'::timestamp: pg null -> null, postgres Invalid Date, PGlite Invalid Date
datestyle = 'German', '2024-03-04'::date: pg null -> null, postgres 2024-04-03 -> 2024-04-03, PGlite 2024-04-03 -> 2024-04-03
datestyle = 'German', '2024-03-14 12:00'::timestamp: pg null -> null, postgres Invalid Date, PGlite Invalid Date
postgres: pg {\"days\":1,\"hours\":2,\"minutes\":3}
iso_8601: pg {}
sql_standard: pg {}" ] || { echo "changed"; exit 1; }
