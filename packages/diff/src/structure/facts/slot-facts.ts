import { assertNever } from '@tiaoli/base';
import type { Adjustment, Deductible, Expr, ForEach, LayerSlot } from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { formulaOf, placeOf, versionsOf } from '../fact-context.ts';
import type { At, Facts } from '../fact-list.ts';
import {
  factValue,
  ownName,
  saidEnd,
  saidExpr,
  saidIf,
  saidInOrder,
  saidNames,
  saidProvenance,
  saidRounding,
  saidText,
  saidWord,
  within,
} from '../fact-list.ts';
import type { FactValue, SlotName, Step } from '../structure.ts';

type SlotOf<K extends LayerSlot['kind']> = Extract<LayerSlot, { kind: K }>;

/** The slots of a layer or of a case of it, one after another, each version of a slot by itself. */
export function slotFacts(slots: readonly LayerSlot[], context: FactContext, at: At): Facts {
  const own = context.on === undefined ? withoutTableVersions(slots) : slots;
  const byName = Map.groupBy(own, (slot) => JSON.stringify(slotStep(slot)));
  return [...byName.values()].flatMap((versions) =>
    versionsOf(versions, context).flatMap(({ version, steps }) => {
      const inside = {
        steps: [...at.steps, slotStep(version), ...steps],
        place: placeOf(version),
      };
      return [
        ...factsOfSlot(version, context, inside),
        ...saidProvenance(version.provenance, inside),
        ...saidEnd(version.validity, context, inside),
      ];
    }),
  );
}

/** Bands that come from a table stand once for each version of it: its versions are told where it stands. */
function withoutTableVersions(slots: readonly LayerSlot[]): readonly LayerSlot[] {
  const seen = new Set<string>();
  return slots.filter((slot) => {
    const table = slot.kind === 'brackets' ? tableOf(slot) : undefined;
    if (table === undefined) return true;
    const isKnown = seen.has(table);
    seen.add(table);
    return !isKnown;
  });
}

/** The table that all bands read their rates from, each with a number of its own for the band. */
function tableOf({ bands }: SlotOf<'brackets'>): string | undefined {
  const tables = bands.map(({ upTo, rate }) => {
    const isWritten = upTo === undefined || upTo.kind === 'literal';
    const isKeyed = rate.kind === 'parameter' && rate.keys.some(({ kind }) => kind === 'literal');
    return isWritten && isKeyed ? rate.parameter : undefined;
  });
  const [first] = tables;
  return tables.every((table) => table === first) ? first : undefined;
}

/** By what a slot replaces another: a rate takes the place of bands, 不设 that of a cap. */
export function slotStep(slot: LayerSlot): Step {
  const label = 'label' in slot && slot.label !== undefined ? { label: slot.label } : {};
  return { kind: 'slot', slot: slotName(slot), ...label };
}

function slotName(slot: LayerSlot): SlotName {
  switch (slot.kind) {
    case 'brackets':
      return 'rate';
    case 'no-cap':
      return 'cap';
    case 'admit':
      return slot.moment === 'before-deductible' ? 'admit-before' : 'admit-after';
    default:
      return slot.kind;
  }
}

function factsOfSlot(slot: LayerSlot, context: FactContext, at: At): Facts {
  switch (slot.kind) {
    case 'applies':
      return saidExpr('condition', slot.condition, context, at);
    case 'base':
      return [
        ...amountNames('base', slot.terms, context, at),
        ...amountNames('less', slot.less, context, at),
      ];
    case 'admit':
    case 'cap':
      return [
        ...saidWord('period', slot.period, at),
        ...saidExpr('limit', slot.limit, context, at),
      ];
    case 'no-cap':
      return saidWord('limit', 'none', at);
    case 'deductible':
      return deductibleFacts(slot, context, at);
    case 'rate':
      return [
        ...saidExpr('rate', slot.rate, context, at),
        ...saidIf('cumulative', slot.cumulative, at),
      ];
    case 'brackets':
      return bracketFacts(slot, context, at);
    case 'adjustment':
      return adjustmentFacts(slot, context, at);
    case 'person-share':
      return saidExpr('at-least', slot.atLeast, context, at);
    case 'guarantee':
      return [
        ...saidExpr('rate', slot.rate, context, at),
        ...saidExpr('of', slot.of, context, at),
        ...saidExpr('when', slot.when, context, at),
      ];
    case 'stock':
      return saidExpr('limit', slot.stock, context, at);
    case 'for-each':
      return forEachFacts(slot, context, at);
    case 'rounding':
      return [
        ...saidRounding('rounding', slot.rounding, money, at),
        ...saidIf('per-band', slot.perBand, at),
      ];
    default:
      return assertNever(slot);
  }
}

