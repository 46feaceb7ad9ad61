import type { Expr } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  date,
  definitionRef,
  either,
  inputRef,
  integer,
  not,
  notApplicable,
  numberLiteral,
} from '@tiaoli/ir';
import type { WatchAgain } from '../generated/ast.ts';
import { monthsOf } from '../handling/months.ts';
import { zeroOf } from './expressions/zero.ts';
import type { GraphOwner } from './graph.ts';
import { define } from './graph.ts';
import type { Place } from './lower-context.ts';
import { personKey } from './person-key.ts';

/** Whether a person may be listed again, and what remembers the last listing. */
export interface ListedAgain {
  readonly months: number;
  readonly accumulator: string;
  readonly isFree: Expr;
}

/** 重报 上次列入后n个月 不再列入: from the same day n months later on the person may be listed again. */
export function lowerAgain(
  { term }: WatchAgain,
  id: string,
  place: Place,
  owner: GraphOwner,
): ListedAgain {
  const { graph } = place.context;
  const accumulator = `${id}.上次列入日`;
  const name = `${id.split('/').at(-1) ?? id}.上次列入日`;
  const next = `${accumulator}.之后`;
  const day = inputRef(place.yearBy);
  // A check that lists nobody writes nothing, and no claim does: the day stays.
  const isListed: Expr = {
    kind: 'or-else',
    operand: definitionRef(`${id}.列入`),
    fallback: { kind: 'literal', type: { kind: 'boolean' }, value: false },
  };
  const body = choose(isListed, day, notApplicable(date, '没有列入'));
  define(graph, owner, { id: next, name: `${name}.之后`, type: date, body });
  graph.accumulators.push({
    id: accumulator,
    name,
    type: date,
    period: 'ever',
    on: place.yearBy,
    by: personKey(place),
    next,
    latest: true,
    origin: { declaration: owner.declaration, span: owner.span },
  });
  const months = monthsOf(term);
  const last = accumulatorRef(accumulator);
  const known: Expr = { kind: 'or-else', operand: last, fallback: zeroOf(date) };
  const end: Expr = {
    kind: 'date-shift',
    shift: 'months',
    operand: known,
    by: numberLiteral(integer, months),
  };
  const isFree = either(not({ kind: 'present', operand: last }), compareTo(day, '>=', end));
  return { months, accumulator, isFree };
}
