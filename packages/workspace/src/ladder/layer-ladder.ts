import type { LocalText } from '@tiaoli/base';
import { add, isEqual, printRate, printYuan, subtract, ZERO } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { LayerDeclaration, LayerSlot, LayerStep, ModuleIndex } from '@tiaoli/ir';
import type { DocumentNames } from '../clause-text.ts';
import type { SettledClaim } from '../settle/settle-claims.ts';
import type { LadderLine, LayerLadder } from './ladder.ts';
import { probeId } from './slot-probes.ts';
import { slotSources } from './slot-sources.ts';
import { amountText, joinTexts, nameOf, numberOf, periodWord, rateText } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';
import { slotsInForce } from './slots-in-force.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/** What the lines of one layer are made from. */
interface LayerView {
  readonly claim: Settled;
  readonly layer: LayerDeclaration;
  readonly index: ModuleIndex;
  readonly names: DocumentNames;
  readonly slots: readonly PlacedSlot[];
}

/** One layer from its base to its payment. */
export function layerLadder(
  claim: Settled,
  layer: LayerDeclaration,
  index: ModuleIndex,
  names: DocumentNames,
): LayerLadder {
  const holding = casesThatHold(claim, layer);
  const day = claim.dates[layer.governedBy] ?? claim.on;
  const slots = slotsInForce(layer, day, holding);
  const view: LayerView = { claim, layer, index, names, slots };
  const heading = {
    name: layer.name,
    payer: layer.payer,
    cases: holding.flatMap((at) => layer.cases[at]?.label ?? []),
  };
  const absent = absence(result(view, '支付'), index);
  return absent ? { ...heading, absent, lines: [] } : { ...heading, lines: linesOf(view) };
}

function linesOf(view: LayerView): readonly LadderLine[] {
  return [
    baseLine(view),
    ...lossLine(view, '限外', outsideText, 'admit'),
    deductibleLine(view),
    ...rateLines(view),
    dueLine(view),
    ...capLines(view),
    {
      kind: 'result',
      label: { zh: '支付', en: 'paid' },
      amount: amountText(result(view, '支付')),
      clauses: [],
    },
    ...lossLine(view, '比例自付', shareText, 'rate'),
  ];
}

const outsideText = { zh: '费用限额以外', en: 'outside the cost limit' };
const shareText = { zh: '个人按比例自付', en: "the person's ratio part" };

function baseLine(view: LayerView): LadderLine {
  const placed = slotOf(view, 'base');
  const formula = placed?.slot.kind === 'base' ? baseFormula(view, placed, placed.slot) : undefined;
  return {
    kind: 'amount',
    label: { zh: '基数', en: 'base' },
    amount: amountText(result(view, '基数')),
    ...(formula && { formula }),
    clauses: sourcesOf(view, placed),
  };
}

function baseFormula(
  view: LayerView,
  { place }: PlacedSlot,
  { terms, less }: Extract<LayerSlot, { kind: 'base' }>,
): LocalText {
  const named = (part: string, at: number, name: LocalText): LocalText => {
    const amount = amountText(probe(view, place, `${part}${at}`));
    return { zh: `${name.zh} ${amount}`, en: `${name.en} ${amount}` };
  };
  const plus = terms.map((term, at) => named('term', at, nameOf(term, view.index)));
  const minus = less.map((term, at) => named('less', at, nameOf(term, view.index)));
  const signs = { plus: { zh: ' + ', en: ' + ' }, minus: { zh: ' − ', en: ' − ' } };
  return joinTexts([joinTexts(plus, signs.plus), ...minus], signs.minus);
}

function deductibleLine(view: LayerView): LadderLine {
  const placed = slotOf(view, 'deductible');
  const label = { zh: '起付线', en: 'deductible' };
  const taken = result(view, '起付');
  const kind = 'less' as const;
  if (placed?.slot.kind !== 'deductible') {
    const formula = { zh: '不设起付线', en: 'no deductible' };
    return { kind, label, amount: amountText(taken), formula, clauses: [] };
  }
  const { slot, place } = placed;
  const period = periodWord(slot.period);
  const written = amountText(probe(view, place, 'amount'));
  const called = amountText(stepOutcome(view, '应扣起付'));
  const adjusted = called === '—' || called === written ? '' : called;
  const before = slot.period === 'claim' ? '' : amountBefore(view, '起付', slot.period);
  const formula = {
    zh: [
      `${period.zh} ${written}`,
      ...(adjusted ? [`${deductibleReason(slot).zh}应扣 ${adjusted}`] : []),
      ...(before ? [`此前已扣 ${before}`] : []),
    ].join('，'),
    en: [
      `${written} ${period.en}`,
      ...(adjusted ? [`${deductibleReason(slot).en}due ${adjusted}`] : []),
      ...(before ? [`${before} taken before`] : []),
    ].join(', '),
  };
  return { kind, label, amount: amountText(taken), formula, clauses: sourcesOf(view, placed) };
}

