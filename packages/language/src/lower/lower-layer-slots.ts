import type { Validity } from '@tiaoli/base';
import { ONE } from '@tiaoli/base';
import type { Adjustment, Deductible, Expr, LayerSlot, SlotPeriod } from '@tiaoli/ir';
import { accumulatorRef, minus, numberLiteral, plus, rate } from '@tiaoli/ir';
import type {
  AdjustSlot,
  Annotation,
  DeductibleSlot,
  GuaranteeSlot,
  Period,
  RateSlot,
  Slot,
} from '../generated/ast.ts';
import { spanOf } from '../span-of.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { intersection } from './layer/versions.ts';
import { lowerBands, tableBrackets } from './lower-brackets.ts';
import type { Place } from './lower-context.ts';
import { refuse } from './lower-context.ts';
import { lowerForEachSlot } from './lower-for-each.ts';
import { lowerRounding, notesOf, whereOf, withLimits } from './statement.ts';
import { lowerValidity } from './validity.ts';

const PERIODS: Readonly<Record<Period, SlotPeriod>> = {
  per_claim: 'claim',
  per_visit: 'visit',
  per_stay: 'stay',
  per_day: 'day',
  per_month: 'month',
  per_year: 'year',
};

export function lowerPeriod(period: Period): SlotPeriod {
  return PERIODS[period];
}

/** The slots of a layer or of a case that are evaluated; cases, payers and dates are read elsewhere. */
export function lowerSlots(slots: readonly Slot[], place: Place): readonly LayerSlot[] {
  return slots.flatMap((slot) => lowerSlot(slot, place));
}

function lowerSlot(slot: Slot, place: Place): readonly LayerSlot[] {
  switch (slot.$type) {
    case 'DeductibleSlot':
      return [lowerDeductible(slot, place)];
    case 'RateSlot':
      return lowerRateSlot(slot, place);
    case 'AdjustSlot':
      return [lowerAdjustment(slot, place)];
    case 'GuaranteeSlot':
      return [lowerGuarantee(slot, place)];
    case 'CapSlot':
      return [lowerCap(slot, place)];
    case 'ForEachSlot':
      return lowerForEachSlot(slot, place, lowerCap);
    default:
      return lowerPlainSlot(slot, place);
  }
}

/** The slots that are a value or two. */
function lowerPlainSlot(slot: Slot, place: Place): readonly LayerSlot[] {
  const amounts = { ...place, zeroForAbsent: true };
  switch (slot.$type) {
    case 'AppliesSlot': {
      const condition = lowerCondition(slot.condition, place);
      return [{ ...slotBase(slot, slot, place), kind: 'applies', condition }];
    }
    case 'BaseSlot': {
      const terms = slot.items.map((item) => lowerExpression(item, amounts));
      const less = slot.except.map((item) => lowerExpression(item, amounts));
      return [{ ...slotBase(slot, slot, place), kind: 'base', terms, less }];
    }
    case 'CostLimitSlot': {
      const moment = slot.moment === 'after_deductible' ? 'after-deductible' : 'before-deductible';
      const limit = lowerExpression(slot.value, place);
      const period = lowerPeriod(slot.period);
      return [{ ...slotBase(slot, slot, place), kind: 'admit', period, limit, moment }];
    }
    case 'PersonShareSlot': {
      const atLeast = lowerExpression(slot.value, place, rate);
      return [{ ...slotBase(slot, slot, place), kind: 'person-share', atLeast }];
    }
    case 'RoundingSlot': {
      const rounding = lowerRounding(slot.mode);
      return [{ ...slotBase(slot, slot, place), kind: 'rounding', rounding, perBand: slot.banded }];
    }
    default:
      return [];
  }
}

function slotBase(
  slot: Slot,
  noted: { readonly annotations?: readonly Annotation[] },
  place: Place,
): { readonly validity: Validity } & ReturnType<typeof whereOf> & ReturnType<typeof provenanceOf> {
  const validity = 'validity' in slot ? slot.validity : undefined;
  return {
    validity: lowerValidity(validity),
    ...whereOf(slot, place),
    ...provenanceOf(noted.annotations ?? [], place),
  };
}

function provenanceOf(annotations: readonly Annotation[], place: Place) {
  const { provenance } = notesOf(annotations, place);
  return provenance ? { provenance } : {};
}

function lowerDeductible(slot: DeductibleSlot, place: Place): LayerSlot {
  const base: Deductible = {
    period: lowerPeriod(slot.period),
    amount: lowerExpression(slot.value, place),
    highestInYear: false,
    by: [],
  };
  const clauses = slot.clauses.map((clause) => lowerDeductibleClause(clause, place));
  const deductible: Deductible = Object.assign(base, ...clauses);
  return { ...slotBase(slot, slot, place), kind: 'deductible', ...deductible };
}

function lowerDeductibleClause(
  clause: DeductibleSlot['clauses'][number],
  place: Place,
): Partial<Deductible> {
  const value = (node: Parameters<typeof lowerExpression>[0]): Expr => lowerExpression(node, place);
  switch (clause.$type) {
    case 'NthShares':
      return {
        nth: {
          counter: counterOf(clause.counter, place),
          factors: clause.shares.map((share) => lowerExpression(share, place, rate)),
        },
      };
    case 'StepDown':
      return {
        stepDown: {
          counter: counterOf(clause.counter, place),
          by: value(clause.by),
          atLeast: clause.least
            ? value(clause.least)
            : { kind: 'literal', type: { kind: 'money' }, value: '0' },
        },
      };
    case 'Renewal':
      return { renew: { days: nameOf(clause.days, place), every: value(clause.each) } };
    case 'YearCeiling':
      return { inYearAtMost: value(clause.most) };
    case 'YearWaiver':
      return { waivedOnce: value(clause.threshold) };
    case 'HighestInYear':
      return { highestInYear: true };
    case 'KeyedBy':
      return { by: clause.keys.map((key) => nameOf(key, place)) };
    default:
      return clause.word === 'at_least'
        ? { atLeast: value(clause.value) }
        : { atMost: value(clause.value) };
  }
}

