import { parseDate } from '@tiaoli/base';
import { beforeAll, expect, test } from 'vitest';
import type { Policies } from '../open-policies.ts';
import { resolveReference } from '../resolve-reference.ts';
import { realPolicies } from '../testing.ts';
import type { CalculatorForm } from './describe-calculator.ts';
import { describeCalculator } from './describe-calculator.ts';

let policies: Policies;

beforeAll(async () => {
  policies = await realPolicies();
});

function formOf(document: string, target: { on?: string; jurisdiction?: string } = {}) {
  const { reference } = resolveReference(policies, document);
  if (!reference) throw new Error(`no such document: ${document}`);
  const { on, ...rest } = target;
  const day = on === undefined ? undefined : parseDate(on);
  return describeCalculator(policies, reference, {
    ...rest,
    ...(day !== undefined && { on: day }),
  });
}

function described(document: string, target = {}): CalculatorForm {
  const answer = formOf(document, target);
  if (answer.kind !== 'described') throw new Error(JSON.stringify(answer));
  return answer.form;
}

test('the fields of an inpatient settlement in Taiyuan', () => {
  const form = described('taiyuan.resident-inpatient', { on: '2023-05-01' });
  expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  expect(form).toMatchObject({
    document: 'taiyuan.resident-inpatient',
    on: '2023-05-01',
    jurisdiction: '太原市',
    places: [{ place: '太原市', level: 'city', parent: '山西省' }],
    versions: [{ ref: 'taiyuan.resident-inpatient@2023-01-01', from: '2023-01-01' }],
  });
  expect(form.subjects.map(({ key }) => key)).toEqual(['person']);
  expect(form.claim).toMatchObject({ key: 'claims', name: '结算', alias: 'claim' });
  expect(form.parts.map(({ key }) => key)).toEqual(['items']);
  const field = (name: string) => form.claim.fields.find((each) => each.name === name);
  expect(field('收费类别')).toMatchObject({
    alias: 'chargeClass',
    type: 'member',
    ordered: false,
    used: true,
    question: { en: 'Please give chargeClass.' },
  });
  expect(field('收费类别')?.options?.[1]).toEqual({
    value: '二类县',
    label: { zh: '二类县', en: 'class2_county' },
  });
  expect(field('收费类别')).not.toHaveProperty('default');
  expect(field('结算日期')).toMatchObject({ type: 'date', role: 'settled-on', low: '2000-01-01' });
  expect(field('结算号')).toMatchObject({ type: 'text', role: 'id' });
  expect(field('医院级别')).toMatchObject({ ordered: true, default: { value: '三级' } });
  expect(field('甲类费用')).toMatchObject({ type: 'money', low: '0.00', high: '10000000.00' });
  expect(field('甲类费用')?.default).toEqual({
    formula: { zh: expect.stringContaining('合计'), en: expect.stringContaining('sum') },
  });
  expect(field('住院天数')).toMatchObject({ type: 'integer', low: 1, used: false });
  const categories = form.subjects[0]?.fields.find(({ name }) => name === '人员类别');
  expect(categories).toMatchObject({ type: 'set', atMost: 7, default: { value: ['普通'] } });
  expect(form.accumulators).toContainEqual({
    name: '住院统筹.起付.本年',
    type: 'money',
    keyed: false,
    period: { zh: '本年', en: 'this year' },
  });
});

test('a provincial document can be calculated for its cities', () => {
  const { places, jurisdiction } = described('shandong.assistance', { jurisdiction: '泰安市' });
  expect(jurisdiction).toBe('泰安市');
  expect(places).toEqual([
    { place: '山东省', level: 'province' },
    { place: '泰安市', level: 'city', parent: '山东省' },
    { place: '济南市', level: 'city', parent: '山东省' },
    { place: '淄博市', level: 'city', parent: '山东省' },
  ]);
});

test('without a day, the form is that of the newest version', () => {
  const { on, versions } = described('taiyuan.employee-outpatient');
  expect(on).toBe('2024-07-01');
  expect(versions.map(({ from }) => from)).toEqual(['2023-01-01', '2024-07-01']);
});

test.each([
  ['national.common', { on: '2023-05-01' }, undefined],
  ['taiyuan.resident-inpatient', { on: '2020-05-01' }, 'no-version-in-force'],
])('%s %j', (document, target, code) => {
  const answer = formOf(document, target);
  if (code === undefined) expect(answer.kind).toBe('described');
  else if (answer.kind === 'refused') expect(answer.diagnostics[0]?.code).toBe(code);
  else expect(answer).toMatchObject({ kind: 'refused' });
});

test('every document of the folder has a form, or says why not', () => {
  const ids = new Set(policies.language.documents().map(({ id }) => id));
  for (const id of ids) {
    const answer = formOf(id);
    expect(answer.kind, `${id} ${JSON.stringify(answer).slice(0, 200)}`).toBe('described');
  }
});
