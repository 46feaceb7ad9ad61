import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnySchema, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { fixtures, root, runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const cases = `${fixtures}/cases`;

interface Household {
  readonly person: readonly object[];
  readonly household: { readonly 共济授权: readonly Readonly<Record<string, unknown>>[] };
  readonly claims: readonly Readonly<Record<string, unknown>>[];
  readonly state: Readonly<Record<string, string>>;
}

function read(name: string): Household {
  return JSON.parse(readFileSync(join(root, cases, name), 'utf8'));
}

const given = read('household.json');
const [self = {}, spouse = {}] = given.person;
const [first = {}, second = {}] = given.claims;
const [entry = {}] = given.household.共济授权;

async function calc(document: string, input: object) {
  const args = ['calc', document, '--input', '-', '--format', 'json'];
  return await runHereJson(args, { input: JSON.stringify(input) });
}

/** What a target of `compile` writes, by the last part of the file's name. */
async function compiled(document: string, target: string): Promise<Map<string, AnySchema>> {
  const out = mkdtempSync(join(tmpdir(), 'tiaoli-household-'));
  expect((await runHere(['compile', document, '--target', target, '--out', out])).code).toBe(0);
  return new Map(
    readdirSync(out).map((name) => [
      name.replace(/^.*@[-0-9]+\./, ''),
      JSON.parse(readFileSync(join(out, name), 'utf8')),
    ]),
  );
}

function accepting(schema: AnySchema | undefined): ValidateFunction {
  return new Ajv2020({ strict: false, validateFormats: false }).compile(schema ?? false);
}

describe.each([
  ['pattern.shape-29', 'household.json', { 家庭共济: '300.00', 现金: '115.00' }],
  ['taiyuan.employee-account', 'taiyuan-account.json', { 家庭共济: '200.00', 现金: '150.00' }],
])('a household under %s', (document, file, paid) => {
  test('is what its schemas say, and settles', async () => {
    const input = read(file);
    expect(schemaErrors('calc-input.schema.json', input)).toEqual([]);
    const schemas = await compiled(document, 'json-schema');
    const accepts = accepting(schemas.get('input.schema.json'));
    expect(accepts(input), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts({ ...input, person: [{ 户: '1' }] })).toBe(false);
    expect(accepts({ ...input, household: { 共济授权: [{ 次序: 8 }] } })).toBe(false);
    const eight = Array.from({ length: 8 }, () => ({ 次序: 1 }));
    expect(accepts({ ...input, household: { 共济授权: eight } })).toBe(false);
    expect(accepts({ ...input, claims: [{ member: '本人', 成员: '本人' }] })).toBe(false);
    const { json } = await calc(document, input);
    expect(json.findings).toEqual([]);
    const acceptsResult = accepting(schemas.get('output.schema.json'));
    expect(acceptsResult(json), JSON.stringify(acceptsResult.errors)).toBe(true);
    for (const [name, value] of Object.entries(paid)) {
      expect(json.outputs[name].value, name).toBe(value);
    }
  });

  test('is part of the description of a service', async () => {
    const description = (await compiled(document, 'openapi')).get('openapi.json');
    const accepts = accepting(JSON.parse(JSON.stringify(description)).components.schemas.Case);
    expect(accepts(read(file)), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts({ ...read(file), household: { 授权: [] } })).toBe(false);
  });
});

test.each([
  ['two of one name', { ...given, person: [self, self] }, ['duplicate-member', 'unknown-member']],
  [
    'a claim of somebody else',
    { ...given, claims: [{ ...second, member: '配藕' }] },
    ['unknown-member'],
  ],
  [
    'a claim of nobody, where 本人 is not there',
    { ...given, person: [spouse, { member: '子女' }], claims: [first] },
    ['unknown-member'],
  ],
  [
    'an account of nobody',
    { ...given, household: { 共济授权: [{ ...entry, 出资人: '子女' }] } },
    ['unknown-owner'],
  ],
  [
    'one person, a claim of another',
    { ...given, person: spouse, claims: [{ ...first, member: '本人' }] },
    ['unknown-member'],
  ],
])('%s is refused', async (_, input, codes) => {
  const { code, json } = await calc('pattern.shape-29', input);
  expect(code).toBe(1);
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual(codes);
});

test('what a rule reads of the owner of an account is looked at like any other fact', async () => {
  const account = read('taiyuan-account.json');
  const [own = {}, child = {}] = account.person;
  const wrong = { ...account, person: [own, { ...child, 年龄: 200 }] };
  const { code, json } = await calc('taiyuan.employee-account', wrong);
  expect(code).toBe(1);
  expect(json.findings).toMatchObject([{ code: 'input-too-high' }]);
  expect(json.findings[0].message).toContain('person[1].年龄');
  const resident = { ...account, person: [own, { ...child, scheme: 'resident' }] };
  const { json: unpaid } = await calc('taiyuan.employee-account', resident);
  expect(unpaid.outputs.家庭共济.value).toBe('0.00');
  const { json: unknown } = await calc('taiyuan.employee-account', { ...account, person: [own] });
  expect(unknown.outputs.家庭共济).toMatchObject({ status: 'missing', reason: '没有这个人的资料' });
});

test.each([
  ['an account that is known by its balance alone', { ...given, person: [self], claims: [first] }],
  [
    'people who are not listed',
    { household: { 共济授权: [] }, claims: [first, second], state: given.state },
  ],
  ['one person, whom no claim names', { ...given, person: spouse, household: {}, claims: [first] }],
])('%s is not', async (_, input) => {
  const { json } = await calc('pattern.shape-29', input);
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual([]);
});

async function ladderOf(household: object): Promise<readonly string[]> {
  const account = read('taiyuan-account.json');
  const input = JSON.stringify({ ...account, household });
  const { stdout } = await runHere(
    ['calc', 'taiyuan.employee-account', '--input', '-', '--policies', 'policies'],
    { input },
  );
  const [, lines = ''] = stdout.split('家庭共济（共济账户）\n');
  return lines.split('\n\n')[0]?.split('\n') ?? [];
}

describe('who pays from whose account', () => {
  const [given1] = read('taiyuan-account.json').household.共济授权;
  const brother = { ...given1, 次序: 2, 出资人: '本人', 关系: '兄弟姐妹' };

  test('is a line for each, with the balance before and after', async () => {
    const lines = await ladderOf({ 共济授权: [brother, given1] });
    expect(lines.filter((line) => line.includes('位')).map((line) => line.trim())).toEqual([
      '第1位 子女                    200.00   余额 5,000.00，付后 4,800.00，每次最多 200.00  〔条「家庭共济」〕',
      '第2位 本人                      0.00   不符合条件，没有用  〔条「家庭共济」〕',
      '− 各位都付不了的                150.00  〔条「家庭共济」〕',
    ]);
  });

  test.each([
    ['one rank twice', [given1, { ...given1, 出资人: '本人' }], '有几条记录同时符合，只应有一条'],
    ['one owner twice', [given1, { ...given1, 次序: 2 }], '同一个人的账户列了两次，或者就是本人'],
    ['the person himself', [{ ...given1, 出资人: '本人' }], '同一个人的账户列了两次，或者就是本人'],
  ])('is not guessed: %s', async (_, records, reason) => {
    expect((await ladderOf({ 共济授权: records }))[0]?.trim()).toBe(
      `待补充：${reason}  〔条「家庭共济」〕`,
    );
    const account = read('taiyuan-account.json');
    const household = { 共济授权: records };
    const { json } = await calc('taiyuan.employee-account', { ...account, household });
    expect(json.outputs.家庭共济).toMatchObject({ status: 'missing', reason });
    expect(json.outputs.现金.status).toBe('missing');
    // What the accounts hold is not known now, and is not carried on as if it were.
    expect(Object.keys(json.state).filter((key) => key.startsWith('个人账户余额'))).toEqual([]);
  });
});

describe('a year of two people', () => {
  const [own, other] = ['本人', '配偶'].map((member, at) => ({
    id: String(at + 1),
    member,
    settledAt: `2023-05-0${at + 1}`,
    care: 'outpatient',
    甲类费用: '1000.00',
  }));
  const both = { person: given.person, household: { 共济授权: [] }, claims: [own, other] };

  test('each bears a deductible of his own', async () => {
    const { json } = await calc('pattern.shape-29', both);
    // (1,000 − 600) × 65% for each.
    expect(json.claims.map((claim: Claim) => claim.outputs.门诊统筹?.value)).toEqual([
      '260.00',
      '260.00',
    ]);
    expect(json.state).toMatchObject({
      '门诊统筹.起付.本年[本人]': '600.00',
      '门诊统筹.起付.本年[配偶]': '600.00',
    });
  });

  test('goes on from what it left, whoever comes next', async () => {
    const { json: before } = await calc('pattern.shape-29', both);
    const { state, stateInstances } = before;
    for (const [claim, paid] of [
      [other, '650.00'],
      [own, '650.00'],
    ] as const) {
      const next = { ...both, claims: [claim], state, stateInstances };
      const { json } = await calc('pattern.shape-29', next);
      expect(json.findings).toEqual([]);
      expect(json.outputs.门诊统筹.value).toBe(paid);
      expect(Object.keys(json.state).toSorted()).toEqual(Object.keys(state).toSorted());
    }
  });

  test('is one of each alone', async () => {
    const { json: alone } = await calc('pattern.shape-29', { ...both, claims: [own] });
    expect(alone.state['门诊统筹.起付.本年']).toBe('600.00');
    const { json } = await calc('pattern.shape-29', {
      ...both,
      claims: [other],
      state: { '门诊统筹.起付.本年[本人]': '600.00' },
    });
    expect(json.outputs.门诊统筹.value).toBe('260.00');
  });
});

interface Claim {
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
}

describe('money goes round a household', () => {
  const names = ['本人', '配偶', '子女'];
  const person = names.map((member) => ({ member, scheme: 'employee' }));
  const balances = {
    '个人账户余额[本人]': '100.00',
    '个人账户余额[配偶]': '250.33',
    '个人账户余额[子女]': '40.00',
  };

  function cents(text: string): bigint {
    return BigInt(text.replace('.', ''));
  }

  test('what the accounts lose is what they paid, claim by claim', async () => {
    // The spouse pays for the person and the person for the spouse: two authorisations, one at a time.
    let state: Readonly<Record<string, string>> = balances;
    const rounds = [
      ['本人', '配偶', '180.01'],
      ['配偶', '本人', '300.00'],
      ['本人', '配偶', '77.77'],
      ['子女', '配偶', '99.99'],
      ['配偶', '子女', '500.00'],
    ] as const;
    for (const [at, [member, owner, cost]] of rounds.entries()) {
      const claims = [
        {
          id: String(at),
          member,
          settledAt: `2023-05-0${at + 1}`,
          care: 'outpatient',
          丙类费用: cost,
        },
      ];
      const household = { 共济授权: [{ 次序: 1, 出资人: owner, 单次上限: '120.00' }] };
      const before = state;
      const { json } = await calc('pattern.shape-29', { person, household, claims, state });
      expect(json.findings).toEqual([]);
      const { 个人账户支付, 家庭共济, 现金 } = json.outputs;
      const paid = cents(个人账户支付.value) + cents(家庭共济.value);
      expect(paid + cents(现金.value)).toBe(cents(cost));
      state = Object.fromEntries(
        names.map((name) => {
          const key = `个人账户余额[${name}]`;
          return [key, json.state[key] ?? before[key]];
        }),
      );
      expect(total(before) - total(state), `${member} ${cost}`).toBe(paid);
      expect(Object.values(state).every((each) => cents(each) >= 0n)).toBe(true);
    }
  });

  function total(state: Readonly<Record<string, string>>): bigint {
    return Object.values(state).reduce((sum, each) => sum + cents(each), 0n);
  }
});
