import { parseDate } from '@tiaoli/base';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Policies } from '../open-policies.ts';
import { resolveReference } from '../resolve-reference.ts';
import { realPolicies } from '../testing.ts';
import { describeCalculator } from './describe-calculator.ts';
import type { FormField } from './form-field.ts';
import type { SettledForm } from './settle-form.ts';
import { settleForm } from './settle-form.ts';

let policies: Policies;

beforeAll(async () => {
  policies = await realPolicies();
});

function settle(document: string, input: unknown, target: { on?: string; place?: string } = {}) {
  const { reference } = resolveReference(policies, document);
  if (!reference) throw new Error(`no such document: ${document}`);
  const on = target.on === undefined ? undefined : parseDate(target.on);
  return settleForm(policies, reference, {
    input,
    language: 'zh',
    ...(on !== undefined && { on }),
    ...(target.place !== undefined && { jurisdiction: target.place }),
  });
}

type Settled = Extract<SettledForm, { kind: 'settled' }>;

function settled(document: string, input: unknown, target = {}): Settled {
  const answer = settle(document, input, target);
  if (answer.kind !== 'settled') throw new Error(JSON.stringify(answer));
  return answer;
}

const inpatient = 'taiyuan.resident-inpatient';
const claim = { id: '1', 结算日期: '2023-05-01', 收费类别: '二类市省', 甲类费用: '10000' };

describe('what still matters', () => {
  const mattering = ({ fields }: Settled): readonly string[] =>
    fields.filter(({ matters }) => matters).map(({ path }) => path.replace('claims[0].', ''));

  test('an empty claim asks for the day first, then for what the rules of that day need', () => {
    expect(settled(inpatient, { claims: [{}] }).missing.map(({ path }) => path)).toEqual([
      'claims[0].结算日期',
    ]);
    const next = settled(inpatient, { claims: [{ 结算日期: '2023-05-01' }] });
    expect(next.missing.map(({ path }) => path)).toContain('claims[0].收费类别');
    expect(settled(inpatient, { claims: [claim] }).missing).toEqual([]);
  });

  test('how a stay elsewhere was filed matters only where the stay was elsewhere', () => {
    const stay = { 结算日期: '2025-05-01', 甲类费用: '10000' };
    const here = settled('pattern.shape-31', { claims: [stay] });
    expect(mattering(here)).not.toContain('备案状态');
    const elsewhere = settled('pattern.shape-31', { claims: [{ ...stay, 就医地: '跨省' }] });
    expect(mattering(elsewhere)).toContain('备案状态');
    const filing = elsewhere.fields.find(({ path }) => path === 'claims[0].备案状态');
    expect(filing).toEqual({
      path: 'claims[0].备案状态',
      state: 'default',
      matters: true,
      value: '备案',
    });
  });

  test('fields of a layer that a condition excludes are not asked for', () => {
    const outpatient = { 结算日期: '2023-05-01', 就医类别: '住院', 甲类费用: '100' };
    const answer = settled('taiyuan.employee-outpatient', { claims: [outpatient] });
    expect(answer.missing).toEqual([]);
    expect(mattering(answer)).not.toContain('收费类别');
    const within = settled('taiyuan.employee-outpatient', {
      claims: [{ ...outpatient, 就医类别: '门诊' }],
    });
    expect(within.missing.map(({ field }) => field)).toContain('收费类别');
  });

  test('a claim that was all used up by an earlier one still rests on it', () => {
    const year = { claims: [claim, { ...claim, id: '2', 结算日期: '2023-06-01' }] };
    const { fields } = settled(inpatient, year);
    const matters = (path: string) => fields.find((each) => each.path === path)?.matters;
    expect([matters('claims[0].收费类别'), matters('claims[1].收费类别')]).toEqual([true, true]);
  });
});

