import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, ApiWorld } from './api-world.ts';
import { addDraft, startApiWorld } from './api-world.ts';

interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, ResponseForm>>;
  readonly requestBody?: unknown;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

interface ResponseForm {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

let api: ApiWorld;
let ids: Awaited<ReturnType<typeof addDraft>>;
let document: Record<string, never>;
let operations: readonly Operation[];

beforeAll(async () => {
  api = await startApiWorld('embedded');
  ids = await addDraft(api);
  const { status, json } = await api.ask(undefined, 'GET', '/openapi.json');
  expect(status).toBe(200);
  document = json;
  operations = Object.entries<Record<string, Omit<Operation, 'path' | 'method'>>>(
    json.paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ ...operation, method: method.toUpperCase(), path: path.replace('/api/v1', '') },
    })),
  );
}, 300_000);
afterAll(() => api.under.stop(), 60_000);

test('the description is OpenAPI 3.1, and names every address', async () => {
  const { valid, errors } = await new Validator().validate(document);
  expect([valid, errors]).toEqual([true, undefined]);
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
    [
      ...['closeDraft', 'createDraft', 'getDocument', 'getDraft', 'getMe', 'getVersion'],
      ...['getVersionInForce', 'getVersionSource', 'listAudit', 'listDocuments', 'listDrafts'],
      ...['listDocumentsOnDay', 'listJurisdictions', 'listNames', 'listSources', 'listUsers'],
      ...['listVersions', 'saveDraft', 'verifyAudit'],
    ].toSorted(),
  );
});

test('every address wants a token', async () => {
  for (const { method, path } of operations) {
    const answer = await api.ask(undefined, method, path.replace('{id}', ids.draft.id));
    expect([answer.status, answer.json.code], path).toEqual([401, 'not-signed-in']);
  }
});

test('what is not one’s own is answered word for word as what is not there, at every address', async () => {
  const outsiders = ['sister drafter', 'province drafter', 'city administrator', 'nation auditor'];
  const missing = crypto.randomUUID();
  const body = { text: 'x' };
  let asked = 0;
  for (const operation of operations) {
    if (!operation.path.includes('/drafts/{id}')) continue;
    for (const who of outsiders) {
      const about = async (id: string) => {
        const path = operation.path.replace('{id}', id);
        const headers = { 'if-match': '"1"' };
        const more = operation.requestBody ? { body, headers } : {};
        const { status, text } = await api.ask(who, operation.method, path, more);
        return { status, text };
      };
      const foreign = await about(ids.draft.id);
      expect(foreign, `${who} ${operation.operationId}`).toEqual(await about(missing));
      expect(foreign.status).toBe(404);
      asked += 1;
    }
  }
  expect(asked).toBe(12);
});

