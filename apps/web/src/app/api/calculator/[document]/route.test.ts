import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as addExample } from './example/route.ts';
import { GET, POST } from './route.ts';

const repository = join(import.meta.dirname, '../../../../../../..');
const document = 'taiyuan.resident-inpatient';
const path = 'policies/shanxi/taiyuan/resident-inpatient-2023.tiaoli';
const claim = { id: '1', 结算日期: '2023-11-01', 收费类别: '一类', 甲类费用: '200000.00' };

let parent: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tiaoli-calculator-'));
  await cp(join(repository, 'policies'), join(parent, 'policies'), { recursive: true });
  process.env.TIAOLI_POLICIES = join(parent, 'policies');
});

afterAll(() => rm(parent, { recursive: true, force: true }));

type Route = (
  request: NextRequest,
  context: { readonly params: Promise<{ readonly document: string }> },
) => Promise<Response>;

async function ask(route: Route, body: unknown, { query = '', id = document, raw = '' } = {}) {
  const init =
    body === undefined ? {} : { method: 'POST', body: raw === '' ? JSON.stringify(body) : raw };
  const request = new NextRequest(`http://localhost/api/calculator/x${query}`, init);
  const response = await route(request, { params: Promise.resolve({ document: id }) });
  return { status: response.status, json: await response.json() };
}

describe('a document as a form', () => {
  test('has its fields and its examples, published cases first', async () => {
    const { status, json } = await ask(GET, undefined);
    expect(status).toBe(200);
    expect(json.form.document).toBe(document);
    expect(json.path).toBe(path);
    expect(json.examples[0].published).toBe('CX01-TY-3adm');
    expect(json.examples[0].draft.claims).toHaveLength(3);
  });

  test.each([
    ['a document that is not there', { id: 'nobody' }, 404, 'unknown-document'],
    ['a document that only has words', { id: 'national.common' }, 422, 'nothing-to-settle'],
    ['half an escape', { id: '%E4%BD' }, 404, 'unknown-document'],
    ['a day that is none', { query: '?on=2023-02-30' }, 400, 'no-such-day'],
    ['facts in the address', { query: '?amount=200' }, 400, 'wrong-address'],
  ])('says why not: %s', async (_what, options, status, code) => {
    const answer = await ask(GET, undefined, options);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});

describe('a case', () => {
  test('is settled as far as it is filled in', async () => {
    const { json } = await ask(POST, { case: { claims: [claim] } });
    expect(json.kind).toBe('settled');
    expect(json.ladders[0].payers.map(({ amount }: { amount: string }) => amount)).toEqual([
      '70000.00',
      '90000.00',
      '40000.00',
    ]);
  });

  test('with a mistake is refused at its field', async () => {
    const wrong = { ...claim, 收费类别: '五类' };
    const { status, json } = await ask(POST, { case: { claims: [claim, { ...wrong, id: '2' }] } });
    expect(status).toBe(200);
    expect(json.kind).toBe('refused');
    expect(json.findings[0].path).toBe('claims[1].收费类别');
  });

  test.each([
    ['no JSON', '{', 400],
    ['no case', '{}', 400],
    ['something beside it', '{"case":{},"more":1}', 400],
    ['too much', `{"case":{"x":"${'9'.repeat(1_100_000)}"}}`, 413],
  ])('%s is answered in words', async (_what, raw, status) => {
    const answer = await ask(POST, {}, { raw });
    expect(answer.status).toBe(status);
    expect(answer.json.title).toMatch(/。$/);
  });
});

describe('an example', () => {
  const body = { case: { claims: [claim] }, name: '路由试验', expect: ['住院统筹'], path };
  const stored = (): Promise<string> => readFile(join(parent, path), 'utf8');

  test('is shown first, written with its revision, and not written twice', async () => {
    const before = await stored();
    const shown = await ask(addExample, body);
    expect(shown.json.kind).toBe('ready');
    expect(await stored()).toBe(before);
    const { revision, block, line } = shown.json;
    const saved = await ask(addExample, { ...body, revision });
    expect(saved.json).toEqual({ kind: 'saved', path, line });
    expect(await stored()).toBe(`${before}\n${block}\n`);
    const again = await ask(addExample, { ...body, name: '再一次', revision });
    expect(again.json).toEqual({ kind: 'conflict' });
    const taken = await ask(addExample, body);
    expect(taken.json.kind).toBe('refused');
    expect(taken.json.reasons[0]).toContain('路由试验');
    await writeFile(join(parent, path), before);
  });

  test.each([
    ['a file that is not there', { path: 'policies/none.tiaoli' }],
    ['a file outside', { path: '../etc/passwd' }],
    ['a case that is not complete', { case: { claims: [{ 结算日期: '2023-11-01' }] } }],
  ])('is refused with a reason: %s', async (_what, more) => {
    const { json } = await ask(addExample, { ...body, ...more });
    expect(json.kind).toBe('refused');
    expect(json.reasons.length).toBeGreaterThan(0);
  });
});
