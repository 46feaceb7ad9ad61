import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiWorld } from './api-world.ts';
import { addProposal, startApiWorld } from './api-world.ts';
import type { Description, JsonSchema, Operation } from './operations.ts';
import { bodySchema, describe, operationsOf, resolved } from './operations.ts';
import { exampleOf } from './schema-values.ts';

let api: ApiWorld;
let ids: Awaited<ReturnType<typeof addProposal>>;
let document: Description;

beforeAll(async () => {
  api = await startApiWorld('embedded');
  ids = await addProposal(api);
  document = await describe(api);
}, 300_000);
afterAll(() => api.under.stop(), 60_000);

/** What people paste, and what others hope to get away with. */
const naughty: Readonly<Record<string, string>> = {
  empty: '',
  blank: '  \t　',
  lines: '一\r\n二\n三\u2028四\u2029五\u0085六',
  nul: 'a\u0000b',
  control: '\u0001\u0008\u001b[31m红\u007f',
  'half a character': '\ud800政',
  'beyond the first plane': '𠮷𡈽𣘺',
  'a family': '👨‍👩‍👧‍👦🇨🇳',
  'right to left': '\u202e政策\u202c مرحبا',
  'nothing to see': 'a\u200bb\ufeffc\u00ad',
  'marks on marks': `e${'\u0301'.repeat(200)}`,
  'two forms of one': 'é é ﬁ ＡＢＣ',
  'a tag': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'an attribute': '" onmouseover="alert(1)" x="',
  'a statement': "'; DROP TABLE draft; --",
  'a wildcard': '%_\\%',
  'a template': ['{{7*7}}', '$', '{7*7}#{7*7}<%= 7*7 %>'].join(''),
  'a formula': '=HYPERLINK("http://127.0.0.1","x")',
  'a path': '../../../../etc/passwd',
  'a device': 'CON.txt:stream',
  'a format': '%s%n%d%x',
  'a name of JavaScript': '__proto__',
  'a word for nothing': 'null',
  'not a number': 'NaN',
  'a large number': '9'.repeat(400),
  entities: '&lt;&#x3C;&amp;amp;',
  'a document type': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
  'quotes of all kinds': '“”‘’「」『』《》〈〉"\'`',
  'a line of mail': 'x\r\nBcc: a@b.c',
  long: '政'.repeat(100_000),
};

/** Texts in which anything may stand; those of a fixed form are refused by it. */
function textFields(schema: JsonSchema): readonly string[] {
  const form = resolved(schema, document);
  return Object.entries(form.properties ?? {}).flatMap(([key, each]) => {
    const { type, format, pattern, enum: members } = resolved(each, document);
    return type === 'string' && !format && !pattern && !members ? [key] : [];
  });
}

const people = [
  ...['city drafter', 'city proposer', 'city reviewer', 'province reviewer', 'city publisher'],
  ...['city analyst', 'city administrator', 'nation administrator'],
];

test('in every text of every request: refused with a reason, or kept as it is, never a defect', async () => {
  const counts = new Map<number, number>();
  let kept = 0;
  for (const operation of operationsOf(document)) {
    const schema = bodySchema(operation);
    if (!schema || ends(operation)) continue;
    const plain = { ...(exampleOf(schema, document) as object), ...known(schema) };
    const who = await personFor(operation, plain);
    for (const field of textFields(schema)) {
      for (const [name, text] of Object.entries(naughty)) {
        const answer = await ask(who, operation, { ...plain, [field]: text });
        const what = `${operation.operationId} ${field}: ${name}: ${answer.text.slice(0, 300)}`;
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
        expect(answer.status, what).toBeLessThan(500);
        const back: unknown = answer.status < 300 ? answer.json?.[field] : undefined;
        if (typeof back !== 'string') continue;
        expect(back, what).toBe(text);
        kept += 1;
      }
    }
  }
  process.stdout.write(`by status: ${JSON.stringify([...counts].sort())}; ${kept} given back\n`);
  expect(kept).toBeGreaterThan(50);
  expect(api.defects).toEqual([]);
  expect(await api.store.verify()).toEqual([]);
}, 600_000);

/** Somebody who may ask this, where there is one. */
async function personFor(operation: Operation, body: object): Promise<string> {
  for (const who of people) {
    const { status } = await ask(who, operation, body);
    if (status !== 403 && status !== 404) return who;
  }
  return 'city drafter';
}

function ask(who: string, operation: Operation, body: object) {
  const headers = { 'if-match': '"1"' };
  return api.ask(who, operation.method, filled(operation), { body, headers });
}

/** After these there is nothing left to ask about. */
function ends({ operationId }: Operation): boolean {
  return ['closeDraft', 'withdrawProposal', 'signOut', 'setAccess'].includes(operationId);
}

/** Ids that lead somewhere, where the body wants some. */
function known(schema: JsonSchema): object {
  const all: Readonly<Record<string, unknown>> = {
    jurisdictionId: api.world.places.city,
    documentId: api.world.documents.city.id,
    placeId: api.world.places.city,
    path: 'policies/city.tiaoli',
    draftId: ids.draft.id,
    versionId: ids.versionId,
    revision: 1,
    round: 1,
  };
  const { properties = {} } = resolved(schema, document);
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in properties));
}

function filled({ path }: Operation): string {
  const [, word = ''] = path.split('/');
  const id: Readonly<Record<string, string>> = {
    drafts: ids.draft.id,
    proposals: ids.proposal.id,
    threads: ids.thread.id,
    versions: ids.versionId,
    documents: api.world.documents.city.id,
    jurisdictions: api.world.places.city,
    users: api.world.people.get('city analyst') ?? '',
  };
  return path
    .replace('{id}', id[word] ?? 'x')
    .replace('{number}', '1')
    .replace(/\{\w+\}/, ids.suggestion.id);
}
