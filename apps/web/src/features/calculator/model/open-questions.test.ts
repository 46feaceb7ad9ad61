import { expect, test } from 'vitest';
import type { CalculatorForm, FormField } from './calculator-form.ts';
import type { Draft } from './draft.ts';
import { openQuestions } from './open-questions.ts';
import type { SettledJson } from './settled-json.ts';

const field = (name: string): FormField => ({
  name,
  type: 'text',
  optional: false,
  spells: false,
  used: true,
  question: { zh: name, en: name },
});

const form: Pick<CalculatorForm, 'claim' | 'lists' | 'parts'> = {
  claim: { key: 'claims', name: '结算', fields: [field('日期')] },
  lists: [{ key: '授权', name: '授权', within: 'household', fields: [field('起日')] }],
  parts: [{ key: 'items', name: '明细', fields: [field('类别')] }],
};

const draft: Draft = {
  above: {},
  lists: {
    授权: [
      { key: '1', answers: { 起日: '2023-01-01' } },
      { key: '2', answers: {} },
    ],
  },
  claims: [
    {
      key: '1',
      answers: {},
      children: {
        items: [
          { key: '1', answers: {} },
          { key: '2', answers: { 类别: '甲' } },
          { key: '3', answers: {} },
        ],
      },
    },
  ],
  state: {},
};

test.each([
  ['claims[0].日期', '日期', ['claims[0].日期']],
  ['claims[0].类别', '类别', ['claims[0].items[0].类别', 'claims[0].items[2].类别']],
  ['claims[0].起日', '起日', ['household.授权[1].起日']],
  ['claims[0].明细', '明细', ['claims[0].明细']],
  ['person.年龄', '年龄', ['person.年龄']],
])('%s is asked where it is answered', (path, name, paths) => {
  const missing = [{ path, claim: '1', field: name, question: '？' }];
  const asked = openQuestions({ missing } as unknown as SettledJson, draft, form as CalculatorForm);
  expect(asked.map((each) => each.path)).toEqual(paths);
});
