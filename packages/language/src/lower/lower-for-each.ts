import type { LayerSlot } from '@tiaoli/ir';
import { literal, text } from '@tiaoli/ir';
import type { CapSlot, ForEachSlot, TypeUse } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import { numericLiteral } from '../types/type-use.ts';
import { accumulatorKeys } from './accumulator-keys.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import type { Place } from './lower-context.ts';
import { refuse } from './lower-context.ts';
import { notesOf, whereOf } from './statement.ts';

/** More than this many records are no household: each is unrolled into definitions of its own. */
const MOST_RECORDS = 20;

/** 逐个 list 按 n 当 c { 限额 余额 …；限额 每次 … }: `lowerCap` lowers one cap of it. */
export function lowerForEachSlot(
  slot: ForEachSlot,
  place: Place,
  lowerCap: (cap: CapSlot, place: Place) => LayerSlot,
): readonly LayerSlot[] {
  const records = place.scope.resolveReference(slot.records);
  const rank = place.scope.resolveReference(slot.rank);
  const ranks = rank.kind === 'input' ? ranksOf(rank.declared) : [];
  const stock = stockOf(slot, place);
  const caps = slot.caps.map((cap) => lowerCap(cap, place));
  const isSound = caps.every(
    (cap) => cap.kind === 'stock' || (cap.kind === 'cap' && cap.period === 'claim'),
  );
  if (records.kind !== 'entity' || rank.kind !== 'input' || !stock || !isSound) {
    refuse(place, spanOf(slot), {
      zh: '逐个 里写一个“限额 余额 某人.存量”（存量只按人累计），此外只写“限额 每次”',
      en: 'for each holds one cap by the stock of somebody (kept by person alone), and caps per claim',
    });
    return [];
  }
  if (ranks.length === 0 || ranks.length > MOST_RECORDS) {
    refuse(place, spanOf(slot), {
      zh: `“${rank.declared.name}”写成整数并写明范围，最多 ${MOST_RECORDS} 个值，如 整数 1..7`,
      en: `“${rank.declared.name}” is an integer of at most ${MOST_RECORDS} values, such as 整数 1..7`,
    });
    return [];
  }
  const when = slot.condition && lowerCondition(slot.condition, { ...place, ownerFacts: true });
  const { provenance } = notesOf(slot.annotations, place);
  return [
    {
      kind: 'for-each',
      validity: {},
      ...whereOf(slot, place),
      ...(provenance && { provenance }),
      entity: place.context.entityIds.get(records.declared.name) ?? records.declared.id,
      rank: rank.declared.id,
      ranks,
      ...(when && { when }),
      caps,
      self: accumulatorKeys(stock.nodes[0], place)[0] ?? literal(text, ''),
    },
  ];
}

/** The stock that its one 限额 余额 names, by the key of somebody. */
export function stockOf(
  { caps }: ForEachSlot,
  { scope }: Pick<Place, 'scope'>,
): DeclaredOf<'accumulator'> | undefined {
  const stocks = caps.flatMap(({ cap }) => (cap?.$type === 'StockCap' ? [cap.stock] : []));
  const [only, other] = stocks;
  const found = only && !other ? scope.resolve(only) : undefined;
  if (found?.kind !== 'accumulator') return undefined;
  const isOfSomebody = found.keys?.size === 1 && found.declared.nodes[0].keys.length === 1;
  return isOfSomebody ? found.declared : undefined;
}

/** The whole numbers that an input can have, in order; none where its bounds are not written. */
export function ranksOf({ nodes }: DeclaredOf<'input'>): readonly number[] {
  const { low, high }: TypeUse = nodes[0].type;
  const [first, last] = [low, high].map((end) => end && numericLiteral(end));
  if (!first || !last) return [];
  const [from, to] = [Number(first.numerator), Number(last.numerator)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
