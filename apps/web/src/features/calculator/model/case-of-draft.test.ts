import { expect, test } from 'vitest';
import type { CalculatorForm, FormField } from './calculator-form.ts';
import { caseOfDraft } from './case-of-draft.ts';
import type { Answers, Draft } from './draft.ts';
import { claimId, pathOf } from './draft.ts';
import { draftOfCase, fitsForm } from './draft-of-case.ts';

function field(name: string, type: FormField['type'], more: Partial<FormField> = {}): FormField {
  const question = { zh: name, en: name };
  return { name, type, optional: false, spells: false, used: true, question, ...more };
}

const form: CalculatorForm = {
  document: 'd',
  title: 't',
  on: '2023-01-01',
  subjects: [
    {
      key: 'person',
      name: '参保人',
      fields: [
        field('类别', 'set', { atMost: 2 }),
        field('困难', 'boolean'),
        field('证号', 'text', { optional: true }),
      ],
    },
  ],
  claim: {
    key: 'claims',
    name: '结算',
    fields: [
      field('单号', 'text', { role: 'id' }),
      field('日期', 'date', { role: 'settled-on' }),
      field('费用', 'money', { low: '0' }),
      field('折扣', 'rate'),
    ],
  },
  lists: [],
  parts: [{ key: 'items', name: '明细', fields: [field('金额', 'money')] }],
  accumulators: [
    { name: '已付', type: 'money', keyed: false, period: { zh: '本年', en: 'this year' } },
    { name: '按病种', type: 'money', keyed: true, period: { zh: '本年', en: 'this year' } },
  ],
  places: [],
  versions: [],
};

function draftOf(answers: Answers, person: Answers = {}): Draft {
  return { above: { person }, claims: [{ key: '1', answers, children: {} }], state: {} };
}

test('a draft means a case', () => {
  const draft: Draft = {
    above: { person: { 类别: ['甲'], 困难: 'false', 证号: null } },
    claims: [
      {
        key: '7',
        answers: { 日期: '2023年3月1日', 费用: '1.2万', 折扣: '65' },
        children: { items: [{ key: '1', answers: { 金额: '５' } }] },
      },
      { key: '8', answers: { 单号: 'A-1', 费用: '' }, children: { items: [] } },
    ],
    state: { 已付: '3,000' },
  };
  const { case: read, wrong } = caseOfDraft(draft, form);
  expect(wrong).toEqual([]);
  expect(read).toEqual({
    person: { 类别: ['甲'], 困难: false, 证号: null },
    claims: [
      { id: '7', 日期: '2023-03-01', 费用: '12000.00', 折扣: '0.65', items: [{ 金额: '5.00' }] },
      { id: 'A-1', items: [] },
    ],
    state: { 已付: '3000.00' },
  });
  expect(caseOfDraft(draftOfCase(read, form), form).case).toEqual({
    ...read,
    claims: [
      { id: '7', 日期: '2023-03-01', 费用: '12000.00', 折扣: '0.65', items: [{ 金额: '5.00' }] },
      { id: 'A-1', items: [] },
    ],
  });
});

test.each([
  [{ claims: [{ id: '1', 费用: '5.00', 明细: [{ 金额: '5.00' }] }], 参保人: { 困难: true } }, true],
  [{ claims: [{ 费用: [{ from: '2023-01-01', value: '5.00' }] }] }, false],
  [{ claims: [{ 明细: [{ 金额: '5.00', 别的: 'x' }] }] }, false],
  [{ claims: [{}], person: { 没有: '1' } }, false],
  [{ claims: [{}], state: { '按病种[甲]': '1.00' } }, false],
])('a case fits the form or does not: %#', (input, fits) => {
  expect(fitsForm(input, form)).toBe(fits);
});

test.each([
  [draftOf({ 费用: '-1' }), 'claims[0].费用', 'negative'],
  [draftOf({ 日期: '2023-02-30' }), 'claims[0].日期', 'no-such-day'],
  [draftOf({}, { 类别: ['甲', '乙', '丙'] }), 'person.类别', 'too-many'],
  [{ ...draftOf({}), state: { 已付: 'x' } }, 'state.已付', 'amount'],
])('what cannot be read is named and left out: %#', (draft, path, why) => {
  const { case: read, wrong } = caseOfDraft(draft, form);
  expect(wrong).toEqual([{ path, why }]);
  expect(read).toEqual({ claims: [{ id: '1' }] });
});

