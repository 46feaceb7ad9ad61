import type { Diagnostic } from '@tiaoli/base';
import type { Expression } from '../generated/ast.ts';
import { isExpression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { createWholeFen } from './whole-fen.ts';

/** Where an amount goes into what is paid or is carried to the next claim, and nothing rounds it on the way. */
interface Crossing {
  readonly value: Expression | undefined;
  readonly place: string;
  readonly placeEn: string;
}

/** What crosses the boundary of a layer is in whole fen: else a year would depend on how it was cut into claims. */
export function checkUnroundedAmounts(context: CheckContext): readonly Diagnostic[] {
  const { nodes, scope } = context;
  const isWhole = createWholeFen(scope);
  const isUnrounded = (value: Expression | undefined): value is Expression =>
    value !== undefined && scope.typeOf(value).type.kind === 'money' && !isWhole(value);
  const sums = nodes('Accumulator').flatMap(({ name, value }) =>
    isUnrounded(value) ? [finding('unrounded-accumulator', spanOf(value), { name })] : [],
  );
  const crossings = crossingsOf(context).flatMap(({ value, place, placeEn }) =>
    isUnrounded(value) ? [finding('unrounded-base', spanOf(value), { place, placeEn })] : [],
  );
  const results = nodes('OutputField').flatMap(({ name, value, rounding, limits }) => {
    const parts = rounding === undefined ? [value, ...limits.map((limit) => limit.value)] : [];
    const [found] = parts.filter(isExpression).filter(isUnrounded);
    return found ? [finding('unrounded-output', spanOf(found), { name })] : [];
  });
  return [...sums, ...crossings, ...results];
}

function crossingsOf({ nodes }: CheckContext): readonly Crossing[] {
  const at = (
    place: string,
    placeEn: string,
    ...values: readonly (Expression | undefined)[]
  ): readonly Crossing[] => values.map((value) => ({ value, place, placeEn }));
  return [
    ...nodes('BaseSlot').flatMap(({ items, except }) => at('基数', 'base', ...items, ...except)),
    ...nodes('CostLimitSlot').flatMap(({ value }) => at('费用限额', 'cost limit', value)),
    ...nodes('YearCeiling').flatMap(({ most }) =>
      at('起付的年内合计', 'deductible of the year', most),
    ),
    ...nodes('Waterfall').flatMap(({ whole, policy }) =>
      at('层序的总额', 'total of the 层序', whole, ...policy),
    ),
    ...nodes('Allocation').flatMap(({ whole }) => at('分担的总额', 'whole of the 分担', whole)),
    ...nodes('WholeIncrease').flatMap(({ value }) => at('分担的总额', 'whole of the 分担', value)),
  ];
}
