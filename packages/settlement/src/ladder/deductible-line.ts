import type { LocalText, Rational } from '@tiaoli/base';
import {
  add,
  compare,
  divide,
  floor,
  greatest,
  isEqual,
  least,
  printYuan,
  rational,
  subtract,
  ZERO,
} from '@tiaoli/base';
import type { LayerSlot } from '@tiaoli/ir';
import { activeAdjustments, adjustmentWords } from './adjustments.ts';
import type { LadderLine } from './ladder.ts';
import type { LayerView } from './layer-view.ts';
import {
  amountBefore,
  clausesOf,
  partOf,
  remainderOf,
  resultOf,
  roundingOf,
  slotOf,
  stepOf,
} from './layer-view.ts';
import { amountText, joinTexts, numberOf, periodWord, roundingWords } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';

type DeductibleSlot = Extract<LayerSlot, { kind: 'deductible' }>;

/** What is taken of the base before anything is paid, and why it is that much. */
export function deductibleLine(view: LayerView): LadderLine {
  const placed = slotOf(view, 'deductible');
  const taken = resultOf(view, '起付');
  const formula = placed ? deductibleFormula(view, placed) : absentFormula(numberOf(taken));
  return {
    kind: 'less',
    label: { zh: '起付线', en: 'deductible' },
    amount: amountText(taken),
    ...(formula && { formula }),
    clauses: clausesOf(view, placed, ...activeAdjustments(view, ['deductible'])),
  };
}

function absentFormula(taken: Rational | undefined): LocalText | undefined {
  const isNone = taken !== undefined && isEqual(taken, ZERO);
  return isNone ? { zh: '不设起付线', en: 'no deductible' } : undefined;
}

function deductibleFormula(view: LayerView, placed: PlacedSlot): LocalText | undefined {
  const { slot } = placed;
  if (slot.kind !== 'deductible') return undefined;
  const period = periodWord(slot.period);
  const written = amountText(partOf(view, placed, 'amount'));
  return joinTexts(
    [
      { zh: `${period.zh} ${written}`, en: `${written} ${period.en}` },
      ...adjustmentWords(view, activeAdjustments(view, ['deductible'])),
      ...calledWords(view, placed, slot),
      ...highestWords(view, slot),
      ...takenWords(view, slot),
      ...yearWords(view, placed, slot),
      ...baseWords(view, placed, slot),
    ],
    { zh: '，', en: ', ' },
  );
}

/** What this claim calls for, where that is not the amount as written. */
function calledWords(
  view: LayerView,
  placed: PlacedSlot,
  slot: DeductibleSlot,
): readonly LocalText[] {
  const called = numberOf(stepOf(view, '应扣起付'));
  const written = numberOf(partOf(view, placed, 'amount'));
  if (!called || (written && isEqual(called, written))) return [];
  const bound = boundWords(view, placed, called);
  const times = renewals(view, placed);
  const rounding = roundingWords(remainderOf(view, '应扣起付'), roundingOf(view));
  const due = slot.nth || slot.stepDown ? { zh: '按次序', en: 'by its turn ' } : { zh: '', en: '' };
  const amount = printYuan(called);
  return [
    ...bound,
    ...(times > 1n ? [{ zh: `续计共 ${times} 次`, en: `called for ${times} times` }] : []),
    ...(rounding ? [rounding] : []),
    { zh: `${due.zh}应扣 ${amount}`, en: `due ${due.en}${amount}` },
  ];
}

/** 不低于 or 不超过, the one that the amount stands at. */
function boundWords(view: LayerView, placed: PlacedSlot, called: Rational): readonly LocalText[] {
  const isAt = (part: string): boolean => {
    const bound = numberOf(partOf(view, placed, part));
    return bound !== undefined && isEqual(bound, called);
  };
  const amount = printYuan(called);
  if (isAt('atLeast')) return [{ zh: `不低于 ${amount}`, en: `at least ${amount}` }];
  return isAt('atMost') ? [{ zh: `不超过 ${amount}`, en: `at most ${amount}` }] : [];
}