function deductibleReason({
  nth,
  stepDown,
}: Extract<LayerSlot, { kind: 'deductible' }>): LocalText {
  if (nth || stepDown) return { zh: '按次序', en: 'by its turn ' };
  return { zh: '调整后', en: 'after adjustment ' };
}

function rateLines(view: LayerView): readonly LadderLine[] {
  const placed = slotOf(view, 'rate') ?? slotOf(view, 'brackets');
  if (!placed) return [];
  const applied = result(view, '适用比例') ?? stepOutcome(view, '比例');
  const clauses = [...sourcesOf(view, placed), ...adjustmentSources(view)];
  const formula =
    placed.slot.kind === 'brackets' ? bandsText(view, placed) : adjustmentText(view, placed);
  return [
    {
      kind: 'rate',
      label: { zh: '比例', en: 'rate' },
      amount: applied ? rateText(applied) : '—',
      ...(formula && { formula }),
      clauses: [...new Set(clauses)],
    },
  ];
}

function bandsText(view: LayerView, { slot, place }: PlacedSlot): LocalText | undefined {
  if (slot.kind !== 'brackets') return undefined;
  const texts = slot.bands.map(({ upTo }, at): LocalText => {
    const rate = rateText(probe(view, place, `rate${at}`));
    const limit = upTo ? amountText(probe(view, place, `upTo${at}`)) : undefined;
    return limit === undefined
      ? { zh: `再往上 ${rate}`, en: `above ${rate}` }
      : { zh: `至 ${limit} ${rate}`, en: `up to ${limit} ${rate}` };
  });
  const bands = joinTexts(texts, { zh: '、', en: ', ' });
  return { zh: `分段：${bands.zh}`, en: `brackets: ${bands.en}` };
}

/** The rate as written, and the adjustments that apply to it. */
function adjustmentText(view: LayerView, { place }: PlacedSlot): LocalText | undefined {
  const labels = activeAdjustments(view).map(({ slot }) =>
    slot.kind === 'adjustment' ? slot.label : '',
  );
  if (labels.length === 0) return undefined;
  const written = rateText(probe(view, place, 'rate'));
  return {
    zh: `${written}，调整：${labels.join('、')}`,
    en: `${written}, adjusted: ${labels.join(', ')}`,
  };
}

function adjustmentSources(view: LayerView): readonly string[] {
  return activeAdjustments(view).flatMap((placed) => sourcesOf(view, placed));
}

function activeAdjustments(view: LayerView): readonly PlacedSlot[] {
  return view.slots.filter(({ slot, place }) => {
    if (slot.kind !== 'adjustment' || slot.target === 'cap' || slot.target === 'deductible') {
      return false;
    }
    if (!slot.when) return true;
    const holds = probe(view, place, 'when');
    return holds?.status === 'value' && holds.value === true;
  });
}

function dueLine(view: LayerView): LadderLine {
  const due = result(view, '应付') ?? stepOutcome(view, '应付') ?? stepOutcome(view, '应付0');
  const formula = dueFormula(view);
  return {
    kind: 'amount',
    label: { zh: '应付', en: 'due' },
    amount: amountText(due ?? sumOfPaidAndCut(view)),
    ...(formula && { formula }),
    clauses: sourcesOf(view, slotOf(view, 'rounding')),
  };
}

/** What the rate is applied to, the rate, and what rounding did. */
function dueFormula(view: LayerView): LocalText | undefined {
  const [base, outside, deductible] = ['基数', '限外', '起付'].map((name) =>
    numberOf(result(view, name)),
  );
  if (!base) return undefined;
  const counted = printYuan(subtract(subtract(base, outside ?? ZERO), deductible ?? ZERO));
  const rate = numberOf(stepOutcome(view, '比例'));
  const rest = remainderText(view);
  if (rate) {
    const product = `${counted} × ${printRate(rate)}`;
    return { zh: `${product}${rest.zh}`, en: `${product}${rest.en}` };
  }
  return { zh: `${counted} 分段计算${rest.zh}`, en: `${counted} by brackets${rest.en}` };
}

/** 应付 = 支付 + 超封顶, where no step of its own is kept. */
function sumOfPaidAndCut(view: LayerView): Outcome | undefined {
  const paid = numberOf(result(view, '支付'));
  const cut = numberOf(result(view, '超封顶'));
  if (!paid || !cut) return undefined;
  return { status: 'value', value: add(paid, cut) };
}

function remainderText(view: LayerView): LocalText {
  const step = chosenSteps(view, '应付0').find(({ remainder }) => remainder !== undefined);
  const remainder = step?.remainder;
  if (remainder === undefined || remainder === '0') return { zh: '', en: '' };
  const sign = remainder.startsWith('-');
  const size = sign ? remainder.slice(1) : remainder;
  return sign
    ? { zh: `，取整进 ${size}元`, en: `, rounded up by ${size}` }
    : { zh: `，取整舍 ${size}元`, en: `, rounded down by ${size}` };
}

