import { faultsOfBulk } from './faults-of-bulk.ts';
import { faultsOfLists } from './faults-of-lists.ts';
import { faultsOfSql } from './faults-of-sql.ts';

/** A one-line fault: in a copy of the sources `search`, which stands there once, is replaced. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  readonly search: string;
  readonly replacement: string;
  /** Which sides must be compared to see it: the reference alone, or a calculator as well. */
  readonly seenBy: 'none' | 'plain' | 'bulk' | 'programs' | 'sql';
}

const lowering = (file: string) => `packages/language/src/lower/${file}`;
const compiler = (file: string) => `packages/compiler/src/${file}`;

/** Faults of lowering change the interpreter and the calculators alike: only the reference can tell. */
const inLowering: readonly Fault[] = [
  {
    name: 'absolute bands over the year stand on S⁻ instead of C⁻',
    file: lowering('layer/rate.ts'),
    search: "plus(before(source, { quantity: '基数', period: 'year' }), deductible)",
    replacement: "plus(before(source, { quantity: '计入', period: 'year' }), deductible)",
  },
  {
    name: 'excess bands over the year stand on C⁻ instead of S⁻',
    file: lowering('layer/rate.ts'),
    search: "? before(source, { quantity: '计入', period: 'year' }) : noMoney",
    replacement: "? before(source, { quantity: '基数', period: 'year' }) : noMoney",
  },
  {
    name: 'absolute bands of a claim forget the deductible',
    file: lowering('layer/rate.ts'),
    search: 'if (!slot.cumulative) return deductible;',
    replacement: 'if (!slot.cumulative) return noMoney;',
  },
  {
    name: 'a yearly layer rounds each claim by itself',
    file: lowering('layer/steps.ts'),
    search:
      'return minus(rounded(source, slots, plus(soFar, amounts.exact)), rounded(source, slots, soFar));',
    replacement: 'return rounded(source, slots, minus(plus(soFar, amounts.exact), soFar));',
  },
  {
    name: 'the cap is compared before rounding',
    file: lowering('layer/steps.ts'),
    search: 'payable(maker, guaranteedDue, cost.base)',
    replacement: 'payable(maker, exact, cost.base)',
  },
  {
    name: 'a guarantee stops at the counted cost',
    file: lowering('layer/steps.ts'),
    search: 'return minimum(maximum(due, ...guarantees), plus(counted, deductible));',
    replacement: 'return minimum(maximum(due, ...guarantees), counted);',
  },
  {
    name: 'pools are not looked at',
    file: lowering('layer/steps.ts'),
    search: 'return minimum(capped, ...poolTerms(source));',
    replacement: 'return poolTerms(source).length < 0 ? noMoney : capped;',
  },
  {
    name: 'a pool forgets what was paid from it in the same claim',
    file: lowering('layer/caps.ts'),
    search: 'positivePart(earlier.reduce(minus, minus(limit, accumulatorRef(accumulator))))',
    replacement:
      'positivePart(earlier.slice(earlier.length).reduce(minus, minus(limit, accumulatorRef(accumulator))))',
  },
  {
    name: '次第 counts from the wrong claim',
    file: lowering('layer/deductible.ts'),
    search: "'<=', numberLiteral(integer, index)",
    replacement: "'<', numberLiteral(integer, index)",
  },
  {
    name: '续计 counts the first day twice',
    file: lowering('layer/deductible.ts'),
    search: 'left: renew.days, right: one }',
    replacement: 'left: renew.days, right: minus(one, one) }',
  },
  {
    name: 'a deductible is waived above the threshold, not at it',
    file: lowering('layer/deductible.ts'),
    search: "'>=', slot.waivedOnce",
    replacement: "'>', slot.waivedOnce",
  },
  {
    name: 'the deductible is not rounded',
    file: lowering('layer/deductible.ts'),
    search: 'rounded(source, slots, bounded)',
    replacement: 'minimum(bounded, rounded(source, slots, bounded), bounded)',
  },
  {
    name: 'the highest deductible of the year is forgotten',
    file: lowering('layer/deductible.ts'),
    search: 'maximum(before(source, highestOf(slot)), called)',
    replacement: 'minimum(called, maximum(before(source, highestOf(slot)), called))',
  },
  {
    name: '先于 is ignored',
    file: lowering('layer/adjustments.ts'),
    search: '!other.slot.before.includes(slot.label)',
    replacement: '!other.slot.before.includes(`?`.concat(slot.label))',
  },
  {
    name: 'the person’s share is taken for the rate',
    file: lowering('layer/adjustments.ts'),
    search: 'adjustAmount(minus(whole, value), [adjustment])',
    replacement: 'adjustAmount(value, [adjustment])',
  },
  {
    name: '免 does not waive',
    file: lowering('layer/adjustments.ts'),
    search: 'choose(when, noMoney, value)',
    replacement: 'choose(when, value, value)',
  },
  {
    name: 'over the cap is counted from before the guarantee',
    file: lowering('layer/residues.ts'),
    search: '超封顶: minus(guaranteedDue, paid)',
    replacement: '超封顶: minus(due, paid)',
  },
  {
    name: '就低 takes the highest',
    file: lowering('layer/overlap.ts'),
    search: "rule === 'best' ? '>' : '<'",
    replacement: "rule === 'best' ? '>' : '>'",
  },
  {
    name: 'a tie goes to the higher deductible',
    file: lowering('layer/overlap.ts'),
    search: "compareTo(own.deductible, '<', other.deductible)",
    replacement: "compareTo(own.deductible, '>', other.deductible)",
  },
  {
    name: 'a version lasts a day too long',
    file: lowering('layer/versions.ts'),
    search: 'to: next - 1',
    replacement: 'to: next',
  },
  {
    name: 'the year of accumulators ignores 年度按',
    file: lowering('layer/accumulators.ts'),
    search: "accumulator.period === 'year' ? source.yearBy : source.governedBy",
    replacement: "accumulator.period === 'year' ? source.governedBy : source.governedBy",
  },
  {
    name: 'a month lasts a year',
    file: lowering('lower-layer-slots.ts'),
    search: "per_month: 'month'",
    replacement: "per_month: 'year'",
  },
  {
    name: '降低 raises',
    file: lowering('lower-layer-slots.ts'),
    search: 'raise ? plus(one, by) : minus(one, by)',
    replacement: 'raise ? plus(one, by) : plus(one, by)',
  },
  {
    name: 'slots of a case do not replace the layer’s own',
    file: lowering('layer/variants.ts'),
    search: 'own.filter((slot) => !replaced.has(slotKey(slot)))',
    replacement: 'own.filter((slot) => !replaced.has(`?`.concat(slotKey(slot))))',
  },
  {
    name: '累计 最大 keeps the latest',
    file: lowering('lower-accumulators.ts'),
    search: "operator === 'max' ? maximum(before, amount) : amount",
    replacement: "operator === 'max' ? amount : amount",
  },
  {
    name: '累计 … 当 counts every claim',
    file: lowering('lower-accumulators.ts'),
    search: 'keptUnless(own, plus(before, amount))',
    replacement: 'plus(before, amount)',
  },
  {
    name: 'a part of a 分担 takes more than is left',
    file: lowering('lower-shares.ts'),
    search: 'minimum(left, positivePart(value))',
    replacement: 'maximum(positivePart(value), positivePart(value))',
  },
  {
    name: 'payments do not lower what is left of the policy',
    file: lowering('lower-waterfalls.ts'),
    search: 'minus(policyBefore, paid)',
    replacement: 'minus(policyBefore, minus(paid, paid))',
  },
].map((fault) => ({ ...fault, seenBy: 'none' as const }));

