import type { ExampleFact, Expectation } from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type { ListingExpectation, WatchItem } from '../generated/ast.ts';
import { checkedInput, lookedInput, watchlistId } from '../handling/handling-ids.ts';
import { spanOf } from '../span-of.ts';
import { literalValue } from './literal-value.ts';
import type { Place } from './lower-context.ts';

/** 名单「…」 { 检查：d；看：e }: a check of the list on that day, of the amount given or of what earlier claims left. */
export function checkFacts(node: WatchItem, place: Place): readonly ExampleFact[] {
  const list = place.scope.resolveReference(node.list, node);
  if (list.kind !== 'watchlist') return [];
  const fact = (target: string, value: ExampleFact['value']): ExampleFact => ({
    target,
    value,
    marks: [],
    span: spanOf(node),
  });
  const { amount } = node;
  return [
    fact(place.yearBy, node.day),
    fact(checkedInput(list.declared), true),
    ...(amount ? [fact(lookedInput(list.declared), literalValue(amount, money, place))] : []),
  ];
}

/** 名单「…」 = 列入. */
export function listingExpected(node: ListingExpectation, place: Place): readonly Expectation[] {
  const list = place.scope.resolveReference(node.list, node);
  if (list.kind !== 'watchlist') return [];
  const target = `${watchlistId(list.declared)}.列入`;
  const value = node.outcome === 'listed';
  return [{ target, kind: 'definition', status: 'value', value, span: spanOf(node) }];
}
