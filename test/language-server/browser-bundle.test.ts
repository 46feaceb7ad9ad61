import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A worker of a browser has `self`, whose messages come as events, and nothing of Node. */
const likeBrowser = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
self.postMessage = (message) => parentPort.postMessage(message);
self.addEventListener = () => undefined;
parentPort.on('message', (message) => self.onmessage({ data: message }));
for (const name of ['process', 'Buffer', 'setImmediate']) delete globalThis[name];
`;

/** How lodash finds the global object where there is neither `globalThis` nor `self`; in a worker it is never reached. */
const fallback = '||Function("return this")()';

let code = '';
let worker: Worker;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'browser-server.ts')],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  code = outputFiles[0]?.text ?? '';
  worker = new Worker(`${likeBrowser}\n${code}`, { eval: true });
});

afterAll(async () => {
  await worker.terminate();
});

test('the bundle makes no code out of text', () => {
  process.stdout.write(`language server: ${Math.ceil(code.length / 1024)} kB minified\n`);
  expect(code.length).toBeGreaterThan(100_000);
  const found = code.replaceAll(fallback, '').match(/.{0,40}(?:\beval\(|\bFunction\().{0,40}/g);
  expect(found ?? []).toEqual([]);
});

test('it serves an editor over messages', async () => {
  const uri = 'tiaoli:///policies/%E7%94%B2.tiaoli';
  const text = '文件「甲」 { 层级 国家； 施行 自 2024-01-01 }\n参数 乙：金额 = 丙；\n';
  const found = nextMessage('textDocument/publishDiagnostics');
  worker.postMessage({
    ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
    params: { processId: null, rootUri: null, capabilities: {}, initializationOptions: {} },
  });
  worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
  worker.postMessage({
    ...{ jsonrpc: '2.0', method: 'textDocument/didOpen' },
    params: { textDocument: { uri, languageId: 'tiaoli', version: 7, text } },
  });
  expect(await found).toMatchObject({ uri, version: 7 });
  expect(JSON.stringify(await found)).toContain('没有名为“丙”');
});

function nextMessage(method: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: { readonly method?: string; readonly params?: unknown }) => {
      if (message.method === method) resolve(message.params);
    });
  });
}
