import type { Expr } from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type { Slot } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { accumulatorKeys } from './accumulator-keys.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { ranksOf, stockOf } from './lower-for-each.ts';
import type { StockDraw } from './lower-stocks.ts';
import { drawnFrom, paidBy } from './lower-stocks.ts';
import type { Lowering } from './start-lowering.ts';
import { paysBefore } from './start-lowering.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';

/** The layers that pay from stocks, in the order in which they are declared. */
export function stockDraws({ declared, placeOf }: Lowering): readonly StockDraw[] {
  return declared.flatMap((each) => {
    if (each.kind !== 'layer') return [];
    const layer = each as unknown as DeclaredOf<'layer'>;
    const [node] = layer.nodes;
    const statement = placeOf.get(node);
    return statement ? node.slots.flatMap((slot) => drawOf(slot, layer, statement)) : [];
  });
}

function drawOf(
  slot: Slot,
  layer: DeclaredOf<'layer'>,
  statement: StatementPlace,
): readonly StockDraw[] {
  const { scope } = statement.document;
  if (slot.$type === 'ForEachSlot') {
    const stock = stockOf(slot, { scope });
    const rank = scope.resolveReference(slot.rank);
    const ranks = rank.kind === 'input' ? ranksOf(rank.declared) : [];
    return stock ? [{ accumulator: stock.id, layer, ranks }] : [];
  }
  if (slot.$type !== 'CapSlot' || slot.cap?.$type !== 'StockCap') return [];
  const found = scope.resolve(slot.cap.stock);
  if (found.kind !== 'accumulator') return [];
  const draw = { accumulator: found.declared.id, layer };
  const named = found.keys && lowerExpression(slot.cap.stock, placeFor(statement));
  if (named?.kind !== 'accumulator' || !named.keys) return [draw];
  return [{ ...draw, keys: named.keys }];
}

/** What the layers that pay before `layer` take from the stock that it pays from itself, by accumulator id. */
export function drawnBefore(
  { id }: DeclaredOf<'layer'>,
  draws: readonly StockDraw[],
  lowering: Lowering,
): ReadonlyMap<string, readonly Expr[]> {
  const earlier = draws.filter(
    ({ layer, ranks }) => ranks === undefined && paysBefore(layer.id, id, lowering),
  );
  return new Map(
    [...Map.groupBy(earlier, ({ accumulator }) => accumulator)].map(([stock, group]) => {
      const here = draws.find(({ layer, accumulator }) => layer.id === id && accumulator === stock);
      const own = ownKeys(stock, lowering);
      return [
        stock,
        group.map(({ layer, keys }) =>
          drawnFrom(own, keys ?? here?.keys, paidBy(layer, { type: money })),
        ),
      ];
    }),
  );
}

/** Under which keys the claim itself keeps the stock. */
function ownKeys(stock: string, { declared, placeOf }: Lowering): readonly Expr[] {
  const found = declared.find(({ id, kind }) => id === stock && kind === 'accumulator');
  if (!found) return [];
  const [node] = (found as unknown as DeclaredOf<'accumulator'>).nodes;
  const statement = placeOf.get(node);
  return statement ? accumulatorKeys(node, placeFor(statement)) : [];
}
