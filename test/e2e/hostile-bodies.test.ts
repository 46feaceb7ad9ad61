import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServedWorld } from './store-world.ts';
import { cityText, pathOf, serveWorld } from './store-world.ts';

// What a program may send to the listener itself, which a request that is made in a test never passes.

let served: ServedWorld;
let draft: string;

beforeAll(async () => {
  served = await serveWorld();
  const { world } = served;
  const answer = await ask('POST', '/drafts', {
    ...{ title: '调整', jurisdictionId: world.places.city, documentId: world.documents.city.id },
    ...{ path: pathOf('city'), text: cityText('60%') },
  });
  draft = answer.json.id;
}, 300_000);
afterAll(() => served.stop(), 60_000);

interface Sent {
  readonly body: string | Uint8Array | ReadableStream;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(method: string, path: string, { body, headers }: Sent) {
  const response = await fetch(`${served.address}/api/v1${path}`, {
    method,
    headers: {
      ...{ authorization: `Bearer ${served.tokens.get('city drafter')}`, 'if-match': '"1"' },
      ...{ 'content-type': 'application/json', ...headers },
    },
    ...{ body, duplex: 'half' },
  } as RequestInit);
  const text = await response.text();
  return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : text };
}

function ask(method: string, path: string, body: object) {
  return send(method, path, { body: JSON.stringify(body) });
}

const save = (sent: Sent) => send('PUT', `/drafts/${draft}`, sent);

const MEBIBYTE = 1024 * 1024;
const large = JSON.stringify({ text: 'x'.repeat(20 * MEBIBYTE) });

/** Without a length: nobody knows when it ends, and this one does not. */
function endless(): ReadableStream {
  const bytes = new Uint8Array(MEBIBYTE).fill(0x78);
  return new ReadableStream({ pull: (controller) => controller.enqueue(bytes) });
}

test('20 MB with a length are refused', async () => {
  const { status, json } = await save({ body: large });
  expect([status, json.code]).toEqual([413, 'too-large-request']);
}, 60_000);

test('a body without a length and without an end is refused, or cut off', async () => {
  const answer = await save({ body: endless() }).catch((error: unknown) => String(error));
  if (typeof answer === 'string') expect(answer).toContain('fetch failed');
  else expect([answer.status, answer.json.code]).toEqual([413, 'too-large-request']);
}, 60_000);

test('what is packed is not unpacked', async () => {
  const body = gzipSync(large);
  const { status, json } = await save({ body, headers: { 'content-encoding': 'gzip' } });
  expect([status, json.code]).toEqual([400, 'invalid-request']);
}, 60_000);

test.each([
  ['GB18030', Uint8Array.from([0x7b, 0x22, 0x74, 0xd5, 0xfe, 0x22, 0x7d])],
  ['half a character', Uint8Array.from([0x22, 0xe6, 0x94])],
  ['deep', new TextEncoder().encode('['.repeat(500_000))],
  ['nothing', new Uint8Array()],
])(
  '%s is refused with a reason',
  async (_, body) => {
    const { status, json } = await save({ body });
    expect([status, json.code]).toEqual([400, 'invalid-request']);
  },
  60_000,
);

test('whoever comes next is answered, and the draft is as it was', async () => {
  const { status, json } = await ask('PUT', `/drafts/${draft}`, { text: cityText('61%') });
  expect([status, json.revision]).toEqual([200, 2]);
}, 60_000);