/** Of accounts, lasting and keyed accumulators and dates, where only the reference can tell. */
const inStocksAndDates: readonly Fault[] = [
  {
    name: 'cases that add up draw on a stock once each',
    file: lowering('layer/overlap.ts'),
    search: '...caps, ...stockTerms(source, source.slots), ...poolTerms(source)',
    replacement: '...caps, ...poolTerms(source)',
  },
  {
    name: 'a stock forgets what was taken earlier in the claim',
    file: lowering('layer/caps.ts'),
    search: '(earlier ?? []).reduce(minus, stock)',
    replacement: '(earlier ?? []).slice(99).reduce(minus, stock)',
  },
  {
    name: 'what goes in once a month goes in with every claim',
    file: lowering('lower-stocks.ts'),
    search: 'choose(both(when, isFirst), value, none)',
    replacement: 'choose(both(when, when ?? isFirst), value, none)',
  },
  {
    name: '清零 forfeits nothing',
    file: lowering('lower-stocks.ts'),
    search: 'choose(when, zeroOf(made.type), value), after',
    replacement: 'choose(when, value, value), after',
  },
  {
    name: 'arrears are not taken from the stock',
    file: lowering('lower-stocks.ts'),
    search: 'if (!trueUp) return paid;',
    replacement: 'if (!trueUp || trueUp) return paid;',
  },
  {
    name: 'a lasting accumulator ends with the year',
    file: lowering('lower-accumulators.ts'),
    search: "period === 'stock' ? 'ever'",
    replacement: "period === 'stock' ? 'year'",
  },
  {
    name: 'the first key of an accumulator is forgotten',
    file: lowering('accumulator-keys.ts'),
    search: 'node.keys.map((key) =>',
    replacement: 'node.keys.slice(1).map((key) =>',
  },
  {
    name: 'working days are counted on where they are counted back',
    file: 'packages/interpreter/src/evaluate-date.ts',
    search: 'const step = Math.sign(count);',
    replacement: 'const step = Math.abs(Math.sign(count));',
  },
  {
    name: 'months are added where they are taken off',
    file: lowering('expressions/lower-date.ts'),
    search: "operator === '+' ? span.count : negative(span.count)",
    replacement: "operator === '+' ? span.count : span.count",
  },
].map((fault) => ({ ...fault, seenBy: 'none' as const }));