test('a path is that of the case', () => {
  const draft: Draft = {
    above: {},
    claims: [
      { key: '5', answers: {}, children: {} },
      { key: '2', answers: {}, children: { items: [{ key: '9', answers: {} }] } },
    ],
    state: {},
  };
  const item = { kind: 'item', claim: '2', entity: 'items', item: '9' } as const;
  expect(pathOf({ kind: 'above', entity: 'person' }, '年龄', draft, form)).toBe('person.年龄');
  expect(pathOf({ kind: 'claim', claim: '2' }, '费用', draft, form)).toBe('claims[1].费用');
  expect(pathOf(item, '金额', draft, form)).toBe('claims[1].items[0].金额');
  expect(pathOf({ kind: 'state' }, '已付', draft, form)).toBe('state.已付');
});

test.each([
  [{}, '5'],
  [{ 单号: ' A-1 ' }, 'A-1'],
  [{ 单号: ' ' }, '5'],
])('a claim with %j goes by %s', (answers, id) => {
  const claim = { key: '5', answers, children: {} };
  expect(claimId(claim, form)).toBe(id);
  const { case: read } = caseOfDraft({ above: {}, claims: [claim], state: {} }, form);
  expect(read.claims).toEqual([{ id }]);
});

const whose = field('成员', 'text', { default: { value: '本人', formula: { zh: '', en: '' } } });
const household: CalculatorForm = {
  ...form,
  subjects: [
    { key: 'person', name: '参保人', fields: [whose, field('困难', 'boolean')], many: true },
    { key: 'household', name: '家庭', fields: [] },
  ],
  claim: { ...form.claim, fields: [{ ...whose, role: 'whose' }, ...form.claim.fields] },
  lists: [
    {
      key: '授权',
      name: '授权',
      within: 'household',
      fields: [field('次序', 'integer'), field('出资人', 'text', { person: true })],
    },
  ],
  accumulators: [
    ...form.accumulators,
    {
      name: '余额',
      type: 'money',
      keyed: true,
      byPerson: true,
      period: { zh: '历来', en: 'ever' },
    },
  ],
};

const family: Draft = {
  above: { person: { 困难: 'true' }, household: {} },
  lists: {
    person: [{ key: '1', answers: { 成员: '配偶', 困难: 'false' } }],
    授权: [{ key: '1', answers: { 次序: '1', 出资人: '父亲' } }],
  },
  claims: [
    { key: '1', answers: { 成员: '配偶', 费用: '5' }, children: {} },
    { key: '2', answers: { 费用: '6' }, voided: true, children: {} },
  ],
  state: { '余额[父亲]': '20', '余额[本人]': '1', '余额[叔叔]': '7' },
};

const familyCase = {
  person: [{ 困难: true }, { 成员: '配偶', 困难: false }],
  household: { 授权: [{ 次序: '1', 出资人: '父亲' }] },
  claims: [
    { id: '1', 成员: '配偶', 费用: '5.00' },
    { id: '2', 费用: '6.00', void: true },
  ],
  state: { '余额[本人]': '1.00', '余额[父亲]': '20.00', '余额[叔叔]': '7.00' },
};

test('a household is a case of several people, and the other way round', () => {
  const made = caseOfDraft(family, household);
  expect(made.wrong).toEqual([]);
  expect(made.case).toEqual(familyCase);
  expect(fitsForm(familyCase, household)).toBe(true);
  const back = draftOfCase(familyCase, household);
  expect(caseOfDraft(back, household).case).toEqual(familyCase);
  expect(fitsForm({ ...familyCase, household: { 授权: [{ 关系: '父' }] } }, household)).toBe(false);
  const others = [{ 困难: true }, { 成员: '配偶', 年龄: 1 }];
  expect(fitsForm({ ...familyCase, person: others }, household)).toBe(false);
});

test('a balance without a name is that of the person of the first claim', () => {
  const draft = draftOfCase({ ...familyCase, state: { 余额: '3.00' } }, household);
  expect(draft.state).toEqual({ '余额[配偶]': '3.00' });
});

test('one person alone is an object, and a list without anybody is empty', () => {
  const alone: Draft = { ...family, lists: {} };
  expect(caseOfDraft(alone, household).case).toMatchObject({
    person: { 困难: true },
    household: { 授权: [] },
  });
});

test.each([
  [{ kind: 'above', entity: 'person' }, 'person[0].困难', 'person.困难'],
  [{ kind: 'listed', entity: 'person', item: '1' }, 'person[1].困难', undefined],
  [{ kind: 'listed', entity: '授权', item: '1' }, 'household.授权[0].困难', undefined],
] as const)('%j has a path', (place, path, alone) => {
  expect(pathOf(place, '困难', family, household)).toBe(path);
  if (alone) expect(pathOf(place, '困难', { ...family, lists: {} }, household)).toBe(alone);
});
