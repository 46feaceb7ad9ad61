import { expect, test } from 'vitest';
import { personPart, undeterminedIn } from './person-part.ts';
import type { OutputJson, SettledJson } from './settled-json.ts';

function output(value: string | null, more: Partial<OutputJson> = {}): OutputJson {
  return { value, kind: 'money', status: value === null ? 'missing' : 'value', ...more };
}

const borne = output('1300.50', { field: 'psn_part_amt' });
const cash = output('20.00', { field: 'psn_cash_pay' });

test.each([
  [{ 统筹: output('1.00'), 现金: cash, 个人负担: borne }, '1,300.50'],
  [{ 现金: cash }, '20.00'],
  [{ 个人负担: output(null, { field: 'psn_part_amt' }), 现金: cash }, undefined],
  [{ 统筹: output('1.00') }, undefined],
])('what the person bears: %#', (outputs, part) => {
  expect(personPart(outputs)).toBe(part);
});

test('reasons are told once, and what is only not answered yet is none', () => {
  const unseen = output(null, { reason: '未见' });
  const claims = [
    { id: '1', outputs: { 甲: unseen, 乙: unseen, 丙: output(null) } },
    {
      id: '2',
      outputs: { 甲: unseen, 丁: output(null, { status: 'not-applicable', reason: '免' }) },
    },
  ];
  expect(undeterminedIn({ result: { claims } } as unknown as SettledJson)).toEqual(['未见']);
});
