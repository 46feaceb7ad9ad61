import type { Diagnostic } from '@tiaoli/base';
import type { Definition, Expression, Parameter } from '../generated/ast.ts';
import { isExpression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import type { Amount } from './whole-fen.ts';
import { createWholeFen, definitionValues, formulaValues, tableValues } from './whole-fen.ts';

/** Where an amount goes into what is paid or is carried to the next claim, and nothing rounds it on the way. */
interface Crossing {
  readonly value: Expression | undefined;
  readonly place: string;
  readonly placeEn: string;
}

/** What crosses the boundary of a layer is in whole fen: else a year would depend on how it was cut into claims. */
export function checkUnroundedAmounts(context: CheckContext): readonly Diagnostic[] {
  const { nodes, scope } = context;
  const whole = createWholeFen(scope);
  const isUnrounded = (value: Expression | undefined): value is Expression =>
    value !== undefined && scope.typeOf(value).type.kind === 'money' && !whole.value(value);
  const sums = nodes('Accumulator').flatMap(({ name, value }) =>
    isUnrounded(value) ? [finding('unrounded-accumulator', spanOf(value), { name })] : [],
  );
  const settings = settingsOf(context).filter(({ amount }) => whole.amount(amount));
  const crossings = [...crossingsOf(context), ...settings].flatMap((crossing) => {
    const { value, place, placeEn } = crossing;
    const isSetting = 'amount' in crossing;
    return isUnrounded(value)
      ? [finding('unrounded-base', spanOf(value), { place, placeEn, isSetting })]
      : [];
  });
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
    ...nodes('WatchedAmount').flatMap(({ value }) =>
      at('名单所看的金额', 'amount that the list looks at', value),
    ),
    ...nodes('Allocation').flatMap(({ whole }) => at('分担的总额', 'whole of the 分担', whole)),
    ...nodes('WholeIncrease').flatMap(({ value }) => at('分担的总额', 'whole of the 分担', value)),
  ];
}

/** A value that this document gives to an amount of another one: where that was whole, whoever reads it relies on it. */
interface Setting extends Crossing {
  readonly amount: Amount;
}

function settingsOf({ nodes, scope }: CheckContext): readonly Setting[] {
  const set = (amount: Amount, values: readonly Expression[]): readonly Setting[] => {
    const { name } = amount;
    const [place, placeEn] = [`“${name}”的新取值`, `new value of “${name}”`];
    return values.map((value) => ({ value, place, placeEn, amount }));
  };
  const settings = [...nodes('Determination'), ...nodes('Override')].flatMap((node) => {
    const target = scope.resolveReference(node.target, node);
    const rows = node.$type === 'Determination' ? tableValues(node) : [];
    return target.kind === 'parameter'
      ? set(target.declared, [...formulaValues(node), ...rows])
      : [];
  });
  const amended = nodes('Amendment')
    .flatMap(({ body }) => body)
    .flatMap((node) => {
      if (node.$type !== 'Definition' && node.$type !== 'Parameter') return [];
      const values =
        node.$type === 'Definition'
          ? definitionValues(node)
          : node.versions.flatMap((version) => formulaValues(version));
      return amendedBy(node, scope).flatMap((amount) => set(amount, values));
    });
  return [...settings, ...amended];
}

/** The declaration below of which `node` is a new version. */
function amendedBy(node: Definition | Parameter, { own, basis }: DocumentScope): readonly Amount[] {
  const amendment = own.all.find(({ nodes }) => nodes.some((each) => each === node));
  const below = basis.flatMap(({ byName }) => byName.get(node.name) ?? []);
  return below.flatMap((each) =>
    each.id === amendment?.id && (each.kind === 'definition' || each.kind === 'parameter')
      ? [each]
      : [],
  );
}
