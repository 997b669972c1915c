#!/usr/bin/env bash
# node-postgres (npm: pg 8.23.1, pg-connection-string 2.14.1) and postgres.js (npm: postgres 3.4.9), next to psql 17 (Debian trixie:
# postgresql-client-17), with PostgreSQL 18. Needs npm and apt.
# Expected: a connection URI names the same database for all, by libpq's rules (Connection URIs in PostgreSQL's manual): each of its parameters may
# stand after the `?`, dbname among them, and goes above what stands before; %-escapes are all that is decoded, in each part.
# Seen: node-postgres takes host, port and user from after the `?`, but passes over dbname without an error: it works in the database before the
# `?`, or, without one, in that named like the user. postgres.js raises an error. Both take a `+` after the `?` for a blank; and of the database's
# name node-postgres decodes %20 but not %2F, and postgres.js neither.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
# shellcheck source-path=SCRIPTDIR source=client
. "$here/client"
server 18.4.0-beta.17 "$folder" 54353
client 17 "$folder"
cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --silent pg@8.23.1 postgres@3.4.9
at=postgres://postgres@127.0.0.1:54353
for name in live test 'a b' a/b; do tool psql -q -c "CREATE DATABASE \"$name\"" "$at/postgres"; done
cat > ask.mjs <<'JS'
import pg from 'pg';
import postgres from 'postgres';
const [uri, query] = process.argv.slice(2);
const client = new pg.Client(uri);
const sql = postgres(uri, { max: 1 });
const first = async rows => (await rows).v;
const said = answer => answer.catch(error => `raises ${error.message}`);
console.log('node-postgres', await said(client.connect().then(() => first(client.query(query).then(({ rows }) => rows[0])))));
console.log('postgres.js', await said(first(sql.unsafe(query).then(rows => rows[0]))));
await client.end();
await sql.end();
JS
query="SELECT concat_ws(' as ', current_database(), substring(current_setting('application_name') FROM 'night.*')) AS v"
seen=$(for uri in 'live?dbname=test' '?dbname=test' 'live?application_name=night+run' a%20b a%2Fb; do
  echo "$uri: psql $(tool psql -At -c "$query" "$at/$uri")"
  node ask.mjs "$at/$uri" "$query"
done)
echo "$seen"
[ "$seen" = "live?dbname=test: psql test
node-postgres live
postgres.js raises unrecognized configuration parameter \"dbname\"
?dbname=test: psql test
node-postgres postgres
postgres.js raises unrecognized configuration parameter \"dbname\"
live?application_name=night+run: psql live as night+run
node-postgres live as night run
postgres.js live as night run
a%20b: psql a b
node-postgres a b
postgres.js raises database \"a%20b\" does not exist
a%2Fb: psql a/b
node-postgres raises database \"a%2Fb\" does not exist
postgres.js raises database \"a%2Fb\" does not exist" ] || { echo "changed"; exit 1; }