function counterOf(
  reference: Parameters<Place['scope']['resolveReference']>[0],
  place: Place,
): string {
  const counter = place.scope.resolveReference(reference);
  return counter.kind === 'accumulator' ? counter.declared.id : '';
}

/** A field named outside expressions: 住院天数 in 续计, 医院 in 按. */
function nameOf(reference: Parameters<Place['scope']['resolveReference']>[0], place: Place): Expr {
  const found = place.scope.resolveReference(reference);
  if (found.kind === 'input') return { kind: 'input', input: found.declared.id };
  if (found.kind === 'definition') return { kind: 'definition', definition: found.declared.id };
  return accumulatorRef(found.kind === 'accumulator' ? found.declared.id : '');
}

function lowerRateSlot(slot: RateSlot, place: Place): readonly LayerSlot[] {
  const { rate: rule } = slot;
  const base = slotBase(slot, rule, place);
  if (rule.$type === 'FlatRate') {
    const value = lowerExpression(rule.value, place, rate);
    return [
      {
        ...base,
        kind: 'rate',
        rate: withLimits(value, { limits: rule.limits }, place),
        cumulative: rule.cumulative,
      },
    ];
  }
  const shape = { kind: 'brackets', basis: rule.basis, cumulative: rule.cumulative } as const;
  if (!rule.table) return [{ ...base, ...shape, bands: lowerBands(rule.bands, place) }];
  const versions = tableBrackets(rule.table, place);
  if (versions.length === 0) {
    refuse(place, spanOf(rule), {
      zh: '这不是一张按 分段 的表',
      en: 'this is no table by brackets',
    });
  }
  return versions.map(({ validity, bands }) => ({
    ...base,
    validity: intersection(base.validity, validity),
    ...shape,
    bands,
  }));
}

const TARGETS: Readonly<Record<string, Adjustment['target']>> = {
  deductible: 'deductible',
  rate: 'rate',
  person_share: 'person-share',
  cap: 'cap',
};

function lowerAdjustment(slot: AdjustSlot, place: Place): LayerSlot {
  const limits = slot.limits;
  const bound = (word: string): Expr | undefined => {
    const limit = limits.find((each) => each.word === word);
    return limit && lowerExpression(limit.value, place, rate);
  };
  const [atLeast, atMost] = [bound('at_least'), bound('not_above')];
  const when = slot.condition && lowerCondition(slot.condition, place);
  return {
    ...slotBase(slot, slot, place),
    kind: 'adjustment',
    label: slot.name,
    target: TARGETS[slot.target] ?? 'rate',
    ...(slot.cap && { cap: slot.cap.$refText.replace(/^「|」$/g, '') }),
    change: lowerChange(slot, place),
    ...(atLeast && { atLeast }),
    ...(atMost && { atMost }),
    ...(when && { when }),
    before: slot.ahead.map(({ $refText }) => $refText.replace(/^「|」$/g, '')),
    tracked: slot.tracked,
  };
}

/** 提高5个百分点 adds; 提高5% is a factor of 1.05; 提高100元 adds (language decision 7). */
function lowerChange(
  { change, changeLimits, target }: AdjustSlot,
  place: Place,
): Adjustment['change'] {
  switch (change.$type) {
    case 'Waive':
    case 'Remove':
      return { kind: 'waive' };
    case 'Scale':
      return { kind: 'times', factor: lowerExpression(change.factor, place, rate) };
    default: {
      const { type } = place.scope.typeOf(change.by);
      const limits = { limits: changeLimits };
      const by = withLimits(lowerExpression(change.by, place, rate), limits, place);
      const raise = change.direction === 'raise';
      const isFactor =
        type.kind === 'rate' ||
        (target !== 'rate' && target !== 'person_share' && type.kind === 'number');
      if (isFactor) {
        const one = numberLiteral(rate, ONE);
        return { kind: 'times', factor: raise ? plus(one, by) : minus(one, by) };
      }
      const zero: Expr = {
        kind: 'literal',
        type: type.kind === 'money' ? { kind: 'money' } : rate,
        value: '0',
      };
      return {
        kind: 'add',
        amount: raise ? by : { kind: 'arithmetic', operator: '-', left: zero, right: by },
      };
    }
  }
}

function lowerGuarantee(slot: GuaranteeSlot, place: Place): LayerSlot {
  const when = slot.condition && lowerCondition(slot.condition, place);
  return {
    ...slotBase(slot, slot, place),
    kind: 'guarantee',
    rate: lowerExpression(slot.rate, place, rate),
    of: lowerExpression(slot.base, { ...place, zeroForAbsent: true }),
    ...(when && { when }),
  };
}

function lowerCap(slot: Extract<Slot, { $type: 'CapSlot' }>, place: Place): LayerSlot {
  const base = slotBase(slot, slot.cap, place);
  const label = slot.name === undefined ? {} : { label: slot.name };
  if (slot.cap.$type === 'NoCap') return { ...base, kind: 'no-cap', ...label };
  if (slot.cap.$type === 'StockCap') {
    return { ...base, kind: 'stock', ...label, stock: lowerExpression(slot.cap.stock, place) };
  }
  const limit = withLimits(lowerExpression(slot.cap.value, place), slot.cap, place);
  return { ...base, kind: 'cap', ...label, period: lowerPeriod(slot.cap.period), limit };
}
