import type { Accumulator, Expr } from '@tiaoli/ir';
import {
  accumulatorRef,
  both,
  choose,
  inputRef,
  integer,
  money,
  noMoney,
  numberLiteral,
  plus,
  sumOf,
  yes,
} from '@tiaoli/ir';
import { AstUtils } from 'langium';
import type { Argument, Call } from '../../generated/ast.ts';
import { isArgument, isInput, isWatchlist } from '../../generated/ast.ts';
import { spanOf } from '../../span-of.ts';
import { quantityOf } from '../../syntax/literals.ts';
import { isClaim } from '../claim-alone.ts';
import type { GraphOwner } from '../graph.ts';
import { define } from '../graph.ts';
import type { Place } from '../lower-context.ts';
import { eventEntityId, isNear, refuse } from '../lower-context.ts';
import { personKey } from '../person-key.ts';
import { lowerCondition } from './lower-condition.ts';

/** Ten years: further back nobody looks, and each month is a value of its own. */
const MOST_MONTHS = 120;

/**
 * 合计(x 于 过去n个月 当 c): the sum of x over earlier claims in the n whole months before that of the claim at hand.
 *
 * It is kept by person and month; the claims of the month itself do not count.
 */
export function lowerWindow(call: Call, argument: Argument, window: string, place: Place): Expr {
  const months = monthsOf(window);
  const isTotal = place.scope.resolve(call.callee);
  const { type } = place.scope.typeOf(argument.value);
  const canSum = isTotal.kind === 'function' && isTotal.name === '合计' && type.kind === 'money';
  if (!canSum || months === undefined || months > MOST_MONTHS) {
    return refuse(place, spanOf(call), {
      zh: `跨结算的窗口只能写：合计(金额 于 过去n个月)，n 从1到${MOST_MONTHS}`,
      en: `over a window only amounts are summed: 合计(x 于 过去n个月), n from 1 to ${MOST_MONTHS}`,
    });
  }
  // An input that a document elsewhere adds: its layers are no part of this module, and nobody here reads it.
  if (!isNear(place.document, place.context.target)) return elsewhere;
  const { id, key, person } = keepByMonth(argument, place);
  const counted = Array.from({ length: months }, (_, at) =>
    accumulatorRef(id, [...person, monthKey(minusMonths(key, at + 1))]),
  );
  return sumOf(counted);
}

const elsewhere: Expr = {
  kind: 'undetermined',
  type: money,
  cause: 'gap',
  reason: '别的文件的窗口合计',
};

function monthsOf(window: string): number | undefined {
  const quantity = quantityOf(window);
  const count = quantity?.kind === 'months' ? Number(quantity.value.numerator) : 0;
  return count > 0 && quantity?.value.denominator === 1n ? count : undefined;
}

interface Monthly {
  readonly id: string;
  /** The month of the claim, counted from the year 0. */
  readonly key: Expr;
  /** Whose months they are; empty where the case is of one person. */
  readonly person: readonly Expr[];
}

/** The accumulator of x by month. */
function keepByMonth(argument: Argument, place: Place): Monthly {
  const { context, document } = place;
  const name = nameOf(argument);
  const id = `${document.id}/${name}`;
  const person = personKey(place);
  const owner: GraphOwner = {
    declaration: document.id,
    entity: eventEntityId(place),
    span: spanOf(argument),
  };
  const isNew = context.graph.accumulators.every((each) => each.id !== id);
  const key: Expr = { kind: 'definition', definition: `${id}.月` };
  if (!isNew) return { id, key, person };
  const date = inputRef(place.yearBy);
  define(context.graph, owner, {
    id: `${id}.月`,
    name: `${name}.月`,
    type: integer,
    body: plus(
      product({ kind: 'date-part', part: 'year', operand: date }, 12),
      minusMonths({ kind: 'date-part', part: 'month', operand: date }, 1),
    ),
  });
  const by = [...person, monthKey(key)];
  const inside = { ...place, zeroForAbsent: true };
  const value = place.lower(argument.value, inside, money);
  const own = argument.condition ? lowerCondition(argument.condition, inside) : yes;
  const amount = choose(both(isClaim(context), own), value, noMoney);
  const next = `${id}.之后`;
  const body = plus(accumulatorRef(id), amount);
  define(context.graph, owner, { id: next, name: `${name}.之后`, type: money, body });
  const made: Accumulator = {
    id,
    name,
    type: money,
    period: 'ever',
    on: place.yearBy,
    by,
    next,
    origin: { declaration: document.id, span: owner.span },
  };
  context.graph.accumulators.push(made);
  return { id, key, person };
}

/** Named after the input or list in which it stands, however its keywords are spelt: `申请前自付.按月`. */
function nameOf(argument: Argument): string {
  const statement =
    AstUtils.getContainerOfType(argument, isInput) ??
    AstUtils.getContainerOfType(argument, isWatchlist);
  const windows = statement
    ? AstUtils.streamAllContents(statement)
        .filter(isArgument)
        .filter(({ window }) => window !== undefined)
        .toArray()
    : [];
  const at = windows.indexOf(argument);
  return `${statement?.name ?? ''}.按月${at > 0 ? at + 1 : ''}`;
}

/** The month as it is read: 202210, of its count from the year 0. */
function monthKey(month: Expr): Expr {
  const years: Expr = { kind: 'floor-divide', left: month, right: numberLiteral(integer, 12) };
  return plus(product(years, 88), plus(month, numberLiteral(integer, 1)));
}

function minusMonths(month: Expr, count: number): Expr {
  return {
    kind: 'arithmetic',
    operator: '-',
    left: month,
    right: numberLiteral(integer, count),
  };
}

function product(left: Expr, factor: number): Expr {
  return { kind: 'arithmetic', operator: '*', left, right: numberLiteral(integer, factor) };
}
