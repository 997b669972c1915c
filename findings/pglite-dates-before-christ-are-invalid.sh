#!/usr/bin/env bash
# PGlite (npm: @electric-sql/pglite 0.5.17). Needs npm.
# Expected: a date before Christ comes as the Date that JavaScript has for it, as with node-postgres 8.23.1, or as text.
# Seen: it comes as "Invalid Date", without an error; in JSON it is null. The year 100000 comes through.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @electric-sql/pglite@0.5.17
cat > read.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
const database = new PGlite();
for (const value of ["'0044-03-15 BC'::date", "'0044-03-15 BC'::timestamp", "'100000-01-01'::timestamp", "'0044-03-15'::date"]) {
  const [row] = (await database.query(`SELECT ${value} AS v`)).rows;
  console.log(value, String(row.v) === 'Invalid Date' ? 'Invalid Date' : row.v.toISOString(), JSON.stringify(row));
}
JS
seen=$(TZ=UTC node read.mjs)
echo "$seen"
[ "$seen" = "'0044-03-15 BC'::date Invalid Date {\"v\":null}
'0044-03-15 BC'::timestamp Invalid Date {\"v\":null}
'100000-01-01'::timestamp +100000-01-01T00:00:00.000Z {\"v\":\"+100000-01-01T00:00:00.000Z\"}
'0044-03-15'::date 0044-03-15T00:00:00.000Z {\"v\":\"0044-03-15T00:00:00.000Z\"}" ] || { echo "changed"; exit 1; }
