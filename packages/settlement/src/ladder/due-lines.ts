import type { LocalText, Rational } from '@tiaoli/base';
import { add, compare, greatest, isEqual, negate, printYuan, subtract, ZERO } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
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
import { ratesInWords } from './rate-line.ts';
import { amountText, joinTexts, nameOf, numberOf, rateText, roundingWords } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';

/** What is owed before the caps: the cost times the rate, rounded, then what a guarantee adds. */
export function dueLines(view: LayerView): readonly LadderLine[] {
  if (view.layer.overlap?.kind === 'sum' && view.cases.length > 1) return [summedLine(view)];
  const due = stepOf(view, '应付0') ?? sumOfPaidAndCut(view);
  const formula = view.layer.inYear === 'true-up' ? yearFormula(view) : dueFormula(view);
  const line: LadderLine = {
    kind: 'amount',
    label: { zh: '应付', en: 'due' },
    amount: amountText(due),
    ...(formula && { formula }),
    clauses: clausesOf(view, slotOf(view, 'rounding')),
  };
  return [line, ...guaranteeLines(view)];
}

/** 累加: the cases that hold owe together; never more than the base. */
function summedLine(view: LayerView): LadderLine {
  return {
    kind: 'amount',
    label: { zh: '应付', en: 'due' },
    amount: amountText(resultOf(view, '应付')),
    formula: { zh: '各情形应付相加', en: 'the cases added up' },
    clauses: clausesOf(view),
  };
}

/** 应付 = 支付 + 超封顶, where no step of its own is kept. */
function sumOfPaidAndCut(view: LayerView): Outcome | undefined {
  const paid = numberOf(resultOf(view, '支付'));
  const cut = numberOf(resultOf(view, '超封顶'));
  return paid && cut && { status: 'value', value: add(paid, cut) };
}

/** What the rate is applied to, the rate, and what rounding did. */
function dueFormula(view: LayerView): LocalText | undefined {
  const [base, outside, deductible] = ['基数', '限外', '起付'].map((name) =>
    numberOf(resultOf(view, name)),
  );
  if (!base) return undefined;
  const counted = subtract(subtract(base, outside ?? ZERO), deductible ?? ZERO);
  return appliedFormula(view, printYuan(counted), roundedAway(view), []);
}

/** 补差: the year so far under today's rules, less what was paid. */
function yearFormula(view: LayerView): LocalText | undefined {
  const base = numberOf(resultOf(view, '基数'));
  if (!base) return undefined;
  const cost = add(amountBefore(view, '基数', 'year'), base);
  const deductible = numberOf(stepOf(view, '应扣起付')) ?? ZERO;
  const above = printYuan(greatest(ZERO, subtract(cost, deductible)));
  const paid = printYuan(amountBefore(view, '支付', 'year'));
  const formula = appliedFormula(view, above, remainderOf(view, '应付0'), [
    { zh: `减年内已付 ${paid}`, en: `less ${paid} paid in the year` },
  ]);
  return {
    zh: `年内费用 ${printYuan(cost)}，起付线以上 ${formula.zh}`,
    en: `cost of the year ${printYuan(cost)}, above the deductible ${formula.en}`,
  };
}

function appliedFormula(
  view: LayerView,
  counted: string,
  remainder: Rational,
  further: readonly LocalText[],
): LocalText {
  const rates = ratesInWords(view);
  const rounding = roundingWords(remainder, roundingOf(view));
  return joinTexts(
    [
      { zh: `${counted}${rates.zh}`, en: `${counted}${rates.en}` },
      ...(rounding ? [rounding] : []),
      ...further,
    ],
    { zh: '，', en: ', ' },
  );
}

/** Fen: the exact amount less the rounded one; bands that are rounded one by one (逐段) count too. */
function roundedAway(view: LayerView): Rational {
  const exact = numberOf(stepOf(view, '精确应付'));
  const due = numberOf(stepOf(view, '应付0'));
  if (!exact || !due) return ZERO;
  return add(subtract(exact, due), remainderOf(view, '精确应付'));
}

/** What the guarantee adds; or that a coarse rounding may not make more of the cost than it is. */
function guaranteeLines(view: LayerView): readonly LadderLine[] {
  const added = numberOf(resultOf(view, '保底补足'));
  if (!added || isEqual(added, ZERO)) return [];
  if (compare(added, ZERO) < 0) {
    const label = { zh: '不超过费用', en: 'not above the cost' };
    const amount = printYuan(negate(added));
    return [{ kind: 'less', label, amount, clauses: clausesOf(view, slotOf(view, 'rounding')) }];
  }
  const holding = guarantees(view);
  const formula = joinTexts(
    holding.map((placed) => guaranteeWords(view, placed)),
    { zh: '；', en: '; ' },
  );
  return [
    {
      kind: 'more',
      label: { zh: '保底补足', en: 'added by guarantee' },
      amount: printYuan(added),
      ...(holding.length > 0 && { formula }),
      clauses: clausesOf(view, ...holding),
    },
  ];
}

/** The guarantees whose condition holds. */
function guarantees(view: LayerView): readonly PlacedSlot[] {
  return view.slots.filter((placed) => {
    const { slot } = placed;
    if (slot.kind !== 'guarantee') return false;
    if (!slot.when) return true;
    const holds = partOf(view, placed, 'when');
    return holds?.status === 'value' && holds.value === true;
  });
}

function guaranteeWords(view: LayerView, placed: PlacedSlot): LocalText {
  if (placed.slot.kind !== 'guarantee') return { zh: '', en: '' };
  const rate = rateText(partOf(view, placed, 'rate'));
  const amount = amountText(partOf(view, placed, 'of'));
  const name = nameOf(placed.slot.of, view.index);
  return {
    zh: `保底 ${name.zh} ${amount} × ${rate}`,
    en: `guaranteed ${name.en} ${amount} × ${rate}`,
  };
}