/** 续计: how often a long stay bears the deductible; 1 where it is borne once. */
function renewals(view: LayerView, placed: PlacedSlot): bigint {
  const days = numberOf(partOf(view, placed, 'days'));
  const every = numberOf(partOf(view, placed, 'every'));
  if (!days || !every || compare(every, ZERO) <= 0) return 1n;
  return floor(add(rational(1), divide(subtract(days, rational(1)), every)));
}

function highestWords(view: LayerView, slot: DeductibleSlot): readonly LocalText[] {
  if (!slot.highestInYear) return [];
  const highest = printYuan(targetOf(view, slot));
  return [{ zh: `年内最高 ${highest}`, en: `highest of the year ${highest}` }];
}

function takenWords(view: LayerView, slot: DeductibleSlot): readonly LocalText[] {
  if (slot.period === 'claim') return [];
  const before = printYuan(takenInPeriod(view, slot));
  return [{ zh: `此前已扣 ${before}`, en: `${before} taken before` }];
}

/** 年内合计 不超过 and 达到 … 后免, with what the year has borne: why a deductible may be less, or nothing. */
function yearWords(
  view: LayerView,
  placed: PlacedSlot,
  slot: DeductibleSlot,
): readonly LocalText[] {
  const part = slot.inYearAtMost ? 'inYearAtMost' : 'waivedOnce';
  if (!slot[part]) return [];
  const limit = amountText(partOf(view, placed, part));
  const taken = printYuan(amountBefore(view, '起付', 'year'));
  return part === 'inYearAtMost'
    ? [
        {
          zh: `年内合计不超过 ${limit}，年内已扣 ${taken}`,
          en: `at most ${limit} in the year, of which ${taken} taken`,
        },
      ]
    : [
        {
          zh: `年内合计达到 ${limit} 后免，年内已扣 ${taken}`,
          en: `waived once ${limit} are taken in the year, so far ${taken}`,
        },
      ];
}

/** That the cost is less than what is due. */
function baseWords(
  view: LayerView,
  placed: PlacedSlot,
  slot: DeductibleSlot,
): readonly LocalText[] {
  const taken = numberOf(resultOf(view, '起付'));
  const cost = numberOf(stepOf(view, '限额内')) ?? numberOf(resultOf(view, '基数'));
  const due = dueOf(view, placed, slot);
  if (!taken || !cost || !due || view.layer.inYear === 'true-up') return [];
  if (!isEqual(taken, cost) || compare(taken, due) >= 0) return [];
  return [{ zh: `费用只有 ${printYuan(cost)}`, en: `the cost is only ${printYuan(cost)}` }];
}

/** What of the deductible is still due, were the cost high enough (reference 3.1, step 3). */
function dueOf(view: LayerView, placed: PlacedSlot, slot: DeductibleSlot): Rational | undefined {
  const target = targetOf(view, slot);
  const inPeriod =
    slot.period === 'claim' ? target : greatest(ZERO, subtract(target, takenInPeriod(view, slot)));
  const inYear = amountBefore(view, '起付', 'year');
  if (slot.inYearAtMost) {
    const limit = numberOf(partOf(view, placed, 'inYearAtMost'));
    return limit && least(inPeriod, greatest(ZERO, subtract(limit, inYear)));
  }
  if (!slot.waivedOnce) return inPeriod;
  const limit = numberOf(partOf(view, placed, 'waivedOnce'));
  return limit && (compare(inYear, limit) >= 0 ? ZERO : inPeriod);
}

/** The deductible called for, or the highest of the year where that one counts. */
function targetOf(view: LayerView, slot: DeductibleSlot): Rational {
  const called = numberOf(stepOf(view, '应扣起付')) ?? ZERO;
  if (!slot.highestInYear) return called;
  return greatest(called, amountBefore(view, '最高起付', 'year', slot.by.length > 0));
}

function takenInPeriod(view: LayerView, slot: DeductibleSlot): Rational {
  return amountBefore(view, '起付', slot.period, slot.by.length > 0);
}
