import { describe, expect, test } from 'vitest';
import type { FormField } from './calculator-form.ts';
import type { FieldKnowledge } from './fields-to-ask.ts';
import { fieldsToAsk } from './fields-to-ask.ts';

function field(name: string, more: Partial<FormField> = {}): FormField {
  const question = { zh: name, en: name };
  return { name, type: 'text', optional: false, spells: false, used: true, question, ...more };
}

const literal = { default: { value: '三级', formula: { zh: '三级', en: '三级' } } };
const formula = { default: { formula: { zh: '合计', en: 'sum' } } };
const fields = [
  field('类别'),
  field('级别', literal),
  field('费用', formula),
  field('日期', { role: 'settled-on' }),
  field('旁的', { used: false }),
];

function names(answers: Readonly<Record<string, string>>, knowledge: Partial<FieldKnowledge>) {
  const { needed, offered, folded } = fieldsToAsk(fields, answers, {
    isMissing: () => false,
    matters: () => false,
    ...knowledge,
  });
  return [needed, offered, folded].map((group) => group.map(({ name }) => name));
}

describe('the fields of a record', () => {
  const is =
    (...wanted: readonly string[]) =>
    (name: string) =>
      wanted.includes(name);
  test.each([
    [
      'the day is asked for first',
      {},
      { isMissing: is('日期') },
      [['日期'], [], ['类别', '级别', '费用']],
    ],
    [
      'what is missing is needed, and what has a value of its own is offered',
      { 日期: 'x' },
      { isMissing: is('类别'), matters: is('日期', '级别', '费用') },
      [['日期', '类别', '费用'], ['级别'], []],
    ],
    [
      'an answer stays though it does not matter',
      { 日期: 'x', 级别: '一级' },
      { matters: is('日期') },
      [['日期'], ['级别'], ['类别', '费用']],
    ],
    [
      'the field that is edited stays where it is',
      { 日期: 'x', 级别: '一级' },
      { matters: is('日期'), held: { name: '级别', group: 'folded' as const } },
      [['日期'], [], ['类别', '级别', '费用']],
    ],
    [
      'an answer shows what no case needs',
      { 旁的: 'x' },
      {},
      [['旁的'], [], ['日期', '类别', '级别', '费用']],
    ],
  ])('%s', (_what, answers, knowledge, groups) => {
    expect(names(answers, knowledge)).toEqual(groups);
  });
});
