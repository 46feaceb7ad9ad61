import type { LocalText } from '@tiaoli/base';
import { add, isEqual, printYuan, subtract, ZERO } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { LayerDeclaration, LayerSlot, ModuleIndex } from '@tiaoli/ir';
import type { DocumentNames } from '../clause-text.ts';
import { activeAdjustments, adjustmentWords } from './adjustments.ts';
import type { LadderLine, LayerLadder } from './ladder.ts';
import type { LayerView, Settled } from './layer-view.ts';
import {
  amountBefore,
  clausesOf,
  layerView,
  partOf,
  resultOf,
  slotOf,
  stepOf,
  stepTrace,
} from './layer-view.ts';
import { rateLine, ratesInWords } from './rate-line.ts';
import { amountText, joinTexts, nameOf, numberOf, periodWord } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';

/** One layer from its base to its payment. */
export function layerLadder(
  claim: Settled,
  layer: LayerDeclaration,
  index: ModuleIndex,
  names: DocumentNames,
): LayerLadder {
  const view = layerView(claim, layer, index, names);
  const heading = { name: layer.name, payer: layer.payer, cases: view.cases };
  const absent = absence(resultOf(view, '支付'), index);
  if (!absent) return { ...heading, lines: linesOf(view), clauses: clausesOf(view) };
  return { ...heading, absent, lines: [], clauses: clausesOf(view, slotOf(view, 'applies')) };
}

function linesOf(view: LayerView): readonly LadderLine[] {
  return [
    baseLine(view),
    ...partLine(view, '限外', outsideText, slotOf(view, 'admit')),
    deductibleLine(view),
    ...rateLine(view),
    dueLine(view),
    ...partLine(view, '保底补足', guaranteeText, slotOf(view, 'guarantee')),
    ...capLines(view),
    {
      kind: 'result',
      label: { zh: '支付', en: 'paid' },
      amount: amountText(resultOf(view, '支付')),
      clauses: clausesOf(view),
    },
    ...partLine(view, '追补', trueUpText, undefined),
    ...partLine(view, '比例自付', shareText, undefined),
  ];
}

const outsideText = { zh: '费用限额以外', en: 'outside the cost limit' };
const guaranteeText = { zh: '其中保底补足', en: 'of it by the guarantee' };
const trueUpText = { zh: '另补以前结算', en: 'and for earlier claims' };
const shareText = { zh: '个人按比例自付', en: "the person's ratio part" };

function baseLine(view: LayerView): LadderLine {
  const placed = slotOf(view, 'base');
  const formula = placed && baseFormula(view, placed);
  return {
    kind: 'amount',
    label: { zh: '基数', en: 'base' },
    amount: amountText(resultOf(view, '基数')),
    ...(formula && { formula }),
    clauses: clausesOf(view, placed),
  };
}

function baseFormula(view: LayerView, placed: PlacedSlot): LocalText | undefined {
  const { slot } = placed;
  if (slot.kind !== 'base') return undefined;
  const named = (part: string, name: LocalText): LocalText => {
    const amount = amountText(partOf(view, placed, part));
    return { zh: `${name.zh} ${amount}`, en: `${name.en} ${amount}` };
  };
  const plus = slot.terms.map((term, at) => named(`term${at}`, nameOf(term, view.index)));
  const minus = slot.less.map((term, at) => named(`less${at}`, nameOf(term, view.index)));
  return joinTexts([joinTexts(plus, { zh: ' + ', en: ' + ' }), ...minus], { zh: ' − ', en: ' − ' });
}

function deductibleLine(view: LayerView): LadderLine {
  const placed = slotOf(view, 'deductible');
  const formula = placed ? deductibleFormula(view, placed) : undefined;
  return {
    kind: 'less',
    label: { zh: '起付线', en: 'deductible' },
    amount: amountText(resultOf(view, '起付')),
    formula: formula ?? { zh: '不设起付线', en: 'no deductible' },
    clauses: clausesOf(view, placed, ...activeAdjustments(view, ['deductible'])),
  };
}

function deductibleFormula(view: LayerView, placed: PlacedSlot): LocalText | undefined {
  const { slot } = placed;
  if (slot.kind !== 'deductible') return undefined;
  const period = periodWord(slot.period);
  const written = amountText(partOf(view, placed, 'amount'));
  const called = amountText(stepOf(view, '应扣起付'));
  const adjusted = called === '—' || called === written ? '' : called;
  const before = slot.period === 'claim' ? '' : amountBefore(view, '起付', slot.period);
  const due = deductibleReason(slot);
  const words = adjustmentWords(view, activeAdjustments(view, ['deductible']));
  return joinTexts(
    [
      { zh: `${period.zh} ${written}`, en: `${written} ${period.en}` },
      ...words,
      ...(adjusted ? [{ zh: `${due.zh} ${adjusted}`, en: `${due.en} ${adjusted}` }] : []),
      ...(before ? [{ zh: `此前已扣 ${before}`, en: `${before} taken before` }] : []),
    ],
    { zh: '，', en: ', ' },
  );
}

