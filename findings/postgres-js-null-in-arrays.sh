#!/usr/bin/env bash
# postgres.js (npm: postgres 3.4.9) with PostgreSQL 18. Needs npm.
# Expected: a NULL in an array is null, as it is with node-postgres 8.23.1, and can be told from the text 'NULL'.
# Seen: in text[] it is the string "NULL", in boolean[] it is false, in integer[] it is NaN.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 18.4.0-beta.17 "$folder" 54343
cd "$folder" && npm install --no-audit --no-fund --silent postgres@3.4.9 pg@8.23.1
cat > read.mjs <<'JS'
import postgres from 'postgres';
import pg from 'pg';
import { inspect } from 'node:util';
const at = { host: '127.0.0.1', port: 54343, user: 'postgres', database: 'postgres' };
const [sql, client] = [postgres({ ...at, max: 1 }), new pg.Client(at)];
await client.connect();
for (const value of ["array[null, 'NULL']", 'array[true, null]', 'array[1, null]']) {
  const query = `SELECT ${value} AS v`;
  console.log(value, 'postgres', inspect((await sql.unsafe(query))[0].v), 'pg', inspect((await client.query(query)).rows[0].v));
}
await sql.end();
await client.end();
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = "array[null, 'NULL'] postgres [ 'NULL', 'NULL' ] pg [ null, 'NULL' ]
array[true, null] postgres [ true, false ] pg [ true, null ]
array[1, null] postgres [ 1, NaN ] pg [ 1, null ]" ] || { echo "changed"; exit 1; }
