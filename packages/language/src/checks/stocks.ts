import type { Diagnostic } from '@tiaoli/base';
import type { CaseSlot, ExceptionSlot, OtherwiseSlot, Slot } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** What pays from a stock names one, always draws on it, and only a stock has flows. */
export function checkStocks(context: CheckContext): readonly Diagnostic[] {
  return [...checkCaps(context), ...checkPlaces(context), ...checkFlows(context)];
}

function checkCaps({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  return nodes('StockCap').flatMap(({ stock }) => {
    if (stock === undefined) return [];
    const found = scope.resolve(stock);
    if (found.kind === 'unresolved') return [];
    const isStock = found.kind === 'accumulator' && found.declared.nodes[0].aggregate === 'stock';
    return isStock
      ? []
      : [finding('not-a-stock', spanOf(stock), { name: stock.$cstNode?.text ?? '' })];
  });
}

/** A layer that paid from a stock in one case only would leave it to the reader what was taken from it. */
function checkPlaces({ nodes }: CheckContext): readonly Diagnostic[] {
  const conditional: readonly (CaseSlot | ExceptionSlot | OtherwiseSlot)[] = [
    ...nodes('CaseSlot'),
    ...nodes('ExceptionSlot'),
    ...nodes('OtherwiseSlot'),
  ];
  const inside = conditional.flatMap(({ slots }) => slots).filter(paysFromStock);
  const dated = nodes('CapSlot').filter((slot) => paysFromStock(slot) && slot.validity);
  return [...inside, ...dated].map((slot) => finding('stock-cap-in-case', spanOf(slot), {}));
}

function paysFromStock(slot: Slot): boolean {
  return (
    slot.$type === 'ForEachSlot' || (slot.$type === 'CapSlot' && slot.cap?.$type === 'StockCap')
  );
}

function checkFlows({ nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('Accumulator').flatMap(({ name, aggregate, flows }) => {
    const [first] = flows;
    if (!first || aggregate === 'stock') return [];
    return [finding('flow-without-stock', spanOf(first), { name })];
  });
}