function deductibleReason({
  nth,
  stepDown,
}: Extract<LayerSlot, { kind: 'deductible' }>): LocalText {
  if (nth || stepDown) return { zh: '按次序应扣', en: 'due by its turn' };
  return { zh: '应扣', en: 'due' };
}

function dueLine(view: LayerView): LadderLine {
  const due = stepOf(view, '应付') ?? stepOf(view, '应付0') ?? sumOfPaidAndCut(view);
  const formula = dueFormula(view);
  return {
    kind: 'amount',
    label: { zh: '应付', en: 'due' },
    amount: amountText(due),
    ...(formula && { formula }),
    clauses: clausesOf(view, slotOf(view, 'rounding')),
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
  const counted = printYuan(subtract(subtract(base, outside ?? ZERO), deductible ?? ZERO));
  const rates = ratesInWords(view);
  const rest = remainderText(view);
  return {
    zh: `${counted}${rates.zh}${rest.zh}`,
    en: `${counted}${rates.en}${rest.en}`,
  };
}

function remainderText(view: LayerView): LocalText {
  const remainder = stepTrace(view, '应付0')?.remainder;
  if (remainder === undefined || remainder === '0') return { zh: '', en: '' };
  const up = remainder.startsWith('-');
  const size = up ? remainder.slice(1) : remainder;
  return up
    ? { zh: `，取整进 ${size}`, en: `, rounded up by ${size}` }
    : { zh: `，取整舍 ${size}`, en: `, rounded down by ${size}` };
}

/** Each cap with what was paid under it before. Several caps cut one amount together: it is shown behind the last. */
function capLines(view: LayerView): readonly LadderLine[] {
  const caps = view.slots.filter(({ slot }) => slot.kind === 'cap');
  const cut = resultOf(view, '超封顶');
  const lines = caps.map((placed, at): LadderLine => {
    const label = capLabel(placed);
    return {
      kind: 'less',
      label: { zh: `超过限额${label}`, en: `over the cap${label}` },
      amount: at < caps.length - 1 ? '' : amountText(cut),
      formula: capFormula(view, placed),
      clauses: clausesOf(view, placed, ...capAdjustments(view, placed)),
    };
  });
  if (lines.length > 0) return lines;
  // A pool of several layers can cut a layer that has no cap of its own.
  return partLine(view, '超封顶', { zh: '超过限额', en: 'over the cap' }, undefined);
}

function capLabel({ slot }: PlacedSlot): string {
  return slot.kind === 'cap' && slot.label !== undefined ? `「${slot.label}」` : '';
}

function capFormula(view: LayerView, placed: PlacedSlot): LocalText {
  const { slot } = placed;
  const period = slot.kind === 'cap' ? slot.period : 'claim';
  const limit = amountText(partOf(view, placed, 'limit'));
  const before = period === 'claim' ? '' : amountBefore(view, '支付', period);
  const word = periodWord(period);
  return joinTexts(
    [
      { zh: `${word.zh} ${limit}`, en: `${limit} ${word.en}` },
      ...adjustmentWords(view, capAdjustments(view, placed)),
      ...(before ? [{ zh: `此前已付 ${before}`, en: `${before} paid before` }] : []),
    ],
    { zh: '，', en: ', ' },
  );
}

function capAdjustments(view: LayerView, { slot }: PlacedSlot): readonly PlacedSlot[] {
  return activeAdjustments(view, ['cap'], slot.kind === 'cap' ? slot.label : undefined);
}

/** A part of the base that is shown only when it is something. */
function partLine(
  view: LayerView,
  name: '限外' | '超封顶' | '比例自付' | '保底补足' | '追补',
  label: LocalText,
  placed: PlacedSlot | undefined,
): readonly LadderLine[] {
  const outcome = resultOf(view, name);
  const amount = numberOf(outcome);
  if (!amount || isEqual(amount, ZERO)) return [];
  const kind = name === '限外' || name === '超封顶' ? 'less' : 'amount';
  return [{ kind, label, amount: amountText(outcome), clauses: clausesOf(view, placed) }];
}

function absence(outcome: Outcome | undefined, { inputs }: ModuleIndex): LocalText | undefined {
  if (outcome?.status === 'value') return undefined;
  if (outcome?.status === 'not-applicable') {
    return { zh: `不适用：${outcome.reason}`, en: `not applicable: ${outcome.reason}` };
  }
  const fields = (outcome?.fields ?? []).map((id) => inputs.get(id)?.name ?? id);
  const reasons = [...fields, ...(outcome?.causes ?? []).map(({ reason }) => reason)].join('、');
  return { zh: `待补充：${reasons}`, en: `missing: ${reasons}` };
}
