#!/usr/bin/env bash
# drizzle-kit 0.31.11 (npm, with drizzle-orm 0.45.4 and pg 8.23.1) with PostgreSQL 18. Needs npm.
# Expected: the SQL file that `drizzle-kit pull` writes of a database makes the same tables, or the command says what it leaves out, as it does
# in a comment for types that it doesn't know; drizzle-orm has nullsNotDistinct().
# Seen: without a word, NULLS NOT DISTINCT is gone; what a unique index only INCLUDEs becomes part of its key, so that a second row with the
# same key is taken; ON DELETE SET NULL of one column is of all, DEFERRABLE is gone; a virtual column is stored, and DESC is gone.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 18.4.0-beta.17 "$folder" 54352
cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --silent drizzle-kit@0.31.11 drizzle-orm@0.45.4 pg@8.23.1
echo "export default { dialect: 'postgresql', out: './out', dbCredentials: { url: 'postgres://postgres@127.0.0.1:54352/postgres' } };" > drizzle.config.mjs
cat > compare.mjs <<'JS'
import { execSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
const open = async database => {
  const client = new pg.Client({ host: '127.0.0.1', port: 54352, user: 'postgres', database });
  await client.connect();
  return client;
};
const first = await open('postgres');
await first.query('CREATE DATABASE copy');
const copy = await open('copy');
await first.query(`CREATE TABLE rooms (house int, room int, PRIMARY KEY (house, room));
  CREATE TABLE beds (bed int, guest int, house int, room int, price int, twice int GENERATED ALWAYS AS (price * 2) VIRTUAL,
    CONSTRAINT beds_room FOREIGN KEY (house, room) REFERENCES rooms ON DELETE SET NULL (room) DEFERRABLE,
    CONSTRAINT beds_guest UNIQUE NULLS NOT DISTINCT (guest));
  CREATE UNIQUE INDEX beds_bed ON beds (bed) INCLUDE (price);
  CREATE INDEX beds_price ON beds (price DESC)`);
execSync('node_modules/.bin/drizzle-kit pull --config drizzle.config.mjs', { stdio: 'pipe' });
const [file] = readdirSync('out').filter(name => name.endsWith('.sql'));
await copy.query(readFileSync(`out/${file}`, 'utf8').match(/\/\*([^]*)\*\//)[1]);
const parts = `SELECT conname AS name, pg_get_constraintdef(oid) AS is FROM pg_constraint WHERE conname IN ('beds_room', 'beds_guest')
  UNION ALL SELECT indexrelid::regclass::text, regexp_replace(pg_get_indexdef(indexrelid), '.*btree ', '') FROM pg_index WHERE indexrelid::regclass::text IN ('beds_bed', 'beds_price')
  UNION ALL SELECT attname, CASE attgenerated WHEN 'v' THEN 'virtual' ELSE 'stored' END FROM pg_attribute WHERE attname = 'twice' ORDER BY 1`;
const [before, after] = [(await first.query(parts)).rows, (await copy.query(parts)).rows];
before.forEach(({ name, is }, i) => console.log(`${name}: ${is} -> ${after[i].is}`));
for (const database of [first, copy])
  console.log(database.database, await database.query('INSERT INTO beds (bed, guest, price) VALUES (1, 1, 10), (1, 2, 20)').then(() => 'takes bed 1 twice', error => `refuses by ${error.constraint}`));
await first.end();
await copy.end();
JS
seen=$(node compare.mjs)
echo "$seen"
[ "$seen" = "beds_bed: (bed) INCLUDE (price) -> (bed, price)
beds_guest: UNIQUE NULLS NOT DISTINCT (guest) -> UNIQUE (guest)
beds_price: (price DESC) -> (price)
beds_room: FOREIGN KEY (house, room) REFERENCES rooms(house, room) ON DELETE SET NULL (room) DEFERRABLE -> FOREIGN KEY (house, room) REFERENCES rooms(house, room) ON DELETE SET NULL
twice: virtual -> stored
postgres refuses by beds_bed
copy takes bed 1 twice" ] || { echo "changed"; exit 1; }
