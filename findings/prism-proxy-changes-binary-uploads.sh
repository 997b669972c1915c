#!/usr/bin/env bash
# Prism (npm: @stoplight/prism-cli 5.14.2) as a validating proxy. Needs npm and curl.
# Expected: a body of application/octet-stream, type string, format binary, reaches the server as it was sent.
# Seen: it is decoded and encoded as UTF-8 on the way: every byte that is no UTF-8 arrives as EF BF BD, and the request succeeds.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @stoplight/prism-cli@5.14.2
cat > api.yaml <<'YAML'
openapi: 3.0.3
info: { title: files, version: "1" }
paths:
  /files:
    post:
      requestBody: { required: true, content: { application/octet-stream: { schema: { type: string, format: binary } } } }
      responses: { "200": { description: stored, content: { text/plain: { schema: { type: string } } } } }
YAML
cat > server.js <<'JS'
require('http').createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => { response.setHeader('content-type', 'text/plain'); response.end(Buffer.concat(parts).toString('hex')); });
}).listen(54344, '127.0.0.1');
JS
node server.js &
node node_modules/@stoplight/prism-cli/dist/index.js proxy api.yaml http://127.0.0.1:54344 -p 54345 > prism.log 2>&1 &
for _ in $(seq 60); do ! grep -q 'is listening' prism.log || break; sleep 1; done
printf '\x50\x47\x44\x4d\x50\x01\x0f\xff\xfe\x80\x00' > file.bin
send() { curl -sS -X POST -H 'Content-Type: application/octet-stream' --data-binary @file.bin -w ' %{http_code}' "http://127.0.0.1:$1/files"; }
seen=$(echo "direct  $(send 54344)"; echo "proxied $(send 54345)")
echo "$seen"
[ "$seen" = "direct  5047444d50010ffffe8000 200
proxied 5047444d50010fefbfbdefbfbdefbfbd00 200" ] || { echo "changed"; exit 1; }
