import { expect, test } from 'vitest';
import type { FactValue, NumberUnit } from '../structure/structure.ts';
import { differenceText } from './difference-text.ts';

function number(value: string, unit: NumberUnit): FactValue {
  return { kind: 'number', unit, value };
}

function names(...values: readonly string[]): FactValue {
  return { kind: 'names', values, ordered: false };
}

function date(value: string): FactValue {
  return { kind: 'date', value };
}

test.each<[FactValue | undefined, FactValue | undefined, string, string]>([
  [
    number('100000', 'money'),
    number('80000', 'money'),
    '1000元 → 800元（−200元，−20%）',
    '1000 yuan → 800 yuan (−200 yuan, −20%)',
  ],
  [
    number('0', 'money'),
    number('8000', 'money'),
    '0元 → 80元（+80元）',
    '0 yuan → 80 yuan (+80 yuan)',
  ],
  [
    number('0.6', 'rate'),
    number('0.65', 'rate'),
    '60% → 65%（提高5个百分点）',
    '60% → 65% (up 5 points)',
  ],
  [
    number('0.1', 'points'),
    number('0.075', 'points'),
    '10个百分点 → 7.5个百分点（降低2.5个百分点）',
    '10 points → 7.5 points (down 2.5 points)',
  ],
  // WE43: 118 materials to 65, published as 44.9%.
  [
    number('118', 'items'),
    number('65', 'items'),
    '118件 → 65件（−53件，−44.9%）',
    '118 → 65 (−53, −44.9%)',
  ],
  [
    number('45', 'working-days'),
    number('15', 'working-days'),
    '45个工作日 → 15个工作日（−30个工作日，−66.7%）',
    '45 working days → 15 working days (−30 working days, −66.7%)',
  ],
  [
    number('30', 'working-days'),
    number('0', 'working-days'),
    '30个工作日 → 即时（−30个工作日，−100%）',
    '30 working days → at once (−30 working days, −100%)',
  ],
  [
    date('2023-01-01'),
    date('2023-03-01'),
    '2023-01-01 → 2023-03-01（推迟59天）',
    '2023-01-01 → 2023-03-01 (59 days later)',
  ],
  [names('甲', '乙'), names('乙', '丙'), '增加 丙；减少 甲', 'plus 丙; less 甲'],
  [undefined, number('0.6', 'rate'), '新增 60%', 'new: 60%'],
  [number('0.6', 'rate'), undefined, '删去 60%', 'dropped: 60%'],
  [
    number('0.6', 'rate'),
    { kind: 'unseen', reason: '文号未见' },
    '60% → 未见（文号未见）',
    '60% → not seen (文号未见)',
  ],
])('%o to %o', (before, after, zh, en) => {
  expect(differenceText(before, after, 'zh')).toBe(zh);
  expect(differenceText(before, after, 'en')).toBe(en);
});
