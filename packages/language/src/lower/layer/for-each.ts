import type { Expr, ForEach } from '@tiaoli/ir';
import {
  accumulatorRef,
  both,
  casesOf,
  choose,
  compareTo,
  definitionRef,
  either,
  integer,
  literal,
  minimum,
  minus,
  money,
  noMoney,
  not,
  notApplicable,
  numberLiteral,
  positivePart,
  sumOf,
  text,
} from '@tiaoli/ir';
import type { Graph, GraphOwner } from '../graph.ts';
import { define } from '../graph.ts';
import type { LayerSource, SlotOf } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { ownerFactsOfRank } from './owner-facts.ts';

/** Ids of what is made of the record of a rank: whose stock it is, what is drawn, what is left there after the claim. */
export function recordIds(layer: string, rank: number) {
  const stem = `${layer}:逐个${rank}`;
  return {
    owner: `${stem}.人`,
    limit: `${stem}.限额`,
    draw: `${stem}.动用`,
    after: `${stem}.之后`,
  };
}

/** What a reader wants to know of the record of a rank, whether or not it counts, each on the claim. */
export interface RecordParts {
  /** The name of the owner; 不适用 where nobody has the rank. */
  readonly listed: Expr;
  /** The same where the condition of 逐个 holds. */
  readonly counted: Expr;
  /** What his stock holds before the claim. */
  readonly before: Expr;
  /** The least 限额 每次; absent where none is written. */
  readonly limit?: Expr;
}

/** The parts of the record of a rank of 逐个 in a lowered layer. */
export function recordParts(layer: string, slot: ForEach, rank: number): RecordParts {
  const stock = stockOf(slot);
  const limits = limitsOf(slot);
  const listed = onlyOf(slot, rank, stock.key);
  return {
    listed,
    counted: definitionRef(recordIds(layer, rank).owner),
    before: accumulatorRef(stock.accumulator, [named(listed)]),
    ...(limits.length > 0 && { limit: onlyOf(slot, rank, minimum(...limits)) }),
  };
}

function limitsOf({ caps }: ForEach): readonly Expr[] {
  return caps.flatMap((cap) => (cap.kind === 'cap' ? [cap.limit] : []));
}

/** Id of what a record paid, as a result of the layer. */
export function recordResult(layer: string, rank: number): string {
  return `${layer}.逐个${rank}`;
}

/**
 * 逐个: what is payable, drawn from the stocks of the records in their order; each pays what those before it left.
 *
 * The evaluation without a suffix is the one that counts: it alone says what is left in the stocks. The others (a case of
 * 就高, 单列) draw in thought, on the same stocks. Draws are 0 for a rank without a record; the claim's own person, or one
 * stock twice, is a conflict.
 */
export function drawnFromRecords(
  graph: Graph,
  source: LayerSource,
  payable: Expr,
  { gate, suffix }: Drawing,
): Expr {
  const [slot] = slotsOf(source.slots, 'for-each');
  if (!slot) return payable;
  const { owner } = source;
  const held = define(graph, owner, {
    id: `${owner.declaration}${suffix}:逐个.可付`,
    name: `${source.name}${suffix}.可付`,
    type: money,
    body: payable,
  });
  const draws: Expr[] = [];
  for (const rank of slot.ranks) {
    const left = draws.reduce(minus, held);
    const turn = { rank, left, suffix };
    const record =
      suffix === '' ? lowerRecord(graph, source, slot, rank) : namedRecord(source, slot, rank);
    const draw = lowerDraw(graph, source, slot, record, turn);
    draws.push(draw);
    if (suffix === '') lowerRest(graph, source, slot, record, { rank, draw, gate });
  }
  return sumOf(draws);
}

/** Where an evaluation draws: the claims that it is about, and what tells its definitions from those of the others. */
interface Drawing {
  readonly gate: Expr;
  readonly suffix: string;
}

/** The record of a rank: whose stock it is ('' without one), how much of it may be taken, what is in it. */
interface RankedRecord {
  readonly holder: Expr;
  readonly limit?: Expr;
  readonly before: Expr;
}

function namedRecord({ owner }: LayerSource, slot: SlotOf<'for-each'>, rank: number): RankedRecord {
  const ids = recordIds(owner.declaration, rank);
  const holder = definitionRef(ids.owner);
  return {
    holder,
    ...(limitsOf(slot).length > 0 && { limit: orNone(definitionRef(ids.limit)) }),
    before: accumulatorRef(stockOf(slot).accumulator, [named(holder)]),
  };
}

