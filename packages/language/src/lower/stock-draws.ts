import type { Expr } from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type { Slot } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { ranksOf, stockOf } from './lower-for-each.ts';
import type { StockDraw } from './lower-stocks.ts';
import { paidBy } from './lower-stocks.ts';
import type { Lowering } from './start-lowering.ts';
import { paysBefore } from './start-lowering.ts';

/** The layers that pay from stocks, in the order in which they are declared. */
export function stockDraws({ declared, placeOf }: Lowering): readonly StockDraw[] {
  return declared.flatMap((each) => {
    if (each.kind !== 'layer') return [];
    const layer = each as unknown as DeclaredOf<'layer'>;
    const [node] = layer.nodes;
    const scope = placeOf.get(node)?.document.scope;
    return scope ? node.slots.flatMap((slot) => drawOf(slot, layer, scope)) : [];
  });
}

function drawOf(
  slot: Slot,
  layer: DeclaredOf<'layer'>,
  scope: DocumentScope,
): readonly StockDraw[] {
  if (slot.$type === 'ForEachSlot') {
    const stock = stockOf(slot, { scope });
    const rank = scope.resolveReference(slot.rank);
    const ranks = rank.kind === 'input' ? ranksOf(rank.declared) : [];
    return stock ? [{ accumulator: stock.id, layer, ranks }] : [];
  }
  if (slot.$type !== 'CapSlot' || slot.cap?.$type !== 'StockCap') return [];
  const found = scope.resolve(slot.cap.stock);
  return found.kind === 'accumulator' ? [{ accumulator: found.declared.id, layer }] : [];
}

/** What the layers that pay before `layer` take from each stock in the same claim, by accumulator id. */
export function drawnBefore(
  { id }: DeclaredOf<'layer'>,
  draws: readonly StockDraw[],
  lowering: Lowering,
): ReadonlyMap<string, readonly Expr[]> {
  const earlier = draws.filter(
    ({ layer, ranks }) => ranks === undefined && paysBefore(layer.id, id, lowering),
  );
  return new Map(
    [...Map.groupBy(earlier, ({ accumulator }) => accumulator)].map(([stock, group]) => [
      stock,
      group.map(({ layer }) => paidBy(layer, { type: money })),
    ]),
  );
}