/** Each amount of a sum by itself, so that one that is added is told as one. */
function amountNames(
  field: 'base' | 'less',
  terms: readonly Expr[],
  context: FactContext,
  at: At,
): Facts {
  return terms.flatMap((term) => {
    const value = factValue(term, context);
    const name = value.kind === 'formula' ? nameIn(value, term, context) : field;
    return saidExpr(field, term, context, within(at, { kind: 'named', name }));
  });
}

function nameIn(
  value: Extract<FactValue, { kind: 'formula' }>,
  term: Expr,
  { index }: FactContext,
): string {
  const inner = term.kind === 'or-else' ? term.operand : term;
  if (inner.kind !== 'definition') return value.text.zh;
  return index.definitions.get(inner.definition)?.name ?? value.text.zh;
}

function deductibleFacts(slot: Deductible, context: FactContext, at: At): Facts {
  const { nth, stepDown, renew } = slot;
  const inside = (name: string): At => within(at, { kind: 'named', name });
  return [
    ...saidWord('period', slot.period, at),
    ...saidExpr('amount', slot.amount, context, at),
    ...saidText('counter', nth && ownName(nth.counter), inside('次第')),
    ...(nth?.factors ?? []).flatMap((factor, index) =>
      saidExpr('factors', factor, context, within(at, { kind: 'nth', number: index + 1 })),
    ),
    ...saidText('counter', stepDown && ownName(stepDown.counter), inside('递减')),
    ...saidExpr('step-down', stepDown?.by, context, at),
    ...saidExpr('at-least', stepDown?.atLeast, context, inside('递减')),
    ...saidExpr('at-least', slot.atLeast, context, at),
    ...saidExpr('at-most', slot.atMost, context, at),
    ...saidExpr('days', renew?.days, context, at),
    ...saidExpr('every', renew?.every, context, at),
    ...saidExpr('in-year-at-most', slot.inYearAtMost, context, at),
    ...saidExpr('waived-once', slot.waivedOnce, context, at),
    ...saidIf('highest-in-year', slot.highestInYear, at),
    ...keyedFacts(slot.by, context, at),
  ];
}

/** 按 …, one key after the other. */
export function keyedFacts(by: readonly Expr[], context: FactContext, at: At): Facts {
  return by.flatMap((each, index) =>
    saidExpr('by', each, context, within(at, { kind: 'nth', number: index + 1 })),
  );
}

const above = { zh: '以上', en: 'above' };

function bracketFacts(slot: SlotOf<'brackets'>, context: FactContext, at: At): Facts {
  const table = tableOf(slot);
  const basis = [
    ...saidWord('brackets', slot.basis, at),
    ...saidIf('cumulative', slot.cumulative, at),
  ];
  const [first] = slot.bands;
  if (table !== undefined && first?.rate.kind === 'parameter') {
    const keys = first.rate.keys.filter(({ kind }) => kind !== 'literal');
    return [...basis, ...saidText('table', ownName(table), at), ...keyedFacts(keys, context, at)];
  }
  const bands = slot.bands.flatMap(({ upTo, rate }) => {
    const limit = upTo && formulaOf(upTo, context).text;
    const keys = [limit ? { zh: `不超过${limit.zh}`, en: `up to ${limit.en}` } : above];
    const inside = within(at, { kind: 'cell', keys });
    return [...saidExpr('band', upTo, context, inside), ...saidExpr('rate', rate, context, inside)];
  });
  return [...basis, ...bands];
}

function adjustmentFacts(slot: Adjustment, context: FactContext, at: At): Facts {
  const isRate = slot.target === 'rate' || slot.target === 'person-share';
  const change = changeFacts(slot.change, context, at).map((fact) =>
    isRate && fact.value.kind === 'number' && fact.part.field === 'amount'
      ? { ...fact, value: { ...fact.value, unit: 'points' as const } }
      : fact,
  );
  return [
    ...saidWord('target', slot.target, at),
    ...saidText('cap-label', slot.cap, at),
    ...change,
    ...saidExpr('at-least', slot.atLeast, context, at),
    ...saidExpr('at-most', slot.atMost, context, at),
    ...saidExpr('when', slot.when, context, at),
    ...saidNames('before-labels', slot.before, at),
    ...saidIf('tracked', slot.tracked, at),
  ];
}

function changeFacts(change: Adjustment['change'], context: FactContext, at: At): Facts {
  switch (change.kind) {
    case 'add':
      return saidExpr('amount', change.amount, context, at);
    case 'times':
      return saidExpr('factor', change.factor, context, at);
    case 'waive':
      return saidWord('change', 'waive', at);
    default:
      return assertNever(change);
  }
}

function forEachFacts(slot: ForEach, context: FactContext, at: At): Facts {
  return [
    ...saidText('entity', ownName(slot.entity), at),
    ...saidText('rank', ownName(slot.rank), at),
    ...saidInOrder('order', slot.ranks.map(String), at),
    ...saidExpr('when', slot.when, context, at),
    ...saidExpr('subject', slot.self, context, at),
    ...slotFacts(slot.caps, context, at),
  ];
}
