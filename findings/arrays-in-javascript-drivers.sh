#!/usr/bin/env bash
# node-postgres (npm: pg 8.23.1) and postgres.js (npm: postgres 3.4.9) with PostgreSQL 18. Needs npm.
# Expected: numeric[] comes as an array of what numeric comes as, a text with all digits, as bigint[] does; and an array comes with the
# dimensions that it has, whatever its first index is.
# Seen: node-postgres gives a text for numeric and floats for numeric[]: 12345678901234567.89 loses its cents, and given back it stays so.
# postgres.js keeps the digits, but an array whose index doesn't begin at 1 gets a dimension more, as pg_index's indkey::smallint[] does.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 18.4.0-beta.17 "$folder" 54349
cd "$folder" && npm install --no-audit --no-fund --silent postgres@3.4.9 pg@8.23.1
cat > read.mjs <<'JS'
import postgres from 'postgres';
import pg from 'pg';
const at = { host: '127.0.0.1', port: 54349, user: 'postgres', database: 'postgres' };
const [sql, client] = [postgres({ ...at, max: 1 }), new pg.Client(at)];
await client.connect();
for (const value of ['12345678901234567.89::numeric', 'array[12345678901234567.89::numeric]', 'array[9007199254740993]', "'[0:2]={1,2,3}'::int[]"]) {
  const query = `SELECT ${value} AS v`;
  const [one, other] = [(await client.query(query)).rows[0].v, (await sql.unsafe(query))[0].v];
  console.log(value, 'pg', JSON.stringify(one), 'postgres', JSON.stringify(other));
  if (value.includes('numeric]')) console.log('given back', (await client.query('SELECT ($1::numeric[])::text AS v', [one])).rows[0].v);
}
const keys = "SELECT indkey::smallint[] AS v FROM pg_index WHERE indexrelid = 'pg_attribute_relid_attnum_index'::regclass";
console.log('indkey', 'pg', JSON.stringify((await client.query(keys)).rows[0].v), 'postgres', JSON.stringify((await sql.unsafe(keys))[0].v));
await sql.end();
await client.end();
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = "12345678901234567.89::numeric pg \"12345678901234567.89\" postgres \"12345678901234567.89\"
array[12345678901234567.89::numeric] pg [12345678901234568] postgres [\"12345678901234567.89\"]
given back {12345678901234568}
array[9007199254740993] pg [\"9007199254740993\"] postgres [\"9007199254740993\"]
'[0:2]={1,2,3}'::int[] pg [1,2,3] postgres [[1,2,3]]
indkey pg [1,5] postgres [[1,5]]" ] || { echo "changed"; exit 1; }
