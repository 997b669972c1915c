#!/usr/bin/env bash
# node-postgres (npm: pg 8.23.1) with PostgreSQL 18 (infinite intervals are valid since 17). Needs npm.
# Expected: interval 'infinity' and '-infinity' come as something that tells them from nothing (as a timestamp's come as Infinity), or fail.
# Seen: both are an empty object, as an interval of zero is; given back as a parameter, 'infinity' is stored as 00:00:00.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 18.4.0-beta.17 "$folder" 54342
cd "$folder" && npm install --no-audit --no-fund --silent pg@8.23.1
cat > read.cjs <<'JS'
const { Client } = require('pg');
(async () => {
  const client = new Client({ host: '127.0.0.1', port: 54342, user: 'postgres', database: 'postgres' });
  await client.connect();
  for (const value of ["'infinity'", "'-infinity'", "'0'", "'1 day'"])
    console.log(value, JSON.stringify((await client.query(`SELECT interval ${value} AS v`)).rows[0].v));
  const { v } = (await client.query("SELECT interval 'infinity' AS v")).rows[0];
  console.log('given back', (await client.query('SELECT ($1::interval)::text AS v', [v])).rows[0].v);
  await client.end();
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = "'infinity' {}
'-infinity' {}
'0' {}
'1 day' {\"days\":1}
given back 00:00:00" ] || { echo "changed"; exit 1; }
