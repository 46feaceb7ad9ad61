import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, ApiWorld } from './api-world.ts';
import { addProposal, startApiWorld } from './api-world.ts';
import type { Description, Operation } from './operations.ts';
import { bodySchema, describe, operationsOf } from './operations.ts';
import { exampleOf, valuesOf } from './schema-values.ts';

let api: ApiWorld;
let ids: Awaited<ReturnType<typeof addProposal>>;
let document: Description;
let operations: readonly Operation[];

beforeAll(async () => {
  api = await startApiWorld('embedded');
  ids = await addProposal(api);
  document = await describe(api);
  operations = operationsOf(document);
}, 300_000);
afterAll(() => api.under.stop(), 60_000);

test('the description is OpenAPI 3.1, and names every address', async () => {
  const { valid, errors } = await new Validator().validate({ ...document });
  expect([valid, errors]).toEqual([true, undefined]);
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      ...['closeDraft', 'createDraft', 'getDocument', 'getDraft', 'getMe', 'getVersion'],
      ...['getVersionInForce', 'getVersionSource', 'listAudit', 'listDocuments', 'listDrafts'],
      ...['listJurisdictions', 'listUsers', 'listVersions', 'saveDraft', 'verifyAudit'],
      ...['listDocumentsOnDay', 'listNames', 'listSources'],
      ...['listParameters', 'getVariables', 'getUnification', 'calculate'],
      ...['proposeDraft', 'listProposals', 'getProposal', 'getProposalRound', 'listInbox'],
      ...['beginReview', 'listReviewers', 'assignReview', 'sendBackProposal', 'withdrawProposal'],
      ...['getGate', 'getCertificate', 'acceptFinding', 'approveProposal'],
      ...['listThreads', 'beginThread', 'commentThread', 'resolveThread', 'suggestText'],
      ...['applySuggestion', 'declineSuggestion', 'publishProposal', 'createDocument'],
      ...['readLink', 'setPassword', 'setUp', 'addUser', 'setAccess', 'grantRole', 'revokeRole'],
      ...['issuePasswordLink', 'listDemoPeople', 'signInDemo'],
      ...['listTokens', 'issueToken', 'revokeToken'],
      ...['signInByCode', 'beginSecondFactor', 'confirmSecondFactor', 'removeSecondFactor'],
      ...['resetSecondFactor', 'listSignInWays', 'beginOutsideSignIn', 'finishOutsideSignIn'],
      ...['setOutsideAccount', 'removeOutsideAccount'],
      ...['changePassword', 'endSession', 'listSessions', 'signIn', 'signOut'],
      ...['beginCheck', 'listJobs', 'getJob', 'cancelJob', 'watchJob', 'watchJobs'],
      ...['listDatasets', 'registerDataset', 'deleteDataset', 'simulate'],
      ...['listRuns', 'getRun', 'getRunResult'],
      ...['compareTexts', 'getComparison', 'getComparisonFile'],
      ...['keepCase', 'listCases', 'getCase', 'deleteCase'],
      ...['repealDocument', 'rollBack', 'getMovedBase', 'rebaseDraft', 'findValues'],
    ]),
  );
});

test('every address wants a token, or a session, but those that make one', async () => {
  const open = [
    ...['signIn', 'signOut', 'readLink', 'setPassword', 'setUp'],
    ...['listDemoPeople', 'signInDemo', 'signInByCode'],
    ...['listSignInWays', 'beginOutsideSignIn', 'finishOutsideSignIn'],
  ];
  for (const { method, path, operationId } of operations) {
    if (open.includes(operationId)) continue;
    const answer = await api.ask(undefined, method, filled(path, ids.draft.id));
    expect([answer.status, answer.json.code], path).toEqual([401, 'not-signed-in']);
  }
});

/** By the first word of an address: what its ids are of. */
const owned = { drafts: 'draft', proposals: 'proposal', threads: 'thread' } as const;
/** Published, and so for everybody to read. */
const published = ['documents', 'versions', 'jurisdictions'];
const outsiders = [
  ...['sister drafter', 'sister reviewer', 'sister publisher', 'sister auditor'],
  ...['elsewhere drafter', 'elsewhere reviewer', 'nation reviewer', 'nation auditor'],
  ...['city administrator', 'city auditor', 'city analyst', 'province administrator'],
];

test('what is not one’s own is answered word for word as what is not there, at every address', async () => {
  const missing = crypto.randomUUID();
  let asked = 0;
  for (const operation of operations) {
    const [, word = ''] = operation.path.split('/');
    if (!operation.path.includes('{') || !(word in owned)) continue;
    const { id } = ids[owned[word as keyof typeof owned]];
    for (const who of outsiders) {
      const about = async (one: string) => {
        const path = filled(operation.path, one, ids.suggestion.id);
        const { status, text } = await api.ask(who, operation.method, `${path}?on=2027-06-01`, {
          ...sentTo(operation),
        });
        return { status, text };
      };
      const foreign = await about(id);
      expect(foreign, `${who} ${operation.operationId}`).toEqual(await about(missing));
      expect(foreign.status, `${who} ${operation.operationId}`).toBe(404);
      asked += 1;
    }
  }
  process.stdout.write(`${asked} requests for what is another office’s: 404\n`);
  expect(asked).toBeGreaterThan(20 * outsiders.length);
}, 600_000);

