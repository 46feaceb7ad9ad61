import type { Expr } from '@tiaoli/ir';
import { both, inputRef, not } from '@tiaoli/ir';
import { checkedInput } from '../handling/handling-ids.ts';
import type { LowerContext } from './lower-context.ts';

/** True of claims, false of checks of a 名单, which no layer and no accumulator of claims sees. */
export function isClaim({ declared }: LowerContext): Expr {
  const lists = [...declared.values()].filter(({ kind }) => kind === 'watchlist');
  return both(...lists.map((list) => not(inputRef(checkedInput(list)))));
}