function lowerRecord(
  graph: Graph,
  source: LayerSource,
  slot: SlotOf<'for-each'>,
  rank: number,
): RankedRecord {
  const ids = recordIds(source.owner.declaration, rank);
  const make = makerOf(graph, source, slot);
  const limits = limitsOf(slot);
  const place = { graph, owner: ownerOf(source, slot) };
  const when = slot.when && ownerFactsOfRank(slot, rank, slot.when, place);
  make(ids.owner, `逐个${rank}.人`, text, onlyOf(slot, rank, stockOf(slot).key, when));
  if (limits.length > 0) {
    make(ids.limit, `逐个${rank}.限额`, money, onlyOf(slot, rank, minimum(...limits), when));
  }
  return namedRecord(source, slot, rank);
}

type Maker = (id: string, part: string, type: typeof money | typeof text, body: Expr) => Expr;

function makerOf(graph: Graph, source: LayerSource, slot: SlotOf<'for-each'>): Maker {
  const own = ownerOf(source, slot);
  return (id, part, type, body) =>
    define(graph, own, { id, name: `${source.name}.${part}`, type, body });
}

/** The layer, with the place of 逐个 in it. */
function ownerOf({ owner }: LayerSource, { span, clause }: SlotOf<'for-each'>): GraphOwner {
  return { ...owner, span, ...(clause && { clause }) };
}

interface Turn {
  readonly rank: number;
  /** What the records before it have left to pay. */
  readonly left: Expr;
  readonly suffix: string;
}

function lowerDraw(
  graph: Graph,
  source: LayerSource,
  slot: SlotOf<'for-each'>,
  { holder, limit, before }: RankedRecord,
  { rank, left, suffix }: Turn,
): Expr {
  const { declaration } = source.owner;
  const body = casesOf(
    'first',
    [
      { when: either(compareTo(left, '=', noMoney), not(isThere(holder))), value: noMoney },
      { when: isTaken(slot, declaration, rank, holder), value: conflict },
    ],
    minimum(left, ...(limit ? [limit] : []), positivePart(before)),
  );
  const make = makerOf(graph, source, slot);
  const id = recordIds(`${declaration}${suffix}`, rank).draw;
  return make(id, `${suffix}逐个${rank}.动用`, money, body);
}

/** What is left in the stock, and what the record paid as a result of the layer. */
function lowerRest(
  graph: Graph,
  source: LayerSource,
  slot: SlotOf<'for-each'>,
  { holder, before }: RankedRecord,
  { rank, draw, gate }: { readonly rank: number; readonly draw: Expr; readonly gate: Expr },
): void {
  const { owner, name } = source;
  const after = choose(
    compareTo(draw, '>', noMoney),
    minus(before, draw),
    notApplicable(money, '没有动用'),
  );
  makerOf(graph, source, slot)(
    recordIds(owner.declaration, rank).after,
    `逐个${rank}.之后`,
    money,
    after,
  );
  define(graph, ownerOf(source, slot), {
    id: recordResult(owner.declaration, rank),
    name: `${name}.逐个${rank}`,
    type: money,
    body: choose(both(gate, isThere(holder)), draw, notApplicable(money, '没有这一位')),
    optional: true,
    visibility: 'result',
  });
}

/** The value of the record of a rank, if `when` holds of it; 不适用 without one. */
function onlyOf({ entity, rank: field }: ForEach, rank: number, value: Expr, when?: Expr): Expr {
  const isRanked = compareTo({ kind: 'input', input: field }, '=', numberLiteral(integer, rank));
  return {
    kind: 'child-aggregate',
    operator: 'only',
    entity,
    value,
    when: when ? both(isRanked, when) : isRanked,
  };
}

function stockOf({ caps }: ForEach): { readonly accumulator: string; readonly key: Expr } {
  for (const cap of caps) {
    if (cap.kind !== 'stock' || cap.stock.kind !== 'accumulator') continue;
    const [key] = cap.stock.keys ?? [];
    if (key) return { accumulator: cap.stock.accumulator, key };
  }
  throw new Error('a lowered 逐个 has the stock of somebody');
}

/** The stock is that of the claim's own person, or of a record before it. */
function isTaken({ self, ranks }: ForEach, layer: string, rank: number, holder: Expr): Expr {
  const earlier = ranks
    .filter((each) => each < rank)
    .map((each) => named(definitionRef(recordIds(layer, each).owner)));
  return either(...[self, ...earlier].map((other) => compareTo(named(holder), '=', other)));
}

const conflict: Expr = {
  kind: 'undetermined',
  type: money,
  cause: 'conflict',
  reason: '同一个人的账户列了两次，或者就是本人',
};

/** The name of an owner; '' where there is none, whose stock is nothing. */
export function named(holder: Expr): Expr {
  return { kind: 'or-else', operand: holder, fallback: literal(text, '') };
}

function isThere(holder: Expr): Expr {
  return { kind: 'present', operand: holder };
}

function orNone(amount: Expr): Expr {
  return { kind: 'or-else', operand: amount, fallback: noMoney };
}
