// Opens each document of process.argv in a yaml-language-server, over stdio as editors do. A bar stands for the cursor: with one, the
// words that are offered there are printed, else what is wrong and where.
const { spawn } = require('child_process');
const { pathToFileURL } = require('url');
const path = require('path');
const rpc = require('vscode-jsonrpc/node');

const [folder, ...documents] = process.argv.slice(1);
const head = '# yaml-language-server: $schema=policy.schema.json\nversion: 1\n';
const server = spawn(process.execPath, [require.resolve('yaml-language-server/bin/yaml-language-server'), '--stdio']);
const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
const waiting = new Map();
connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => waiting.get(uri)?.(diagnostics));
connection.onRequest('workspace/configuration', ({ items }) =>
  items.map(item => item.section === 'yaml' ? { validate: true, completion: true, schemaStore: { enable: false } } : null));
connection.onRequest('client/registerCapability', () => null);
connection.listen();

const place = range => `${range.start.line + 1},${range.start.character + 1}`;

async function check(uri, text) {
  const diagnostics = new Promise(resolve => waiting.set(uri, resolve));
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  return (await diagnostics).map(found => `${place(found.range)} ${found.message}`);
}

async function complete(uri, text) {
  const lines = text.slice(0, text.indexOf('|')).split('\n');
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: text.replace('|', '') } });
  const offered = await connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1).length } });
  return (offered.items ?? offered).map(item => item.label);
}

(async () => {
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: { workspace: { configuration: true } } });
  connection.sendNotification('initialized', {});
  const results = [];
  for (const [index, document] of documents.entries()) {
    const uri = pathToFileURL(path.join(folder, `${index}.yml`)).href;
    results.push(await (document.includes('|') ? complete : check)(uri, head + document));
  }
  console.log(JSON.stringify(results));
  server.kill();
  process.exit(0);
})();
