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