test('whatever is sent: never 5xx, and every answer has the form that is described', async () => {
  const seed = Number(process.env.SEED ?? 20_261_123);
  const counts = new Map<number, number>();
  const known = [
    ...[ids.draft.id, ids.version.id, ids.version.documentId, api.world.places.city],
    ...['x', '%00', '%ff', '..', '__proto__', '%E6%94%BF', '0'.repeat(200)],
  ];
  const naughty = fc.oneof(
    fc.constantFrom(...known, '语言 1\n', '\u0000', '\ud800', '2027-01-01', '2027-02-30', ''),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const drafts = {
    jurisdictionId: fc.constantFrom(api.world.places.city, api.world.places.city, 'x'),
    documentId: fc.constantFrom(ids.version.documentId, ids.version.documentId, 'x'),
    title: naughty,
    path: naughty,
    text: naughty,
  };
  const bodies = fc.oneof(
    { weight: 4, arbitrary: fc.record(drafts) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ ...drafts, baseVersionId: fc.constantFrom(ids.version.id, ids.draft.id, 'x') },
      }),
    },
    { weight: 4, arbitrary: fc.record({ text: naughty }) },
    fc.record(drafts, { requiredKeys: [] }),
    fc.json(),
    fc.string({ maxLength: 20 }),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const writing = operations.filter(({ requestBody }) => requestBody);
  const requests = fc.record({
    who: fc.constantFrom(
      ...['city drafter', 'city drafter', 'city drafter', 'city proposer', 'city reviewer'],
      ...['city auditor', 'sister drafter', 'nation administrator'],
    ),
    operation: fc.oneof(fc.constantFrom(...operations), fc.constantFrom(...writing)),
    id: fc.oneof(fc.constantFrom(...known), fc.constant(ids.draft.id)),
    query: fc.dictionary(fc.constantFrom('on', 'known', 'x'), naughty),
    ifMatch: fc.constantFrom('"1"', '"1"', '"2"', '"-1"', 'W/"1"', '"2147483647"', '*', 'x'),
    body: bodies,
    type: fc.constantFrom(
      ...['application/json', 'application/json', 'application/json'],
      ...['application/json; charset=gbk', 'text/plain'],
    ),
  });
  await fc.assert(
    fc.asyncProperty(requests, async ({ who, operation, id, query, ifMatch, body, type }) => {
      const search = new URLSearchParams(
        Object.entries(query).map(([key, value]): [string, string] => [key, value.toWellFormed()]),
      );
      // Closed, it would refuse every save that follows.
      const asked = operation.operationId === 'closeDraft' ? 'x' : id;
      const path = `${operation.path.replace('{id}', asked)}?${search}`;
      const sent = operation.requestBody ? { body: JSON.stringify(body) ?? '' } : {};
      const answer = await api.ask(who, operation.method, path, {
        ...sent,
        headers: { 'if-match': ifMatch, 'content-type': type },
      });
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      expect(answer.status).toBeLessThan(500);
      expect(mistakesOf(operation, answer)).toEqual([]);
    }),
    { seed, numRuns: Number(process.env.RUNS ?? 600) },
  );
  process.stdout.write(`seed ${seed}, by status: ${JSON.stringify([...counts].sort())}\n`);
  // The sample is worth something: many were answered, and refused for several reasons.
  for (const status of [200, 201, 400, 403, 404, 412]) {
    expect(counts.get(status) ?? 0, `${status}`).toBeGreaterThan(0);
  }
  expect(api.defects).toEqual([]);
  expect(await api.store.verify()).toEqual([]);
}, 600_000);

test('a body that is too large, and one that is no JSON', async () => {
  const path = `/drafts/${ids.draft.id}`;
  const headers = { 'if-match': '"1"' };
  const large = { text: 'x'.repeat(20 * 1024 * 1024) };
  const answer = await api.ask('city drafter', 'PUT', path, { body: large, headers });
  expect([answer.status, answer.json.code]).toEqual([413, 'too-large-request']);
  const long = { text: '政'.repeat(1024 * 1024) };
  const refused = await api.ask('city drafter', 'PUT', path, { body: long, headers });
  expect([refused.status, refused.json.code]).toEqual([422, 'too-large-source']);
  const noJson = await api.ask('city drafter', 'PUT', path, { body: '{"text":', headers });
  expect([noJson.status, noJson.json.code]).toEqual([400, 'invalid-request']);
  const elsewhere = await api.ask('city drafter', 'GET', '/nowhere');
  expect([elsewhere.status, elsewhere.json.code]).toEqual([404, 'no-such-address']);
});

/** What of an answer does not fit the description. */
function mistakesOf(operation: Operation, answer: Answer): readonly string[] {
  const form = operation.responses[String(answer.status)] ?? operation.responses.default;
  if (!form) return [`${answer.status} is not described`];
  if (!form.content) return answer.text === '' ? [] : ['no content is described'];
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
  const schema = form.content[type]?.schema;
  if (!schema) return [`${type} is not described`];
  if (answer.json === undefined) return [];
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile({ ...schema, components: document.components });
  if (validate(answer.json)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