function capLines(view: LayerView): readonly LadderLine[] {
  const caps = view.slots.filter(({ slot }) => slot.kind === 'cap');
  const cut = result(view, '超封顶');
  const lines = caps.map((placed): LadderLine => {
    const { slot, place } = placed;
    if (slot.kind !== 'cap') throw new Error('a slot changed its kind');
    const limit = amountText(probe(view, place, 'limit'));
    const before = slot.period === 'claim' ? '' : amountBefore(view, '支付', slot.period);
    const period = periodWord(slot.period);
    const label = slot.label === undefined ? '' : `「${slot.label}」`;
    return {
      kind: 'less',
      label: { zh: `超过限额${label}`, en: `over the cap${label}` },
      amount: amountText(cut),
      formula: {
        zh: `${period.zh} ${limit}${before ? `，此前已付 ${before}` : ''}`,
        en: `${limit} ${period.en}${before ? `, ${before} paid before` : ''}`,
      },
      clauses: sourcesOf(view, placed),
    };
  });
  if (lines.length <= 1) return lines;
  // Several caps cut one amount together: it is shown once, behind the last.
  return lines.map((line, at) => (at < lines.length - 1 ? { ...line, amount: '' } : line));
}

function lossLine(
  view: LayerView,
  name: '限外' | '比例自付',
  label: LocalText,
  source: LayerSlot['kind'],
): readonly LadderLine[] {
  const outcome = result(view, name);
  const amount = numberOf(outcome);
  if (!amount || isEqual(amount, ZERO)) return [];
  const clauses = name === '限外' ? sourcesOf(view, slotOf(view, source)) : [];
  const kind = name === '限外' ? 'less' : 'amount';
  return [{ kind, label, amount: amountText(outcome), clauses }];
}

/** What an accumulator of the layer held before the claim; empty where there is none. */
function amountBefore({ claim, layer }: LayerView, quantity: string, period: string): string {
  const words = new Map([
    ['year', '本年'],
    ['month', '本月'],
    ['day', '本日'],
    ['visit', '本就诊'],
    ['stay', '本住院'],
  ]);
  const value = claim.step.before.get(`${layer.name}.${quantity}.${words.get(period) ?? ''}`);
  return value === undefined ? '' : amountText({ status: 'value', value });
}

function casesThatHold(claim: Settled, layer: LayerDeclaration): readonly number[] {
  const guards = (claim.step.trace ?? []).filter(
    ({ definition, step }) => step === '适用' && definition.startsWith(`${layer.id}:情形「`),
  );
  const chosen = (claim.step.trace ?? []).filter(
    ({ definition, step, value }) =>
      step === '选定' &&
      definition.startsWith(`${layer.id}「`) &&
      value.status === 'value' &&
      value.value === true,
  );
  return layer.cases.flatMap(({ label }, at) => {
    const name = label ?? String(at + 1);
    if (chosen.length > 0) return chosen.some((step) => step.case === name) ? [at] : [];
    const guard = guards.find(({ definition }) => definition === `${layer.id}:情形「${name}」`);
    return guard?.value.status === 'value' && guard.value.value === true ? [at] : [];
  });
}

/** The steps of the layer as evaluated; under 就高 those of the case that was chosen come last. */
function chosenSteps({ claim, layer, slots }: LayerView, step: LayerStep) {
  const own = (claim.step.trace ?? []).filter(
    (each) =>
      each.step === step &&
      (each.definition.startsWith(`${layer.id}:`) || each.definition.startsWith(`${layer.id}「`)),
  );
  const labels = new Set(
    slots.flatMap(({ place }) => {
      const [at, inner] = place.split('.');
      return inner === undefined ? [] : [layer.cases[Number(at)]?.label];
    }),
  );
  const ofCase = own.filter((each) => each.case === undefined || labels.has(each.case));
  return ofCase.length > 0 ? ofCase : own;
}

function stepOutcome(view: LayerView, step: LayerStep): Outcome | undefined {
  return chosenSteps(view, step).at(-1)?.value;
}

function result({ claim, layer }: LayerView, name: string): Outcome | undefined {
  const id = layer.results[name];
  return id === undefined ? undefined : claim.outcomes.get(id);
}

function probe({ claim, layer }: LayerView, place: string, part: string): Outcome | undefined {
  return claim.outcomes.get(probeId(layer, place, part));
}

function slotOf({ slots }: LayerView, kind: LayerSlot['kind']): PlacedSlot | undefined {
  return slots.find(({ slot }) => slot.kind === kind);
}

function sourcesOf(view: LayerView, placed: PlacedSlot | undefined): readonly string[] {
  return placed ? slotSources(placed.slot, view.layer, view.claim.program, view.names) : [];
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