test('lists hold nothing of another office, and what is published is changed by its own place alone', async () => {
  const secrets = [ids.draft.id, ids.proposal.id, ids.proposal.draftId, ids.thread.id];
  for (const operation of operations) {
    const [, word = ''] = operation.path.split('/');
    const isList = !operation.path.includes('{') && operation.method === 'GET';
    if (!isList && !published.includes(word)) continue;
    for (const who of outsiders.filter((each) => !each.endsWith('auditor'))) {
      const id = {
        documents: api.world.documents.city.id,
        versions: ids.versionId,
        jurisdictions: api.world.places.city,
      }[word];
      const path = `${filled(operation.path, id ?? '')}?on=2027-06-01`;
      const answer = await api.ask(who, operation.method, path, sentTo(operation));
      const name = `${who} ${operation.operationId} ${answer.status}`;
      expect(
        secrets.filter((each) => answer.text.includes(each)),
        name,
      ).toEqual([]);
      // To calculate changes nothing, and is everybody's.
      const changes = operation.method !== 'GET' && operation.operationId !== 'calculate';
      if (changes) expect([403, 404], name).toContain(answer.status);
    }
  }
}, 600_000);

test('whatever is sent: never 5xx, and every answer has the form that is described', async () => {
  const seed = Number(process.env.SEED ?? 20_261_123);
  const counts = new Map<number, number>();
  const known = [
    ...[ids.draft.id, ids.versionId, ids.proposal.id, ids.thread.id, ids.suggestion.id],
    ...[api.world.documents.city.id, api.world.places.city],
    ...['x', '%00', '%ff', '..', '__proto__', '%E6%94%BF', '0'.repeat(200)],
  ];
  const naughty = fc.oneof(
    fc.constantFrom(...known, '语言 1\n', '\u0000', '\ud800', '2027-01-01', '2027-02-30', ''),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const bodyOf = (operation: Operation) => {
    const schema = bodySchema(operation);
    const wild = fc.oneof(fc.json(), fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 3 }));
    if (!schema) return wild;
    return fc.oneof({ weight: 5, arbitrary: valuesOf(schema, document, naughty) }, wild);
  };
  const writing = operations.filter(({ requestBody }) => requestBody);
  // What they want is rarely hit by chance, and there are ever more operations.
  const named = (...names: readonly string[]) =>
    operations.filter(({ operationId }) => names.includes(operationId));
  const saving = named('saveDraft');
  const making = named('createDraft', 'keepCase', 'beginThread', 'commentThread');
  const requests = fc.record({
    who: fc.constantFrom(
      ...['city drafter', 'city drafter', 'city drafter', 'city proposer', 'city reviewer'],
      ...['province reviewer', 'province reviewer', 'city publisher'],
      ...['city auditor', 'sister drafter', 'nation administrator'],
    ),
    call: fc
      .oneof(
        fc.constantFrom(...operations),
        fc.constantFrom(...writing),
        fc.constantFrom(...saving),
        fc.constantFrom(...making),
      )
      .chain((operation) =>
        fc.record({ operation: fc.constant(operation), body: bodyOf(operation) }),
      ),
    id: fc.constantFrom(...known),
    isRight: fc.constantFrom(true, true, false),
    query: fc.dictionary(fc.constantFrom('on', 'known', 'x'), naughty),
    ifMatch: fc.constantFrom('"1"', '"1"', '"2"', '"-1"', 'W/"1"', '"2147483647"', '*', 'x'),
    type: fc.constantFrom(
      ...Array<string>(10).fill('application/json'),
      ...['application/json; charset=gbk', 'text/plain'],
    ),
  });
  await fc.assert(
    fc.asyncProperty(requests, async ({ who, call, id, isRight, query, ifMatch, type }) => {
      const { operation, body } = call;
      const search = new URLSearchParams(
        Object.entries(query).map(([key, value]): [string, string] => [key, value.toWellFormed()]),
      );
      // Closed, it would refuse every save that follows.
      const isLast = ['closeDraft', 'withdrawProposal'].includes(operation.operationId);
      const asked = isRight ? rightId(operation) : id;
      const path = `${filled(operation.path, isLast ? 'x' : asked, ids.suggestion.id)}?${search}`;
      const sent = operation.requestBody ? { body: JSON.stringify(body) ?? '' } : {};
      const answer = await api.ask(who, operation.method, path, {
        ...sent,
        headers: { 'if-match': ifMatch, 'content-type': type },
      });
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      expect(answer.status).toBeLessThan(500);
      expect(mistakesOf(operation, answer)).toEqual([]);
    }),
    { seed, numRuns: Number(process.env.RUNS ?? 800) },
  );
  process.stdout.write(`seed ${seed}, by status: ${JSON.stringify([...counts].sort())}\n`);
  // The sample is worth something: many were answered, and refused for several reasons.
  for (const status of [200, 201, 400, 403, 404, 409, 412, 415]) {
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

/** The address with ids in it; `other` is of whatever the second one is. */
function filled(path: string, id: string, other = id): string {
  return path
    .replace('{id}', id)
    .replace('{number}', '1')
    .replace(/\{\w+\}/, other);
}

/** An id of what the operation is about. */
function rightId({ path }: Operation): string {
  const [, word = ''] = path.split('/');
  if (word in owned) return ids[owned[word as keyof typeof owned]].id;
  if (word === 'versions') return ids.versionId;
  return word === 'documents' ? api.world.documents.city.id : api.world.places.city;
}

/** A body that fits, where there is one. */
function sentTo(operation: Operation) {
  const schema = bodySchema(operation);
  const headers = { 'if-match': '"1"' };
  return schema ? { headers, body: exampleOf(schema, document) } : { headers };
}

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