const inBind: readonly Fault[] = [
  {
    name: 'a version begins a day late',
    file: compiler('passes/version-window.ts'),
    search: '(validity.from ?? day) <= day',
    replacement: '(validity.from ?? day - 1) < day',
  },
  {
    name: '上年 is this year',
    file: compiler('passes/bind-parameter.ts'),
    search: 'insuredYear(day, yearStart) + (year?.offset ?? 0)',
    replacement: 'insuredYear(day, yearStart) + 0 * (year?.offset ?? 0)',
  },
  {
    name: '就高 of a derogation is ignored',
    file: compiler('passes/bind-parameter.ts'),
    search: 'derogation.ifBetter ? better(own, lower, parameter) : own',
    replacement: 'derogation.ifBetter && lower === own ? better(own, lower, parameter) : own',
  },
].map((fault) => ({ ...fault, seenBy: 'none' as const }));

const inCalculators: readonly Fault[] = [
  {
    name: 'toward zero for half away from zero',
    file: compiler('backends/js/emit-rounding.ts'),
    search: "'half-away-from-zero': half,",
    replacement: "'half-away-from-zero': 0n,",
  },
  {
    name: 'up adds a whole unit',
    file: compiler('backends/js/emit-rounding.ts'),
    search: "'away-from-zero': quotient - 1n",
    replacement: "'away-from-zero': quotient",
  },
  {
    name: 'min for max',
    file: compiler('backends/js/emit-arithmetic.ts'),
    search: "operator === 'min' ? '<' : '>'",
    replacement: "operator === 'min' ? '<' : '<'",
  },
  {
    name: 'a curve starts each band too high',
    file: compiler('passes/fixed-bands.ts'),
    search: 'multiply(rate, subtract(high, low))',
    replacement: 'multiply(rate, high)',
  },
  {
    name: '< for <=',
    file: compiler('backends/js/emit-condition.ts'),
    search: "'<=': '<='",
    replacement: "'<=': '<'",
  },
  {
    name: 'an accumulator is written where it should be kept',
    file: compiler('backends/js/emit-state.ts'),
    search: 'return status === undefined ? text :',
    replacement: 'return status !== before ? text :',
  },
  {
    name: 'months are never left',
    file: compiler('backends/js/runtime-source.ts'),
    search: 'return y * 12 + Math.floor((c - y * 512) / 32) - 1;',
    replacement: 'return y * 12;',
  },
  {
    name: 'the last day of a month runs over',
    file: compiler('backends/js/runtime-source.ts'),
    search: 'Math.min(c - Math.floor(c / 32) * 32, last)',
    replacement: 'c - Math.floor(c / 32) * 32',
  },
  {
    name: 'days off are counted as working days',
    file: compiler('backends/js/runtime-source.ts'),
    search: 'if (worked) left -= 1;',
    replacement: 'left -= 1;',
  },
  {
    name: 'the insured year begins a day late',
    file: compiler('backends/js/runtime-source.ts'),
    search: 'shift - (q < first ? 1 : 0)',
    replacement: 'shift - (q <= first ? 1 : 0)',
  },
].map((fault) => ({ ...fault, seenBy: 'plain' as const }));

export const faults: readonly Fault[] = [
  ...inLowering,
  ...inStocksAndDates,
  ...inBind,
  ...inCalculators,
  ...faultsOfLists,
  ...faultsOfSql,
  ...faultsOfBulk,
];
