#!/usr/bin/env bash
# pg_dump 17 (Debian trixie: postgresql-client-17) with PostgreSQL 16, read by fzstd 0.1.1, zstd-codec 0.1.5, zstddec 0.3.4, @bokuweb/zstd-wasm 0.0.27
# and @oneidentity/zstd-js 1.0.3 (npm). Needs npm and apt.
# Expected: a decoder of zstd reads what `pg_dump --compress=zstd` writes, or raises an error.
# Seen: the frame doesn't say how long its content is, which it needn't (RFC 8878, 3.1.1.1.4), as nobody knows while a dump is streamed.
# fzstd and zstd-codec's streaming decoder read it. zstddec returns other bytes, not as many as the dump has, without an
# error; with the length as its second argument it reads it too. zstd-codec's simple decoder returns null. @bokuweb/zstd-wasm reads what has up to a
# megabyte, and of more it raises an error about compressing; @oneidentity/zstd-js raises one that doesn't say why.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
# shellcheck source-path=SCRIPTDIR source=client
. "$here/client"
server 16.14.0-beta.17 "$folder" 54348
client 17 "$folder"
export PGHOST=127.0.0.1 PGPORT=54348 PGUSER=postgres PGDATABASE=postgres
tool psql -q -c 'CREATE TABLE parcels AS SELECT i, md5(i::text) AS m FROM generate_series(1, 50000) i'
tool pg_dump --compress=zstd -f "$folder/dump.sql.zst"
cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --silent fzstd@0.1.1 zstd-codec@0.1.5 zstddec@0.3.4 @bokuweb/zstd-wasm@0.0.27 @oneidentity/zstd-js@1.0.3
cat > read.mjs <<'JS'
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { ZSTDDecoder } from 'zstddec';
const require = createRequire(import.meta.url);
const dump = readFileSync('dump.sql.zst');
const whole = Buffer.from(require('fzstd').decompress(dump));
const codec = await new Promise(done => require('zstd-codec').ZstdCodec.run(done));
const decoder = new ZSTDDecoder();
await decoder.init();
const bokuweb = require('@bokuweb/zstd-wasm');
await bokuweb.init();
const { ZstdSimple } = await require('@oneidentity/zstd-js').ZstdInit();
const ways = {
  'fzstd': () => whole,
  'zstd-codec, streaming': () => new codec.Streaming().decompress(dump),
  'zstd-codec, simple': () => new codec.Simple().decompress(dump),
  'zstddec': () => decoder.decode(dump),
  'zstddec, with the length': () => decoder.decode(dump, whole.length),
  '@bokuweb/zstd-wasm': () => bokuweb.decompress(dump),
  '@oneidentity/zstd-js': () => ZstdSimple.decompress(dump),
};
const said = bytes => bytes === null ? 'null' : Buffer.from(bytes).equals(whole) ? 'the dump' : `other bytes, ${bytes.length === whole.length ? 'as many as' : 'not as many as'} the dump has`;
console.log(`${whole.subarray(0, 40).toString().trim().split('\n')[1]}`);
for (const [name, way] of Object.entries(ways)) {
  let result;
  try { result = said(way()); } catch (error) { result = `raised: ${error.message ?? error}`; }
  console.log(`${name}: ${result}`);
}
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = "-- PostgreSQL database dump
fzstd: the dump
zstd-codec, streaming: the dump
zstd-codec, simple: null
zstddec: other bytes, not as many as the dump has
zstddec, with the length: the dump
@bokuweb/zstd-wasm: raised: Failed to compress with code -70
@oneidentity/zstd-js: raised: ZSTD_ERROR: Error (generic),  error code: -1" ] || { echo "changed"; exit 1; }
