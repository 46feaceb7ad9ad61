import { expect, test } from 'vitest';
import {
  both,
  choose,
  compareTo,
  either,
  fenLiteral,
  inputRef,
  integer,
  literal,
  minus,
  not,
  plus,
  rate,
  times,
} from './build-expr.ts';
import type { Expr } from './expr.ts';
import { indexModule } from './module-index.ts';
import { printExpr } from './print-expr.ts';
import { sampleExprs, sampleModule } from './testing.ts';

const index = indexModule(sampleModule);
const cost = inputRef('d/费用');
const old = compareTo(inputRef('d/年龄'), '>=', literal(integer, '60'));
const half = literal(rate, '0.5');

const printed: Record<Expr['kind'], readonly [zh: string, en: string]> = {
  literal: ['1300元', '1300 yuan'],
  input: ['费用', '费用'],
  definition: ['自付', '自付'],
  accumulator: ['此前 住院次数', 'earlier 住院次数'],
  element: ['该项', 'each'],
  parameter: ['起付标准', '起付标准'],
  dated: ['按 出院日期 { 60%；65% }', 'by 出院日期 { 60%; 65% }'],
  'catalogue-cell': ['药品目录["X001"].限额', '药品目录["X001"].限额'],
  lookup: [
    '按 级别、年龄 { 一级/二级、[60, +∞)：200元；其余、任意：400元 }',
    'by 级别, 年龄 { 一级/二级, [60, +∞): 200 yuan; otherwise, any: 400 yuan }',
  ],
  arithmetic: ['(费用 − 1300元) × 60%', '(费用 − 1300 yuan) × 60%'],
  extremum: ['最小(费用, 0.05元)', 'min(费用, 0.05 yuan)'],
  brackets: [
    '分段(0元 至 费用) { 不超过100000元：60%；超过100000元：70% }',
    'brackets(0 yuan to 费用) { up to 100000 yuan: 60%; over 100000 yuan: 70% }',
  ],
  round: ['取整(费用, 舍去到元)', 'round(费用, down to yuan)'],
  'floor-divide': ['每满(年龄, 10)', 'each full(年龄, 10)'],
  quotient: ['商(费用, 3元, 四舍五入到0.0001)', 'quotient(费用, 3 yuan, half up to 0.0001)'],
  compare: ['年龄 ≥ 60', '年龄 ≥ 60'],
  logic: ['年龄 < 18 且 身份 含 {低保对象}', '年龄 < 18 and 身份 has {低保对象}'],
  not: ['非 是', 'not yes'],
  cases: [
    '{ 年龄 ≥ 60：70%；身份 含 {低保对象}：75%；其余：60% }',
    '{ 年龄 ≥ 60: 70%; 身份 has {低保对象}: 75%; otherwise: 60% }',
  ],
  combine: ['就高(垫付, 0.07元)', 'best(垫付, 0.07 yuan)'],
  'not-applicable': ['不适用（未参保）', 'not applicable (未参保)'],
  undetermined: ['未定（公报未载）', 'undetermined (公报未载)'],
  'or-else': ['垫付（不适用时为0元）', '垫付 (where not applicable 0 yuan)'],
  present: ['有 垫付', 'present 垫付'],
  member: ['级别 属于 {一级、二级}', '级别 in {一级, 二级}'],
  intersects: ['身份 含 {低保对象}', '身份 has {低保对象}'],
  'set-aggregate': [
    '合计(按 该项 { 低保对象：1元；其余：0.1元 } 于 身份)',
    'sum(by each { 低保对象: 1 yuan; otherwise: 0.1 yuan } of 身份)',
  ],
  'child-aggregate': [
    '合计(单项金额 于 明细 当 单项金额 > 1元)',
    'sum(单项金额 of 明细 when 单项金额 > 1 yuan)',
  ],
  'date-part': ['年(出院日期)', 'year(出院日期)'],
  'date-shift': ['(出院日期 + 3个月)', '(出院日期 + 3 months)'],
  'working-day-shift': ['(出院日期 + 15个工作日)', '(出院日期 + 15 working days)'],
};

test.each(Object.entries<Expr>(sampleExprs))('%s', (kind, expr) => {
  const [zh, en] = printed[kind as Expr['kind']];
  expect(printExpr(expr, index, 'zh')).toBe(zh);
  expect(printExpr(expr, index, 'en')).toBe(en);
});

test.each<[Expr, string]>([
  [minus(cost, minus(cost, fenLiteral(1))), '费用 − (费用 − 0.01元)'],
  [minus(minus(cost, cost), fenLiteral(1)), '费用 − 费用 − 0.01元'],
  [plus(cost, times(cost, half)), '费用 + 费用 × 50%'],
  [times(half, plus(cost, cost)), '50% × (费用 + 费用)'],
  [both(either(old, not(old)), old), '(年龄 ≥ 60 或 非 年龄 ≥ 60) 且 年龄 ≥ 60'],
  [not(both(old, old)), '非 (年龄 ≥ 60 且 年龄 ≥ 60)'],
  [choose(old, cost, fenLiteral(0)), '若 年龄 ≥ 60 则 费用 否则 0元'],
  [plus(choose(old, cost, fenLiteral(0)), cost), '(若 年龄 ≥ 60 则 费用 否则 0元) + 费用'],
])('parentheses only where they are needed: %#', (expr, text) => {
  expect(printExpr(expr, index, 'zh')).toBe(text);
});

test('a long table is named by its keys, in full on demand', () => {
  const rows = Array.from({ length: 9 }, (_, at) => ({
    match: [{ kind: 'range' as const, high: { value: String(at), included: false } }],
    value: fenLiteral(at * 100),
  }));
  const table: Expr = { kind: 'lookup', keys: [inputRef('d/年龄')], rows };
  expect(printExpr(table, index, 'zh')).toBe('查表(年龄)');
  expect(printExpr(table, index, 'zh', 9)).toMatch(
    /^按 年龄 \{ \(−∞, 0\)：0元；.*\(−∞, 8\)：8元 \}$/,
  );
});

test('ids that do not resolve are printed as they are', () => {
  expect(printExpr(inputRef('x/y'), index, 'zh')).toBe('x/y');
});
