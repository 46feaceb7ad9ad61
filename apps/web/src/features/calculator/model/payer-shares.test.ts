import { describe, expect, test } from 'vitest';
import { ladderText } from './ladder-text.ts';
import { payerTable } from './payer-shares.ts';
import type { LadderJson, LineJson, SettledJson } from './settled-json.ts';

function ladder(id: string, payers: Readonly<Record<string, string>>): LadderJson {
  const clause = { text: '条「一」（等级C）', file: 'policies/a.tiaoli', line: 3 };
  const line: LineJson = {
    kind: 'less',
    label: { zh: '起付线', en: 'deductible' },
    amount: '1,000.00',
    formula: { zh: '每次 1,000.00', en: '1,000.00 a claim' },
    clauses: [clause],
  };
  return {
    id,
    on: `2023-0${id}-01`,
    cost: [],
    layers: [{ name: '统筹', payer: '基金', cases: ['异地'], lines: [line], clauses: [clause] }],
    payers: Object.entries(payers).map(([name, amount]) => ({
      name: { zh: name, en: name },
      amount,
      fund: name !== '个人现金',
    })),
    payersClauses: [],
  };
}

const first = ladder('1', { 统筹: '5175.00', 个人现金: '14825.00' });
const second = ladder('2', { 统筹: '0.10', 大病: '0.20', 个人现金: '0.00' });
const unknown = ladder('3', {});

describe('who pays what', () => {
  test('sums exactly, and the person stands last', () => {
    const table = payerTable([first, second, unknown]);
    expect(table?.rows.map(({ key, amounts, total }) => [key, ...amounts, total])).toEqual([
      ['统筹', '5175.00', '0.10', '5175.10'],
      ['大病', undefined, '0.20', '0.20'],
      ['个人现金', '14825.00', '0.00', '14825.00'],
    ]);
    expect(table?.totals).toEqual(['20000.00', '0.30']);
    expect(table?.total).toBe('20000.30');
  });

  test.each([
    [[first], ['25.9%', '74.1%']],
    [[ladder('1', { 统筹: '0.00', 个人现金: '0.00' })], ['0.0%', '0.0%']],
  ])('shares are rounded half up: %#', (ladders, shares) => {
    expect(payerTable(ladders)?.rows.map(({ share }) => share)).toEqual(shares);
  });

  test('says nothing while no claim is complete', () => {
    expect(payerTable([unknown])).toBeUndefined();
  });
});

test('a settlement as text has every line with its clause, and the year', () => {
  const settled: SettledJson = {
    kind: 'settled',
    result: {
      document: 'd',
      version: 'd@2023-01-01',
      on: '2023-02-01',
      jurisdiction: '甲市',
      outputs: {},
      claims: [
        { id: '1', on: '2023-01-01', version: 'd@2023-01-01', outputs: {} },
        { id: '2', on: '2023-02-01', outputs: {} },
      ],
      state: {},
      stateInstances: {},
      missing: [],
    },
    ladders: [first, second],
    state: [],
    missing: [],
    fields: [],
    warnings: [],
  };
  const text = ladderText({ title: '甲市待遇', number: '甲〔2023〕1号' }, settled, 'zh');
  expect(text.split('\n').slice(0, 10)).toEqual([
    '甲市待遇（甲〔2023〕1号）　甲市',
    '',
    '第 1 笔结算　2023-01-01　依照 d@2023-01-01',
    '  统筹（基金）「异地」',
    '  − 起付线                        1,000.00  每次 1,000.00  〔条「一」（等级C）〕',
    '  谁付多少',
    '    统筹                          5,175.00  25.9%',
    '    个人现金                     14,825.00  74.1%',
    '    合计                         20,000.00',
    '',
  ]);
  expect(text).toContain('合计（2 笔结算）\n    统筹                          5,175.10  25.9%\n');
});
