import type { LocalText } from '@tiaoli/base';
import { isEqual, printYuan, ZERO } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { Expr, LayerDeclaration, ModuleIndex } from '@tiaoli/ir';
import type { DocumentNames } from '../clause-text.ts';
import { capLines } from './cap-lines.ts';
import { deductibleLine } from './deductible-line.ts';
import { dueLines } from './due-lines.ts';
import type { LadderLine, LayerLadder } from './ladder.ts';
import type { LayerView, Settled } from './layer-view.ts';
import { amountBefore, clausesOf, layerView, partOf, resultOf, slotOf } from './layer-view.ts';
import { lossLines } from './loss-lines.ts';
import { rateLine } from './rate-line.ts';
import { remainderName } from './remainder-name.ts';
import { amountText, joinTexts, nameOf, numberOf, periodWord } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';
import { recordLines } from './stock-lines.ts';

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
    ...outsideLine(view),
    deductibleLine(view),
    ...rateLine(view),
    ...dueLines(view),
    ...recordLines(view),
    ...capLines(view),
    {
      kind: 'result',
      label: { zh: '支付', en: 'paid' },
      amount: amountText(resultOf(view, '支付')),
      clauses: clausesOf(view),
    },
    ...partLine(view, '追补', trueUpText),
    ...partLine(view, '比例自付', shareText),
    ...lossLines(view),
  ];
}

const trueUpText = { zh: '追补以前的结算', en: 'and for earlier claims' };
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
  const called = (term: Expr) => remainderName(term, view) ?? nameOf(term, view.index);
  const plus = slot.terms.map((term, at) => named(`term${at}`, called(term)));
  const minus = slot.less.map((term, at) => named(`less${at}`, called(term)));
  return joinTexts([joinTexts(plus, { zh: ' + ', en: ' + ' }), ...minus], { zh: ' − ', en: ' − ' });
}

/** What lies above the cost limits (费用限额), which say how much cost they admit and how much they have. */
function outsideLine(view: LayerView): readonly LadderLine[] {
  const outcome = resultOf(view, '限外');
  const amount = numberOf(outcome);
  if (!amount || isEqual(amount, ZERO)) return [];
  const limits = view.slots.filter(({ slot }) => slot.kind === 'admit');
  const formula = joinTexts(
    limits.map((placed) => costLimitWords(view, placed)),
    { zh: '；', en: '; ' },
  );
  return [
    {
      kind: 'less',
      label: { zh: '费用限额以外', en: 'outside the cost limit' },
      amount: amountText(outcome),
      formula,
      clauses: clausesOf(view, ...limits),
    },
  ];
}

function costLimitWords(view: LayerView, placed: PlacedSlot): LocalText {
  const { slot } = placed;
  if (slot.kind !== 'admit') return { zh: '', en: '' };
  const limit = amountText(partOf(view, placed, 'limit'));
  const word = periodWord(slot.period);
  if (slot.period === 'claim') return { zh: `${word.zh} ${limit}`, en: `${limit} ${word.en}` };
  const quantity = slot.moment === 'before-deductible' ? '费用限额' : '费用限额后';
  const before = printYuan(amountBefore(view, quantity, slot.period));
  return {
    zh: `${word.zh} ${limit}，此前已计 ${before}`,
    en: `${limit} ${word.en}, ${before} counted before`,
  };
}

/** A part that is shown only when it is something. */
function partLine(
  view: LayerView,
  name: '比例自付' | '追补',
  label: LocalText,
): readonly LadderLine[] {
  const outcome = resultOf(view, name);
  const amount = numberOf(outcome);
  if (!amount || isEqual(amount, ZERO)) return [];
  return [{ kind: 'amount', label, amount: amountText(outcome), clauses: clausesOf(view) }];
}

/** Why there is no value: 不适用 or 待补充, with the reason; undefined where there is one. */
export function absence(
  outcome: Outcome | undefined,
  { inputs, entities }: ModuleIndex,
): LocalText | undefined {
  if (outcome?.status === 'value') return undefined;
  if (outcome?.status === 'not-applicable') {
    return { zh: `不适用：${outcome.reason}`, en: `not applicable: ${outcome.reason}` };
  }
  const fields = (outcome?.fields ?? []).map(
    (id) => inputs.get(id)?.name ?? entities.get(id)?.name ?? id,
  );
  const reasons = [...fields, ...(outcome?.causes ?? []).map(({ reason }) => reason)].join('、');
  return { zh: `待补充：${reasons}`, en: `missing: ${reasons}` };
}