test('ladders are plain data, and every number says where it is laid down', () => {
  const answer = settled(inpatient, { claims: [claim] });
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  const [ladder] = answer.ladders;
  expect(ladder?.payers.map(({ amount }) => amount)).toEqual(['6650.00', '0.00', '3350.00']);
  const lines = (ladder?.layers ?? []).flatMap((layer) => layer.lines);
  expect(lines.length).toBeGreaterThan(4);
  for (const { clauses } of lines) {
    expect(clauses.length).toBeGreaterThan(0);
    for (const { file, line, text } of clauses) {
      const source = policies.texts.get(file)?.split('\n')[line - 1];
      expect(source?.trim(), text).toMatch(/./);
    }
  }
  const deductible = lines.find(({ label }) => label.zh.startsWith('起付'));
  expect(deductible?.clauses[0]?.source).toContain('转述');
  expect(answer.state.map(({ name }) => name)).toContain('住院统筹.支付.本年');
});

test.each([
  [{ claims: [{ ...claim, 甲类费用: 'many' }] }, 'wrong-value', 'claims[0].甲类费用'],
  [
    { claims: [claim, { ...claim, id: '2', 收费类别: '四类' }] },
    'wrong-value',
    'claims[1].收费类别',
  ],
  [{ person: { 年岁: 40 }, claims: [claim] }, 'unknown-field', 'person.年岁'],
  [{ claims: [{ ...claim, 乙类自付: '5' }] }, 'invariant-broken', 'claims[0]'],
  [{ claims: [{ ...claim, 甲类费用: '99999999' }] }, 'input-too-high', 'claims[0].甲类费用'],
  [
    {
      claims: [
        {
          ...claim,
          明细: [
            { 类别: '甲', 金额: '1' },
            { 类别: '丁', 金额: '1' },
          ],
        },
      ],
    },
    'wrong-value',
    'claims[0].明细[1].类别',
  ],
  [{ claims: [claim, claim] }, 'duplicate-claim', 'claims[1].id'],
  [{ claims: [] }, 'no-claims', ''],
  [null, 'wrong-shape', ''],
])('%j is refused at its field', (input, code, path) => {
  const answer = settle(inpatient, input);
  const found = answer.kind === 'refused' ? answer.findings : [];
  expect(found.map((each) => [each.code, each.path])).toContainEqual([
    code,
    expect.stringContaining(path),
  ]);
});

test('a document with errors says where', async () => {
  const answer = settle(inpatient, { claims: [claim] }, { on: '2020-01-01' });
  expect(answer.kind === 'refused' && answer.findings[0]?.code).toBe('no-version-in-force');
});

test('what does not matter may be changed without changing a result', () => {
  const cases = [
    { document: inpatient, claim },
    { document: inpatient, claim: { ...claim, 就医地: '跨省' } },
    {
      document: 'taiyuan.employee-outpatient',
      claim: { 结算日期: '2023-05-01', 就医类别: '门诊', 收费类别: '三类', 甲类费用: '500' },
    },
    {
      document: 'shandong.assistance',
      claim: { 结算日期: '2023-05-01', 甲类费用: '80000' },
      place: '泰安市',
    },
  ];
  let changes = 0;
  for (const { document, claim: given, place } of cases) {
    const { reference } = resolveReference(policies, document);
    const target = place === undefined ? {} : { jurisdiction: place };
    const described =
      reference && describeCalculator(policies, reference, { ...target, on: 19478 });
    if (described?.kind !== 'described') throw new Error(document);
    const { form } = described;
    const where = place === undefined ? {} : { place };
    const answer = settled(document, { claims: [given] }, where);
    for (const { path, matters } of answer.fields) {
      const [record = '', name = ''] = path.split('.');
      const entity = record === 'person' ? form.subjects[0] : form.claim;
      const field = entity?.fields.find((each) => each.name === name);
      if (matters || !field || field.role) continue;
      for (const value of valuesOf(field)) {
        const person = record === 'person' ? { [name]: value } : {};
        const changed = record === 'person' ? given : { ...given, [name]: value };
        const other = settle(document, { person, claims: [changed] }, where);
        if (other.kind === 'refused') continue;
        expect(other.result.outputs, `${document} ${path} = ${value}`).toEqual(
          answer.result.outputs,
        );
        changes += 1;
      }
    }
  }
  expect(changes).toBeGreaterThan(40);
});

/** Some values that a field may have. */
function valuesOf({ type, options, low, high }: FormField): readonly unknown[] {
  if (type === 'member') return (options ?? []).map(({ value }) => value);
  if (type === 'set') return (options ?? []).map(({ value }) => [value]);
  return [low, high].filter((value) => value !== undefined);
}
