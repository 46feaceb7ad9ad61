import { expect, test } from 'vitest';
import type { RpcMessage } from './json-rpc.ts';
import { createRpc } from './json-rpc.ts';

function connect() {
  const sent: RpcMessage[] = [];
  const told: unknown[] = [];
  const rpc = createRpc(
    (message) => sent.push(message),
    (method, params) => told.push([method, params]),
  );
  return { rpc, sent, told };
}

function cancellation() {
  const listeners: (() => void)[] = [];
  return {
    isCancellationRequested: false,
    onCancellationRequested: (listener: () => void) => listeners.push(listener),
    cancel: () => {
      for (const each of listeners) each();
    },
  };
}

test('an answer goes to the request that asked for it', async () => {
  const { rpc, sent } = connect();
  const first = rpc.request('a', { n: 1 });
  const second = rpc.request('b', {});
  rpc.receive({ jsonrpc: '2.0', id: 2, result: 'two' });
  rpc.receive({ jsonrpc: '2.0', id: 1, error: { code: -32803, message: '不能改名' } });
  expect(await second).toEqual({ kind: 'answer', value: 'two' });
  expect(await first).toEqual({ kind: 'failure', failure: { code: -32803, message: '不能改名' } });
  expect(sent[0]).toEqual({ jsonrpc: '2.0', id: 1, method: 'a', params: { n: 1 } });
});

test('a request that is given up has no answer, and the server is told', async () => {
  const { rpc, sent } = connect();
  const token = cancellation();
  const asked = rpc.request('a', {}, token);
  token.cancel();
  token.cancel();
  expect(await asked).toEqual({ kind: 'none' });
  expect(sent.slice(1)).toEqual([{ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 1 } }]);
  rpc.receive({ jsonrpc: '2.0', id: 1, result: 'late' });
});

test('a request that was given up before is not sent', async () => {
  const { rpc, sent } = connect();
  const asked = rpc.request('a', {}, { ...cancellation(), isCancellationRequested: true });
  expect(await asked).toEqual({ kind: 'none' });
  expect(sent).toEqual([]);
});

test('when the connection ends, every request settles and nothing is sent any more', async () => {
  const { rpc, sent } = connect();
  const asked = rpc.request('a', {});
  rpc.close();
  expect(await asked).toEqual({ kind: 'none' });
  expect(await rpc.request('b', {})).toEqual({ kind: 'none' });
  rpc.notify('c', {});
  expect(sent.length).toBe(1);
});

test('what the server tells and asks', () => {
  const { rpc, sent, told } = connect();
  rpc.receive({ jsonrpc: '2.0', method: 'm', params: [1] });
  rpc.receive({ jsonrpc: '2.0', id: 7, method: 'client/registerCapability', params: {} });
  rpc.receive({
    jsonrpc: '2.0',
    id: 8,
    method: 'workspace/configuration',
    params: { items: [{}, {}] },
  });
  expect(told).toEqual([['m', [1]]]);
  expect(sent.map(({ id, result }) => [id, result])).toEqual([
    [7, null],
    [8, [null, null]],
  ]);
});
