import type { Expr, LayerDeclaration, LayerSlot, LayerStep, ValueType } from '@tiaoli/ir';
import {
  boolean,
  both,
  casesOf,
  choose,
  compareTo,
  either,
  isLiteral,
  maximum,
  minimum,
  minus,
  money,
  noMoney,
  notApplicable,
  plus,
  positivePart,
  rate,
  yes,
} from '@tiaoli/ir';
import type { Graph } from '../graph.ts';
import { define } from '../graph.ts';
import type { LayerAccumulator } from './accumulators.ts';
import { accumulatorId, addAccumulator, before } from './accumulators.ts';
import { admittedIn, paidIn } from './caps.ts';
import { highestOf, takenBy } from './deductible.ts';
import type { LayerSource } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { lowerOverlap } from './overlap.ts';
import { isCumulative } from './rate.ts';
import type { Residues } from './residues.ts';
import { residuesOf, trueUpResidues } from './residues.ts';
import type { LayerAmounts } from './steps.ts';
import { byVersion, inForce } from './versions.ts';

/** What the rest of the lowering needs of a lowered layer. */
export interface LoweredLayer {
  /** Plain amounts, 0 where the layer does not apply: what bases, waterfalls and pools read. By result name. */
  readonly amounts: Readonly<Record<LayerAmountName, Expr>> & { readonly 适用: Expr };
  /** Result definitions by name (`LayerDeclaration.results`). */
  readonly results: LayerDeclaration['results'];
  readonly accumulators: readonly string[];
}

export type LayerAmountName =
  | '基数'
  | '应扣起付'
  | '起付'
  | '计入'
  | '应付'
  | '支付'
  | '追补'
  | '限外前'
  | '限外后'
  | '限外'
  | '比例自付'
  | '起付自担'
  | '超封顶'
  | '保底补足'
  | '适用比例'
  | '封顶外费用'
  | `损失「${string}」`;

/**
 * Lowers a layer to definitions and accumulators: reference section 3, step by step.
 *
 * Order: guards of the cases, the evaluation that 重叠 calls for (`lowerOverlap`), the residues, the public results
 * (不适用 where the layer does not apply), the accumulators.
 */
export function lowerLayer(graph: Graph, source: LayerSource): LoweredLayer {
  const guards = source.cases.map((layerCase, index) =>
    named(graph, source, `情形「${layerCase.label ?? index + 1}」`, '适用', boolean, {
      body: both(inForce(layerCase.validity, source.governedBy), layerCase.when),
      ...(layerCase.label !== undefined && { case: layerCase.label }),
    }),
  );
  const condition = both(
    source.isClaim,
    stands(source),
    byVersion(slotsOf(source.slots, 'applies'), source.governedBy, (slot) => slot.condition, yes),
  );
  const gated =
    source.otherwise === 'not-applicable' ? both(condition, either(...guards)) : condition;
  const applies = isLiteral(gated, true)
    ? yes
    : named(graph, source, '适用', '适用', boolean, { body: gated });
  const amounts = lowerOverlap(graph, source, { applies: condition, guards });
  const losses = lowerLosses(graph, source, { applies: condition, guards }, amounts);
  const all = { ...amountsByName(graph, source, amounts), ...losses };
  const accumulators = lowerAccumulators(graph, source, amounts, { ...all, applies });
  return {
    amounts: { ...all, 适用: applies },
    results: publish(graph, source, all, applies),
    accumulators,
  };
}

/** True on the days of some version of the layer (层 L 自 d 至 e). */
function stands({ days, governedBy }: LayerSource): Expr {
  return days.length === 0 ? yes : either(...days.map((each) => inForce(each, governedBy)));
}

function named(
  graph: Graph,
  source: LayerSource,
  name: string,
  step: LayerStep,
  type: ValueType,
  made: { readonly body: Expr; readonly case?: string },
): Expr {
  const id = `${source.owner.declaration}:${name}`;
  return define(graph, source.owner, { id, name: `${source.name}.${name}`, type, step, ...made });
}

/** 单列: what the payment would be without the adjustment, less what it is. */
function lowerLosses(
  graph: Graph,
  source: LayerSource,
  conditions: { readonly applies: Expr; readonly guards: readonly Expr[] },
  amounts: LayerAmounts,
): Readonly<Record<`损失「${string}」`, Expr>> {
  const labels = slotsOf(allSlots(source), 'adjustment')
    .filter((slot) => slot.tracked)
    .map((slot) => slot.label);
  return Object.fromEntries(
    [...new Set(labels)].map((label) => {
      const without = lowerOverlap(graph, source, conditions, label);
      const body = positivePart(minus(without.paid, amounts.paid));
      return [
        `损失「${label}」`,
        named(graph, source, `损失「${label}」`, '损失', money, { body }),
      ];
    }),
  );
}

type NamedAmounts = Readonly<Record<LayerAmountName, Expr>>;

/** Every result as a definition of its own; those that are a step already stand for themselves. */
function amountsByName(graph: Graph, source: LayerSource, amounts: LayerAmounts): NamedAmounts {
  const own = (name: LayerAmountName & LayerStep, body: Expr): Expr =>
    body.kind === 'definition' ? body : named(graph, source, `结果.${name}`, name, money, { body });
  const trueUp = source.inYear === 'true-up';
  const paid = trueUp
    ? own('支付', minimum(amounts.paid, amounts.base))
    : own('支付', amounts.paid);
  const residues: Residues = trueUp
    ? trueUpResidues(amounts, paid, before(source, { quantity: '起付', period: 'year' }))
    : residuesOf(amounts);
  const beyond = own('超封顶', residues.超封顶);
  const borne = own('起付自担', residues.起付自担);
  const outsideBefore =
    amounts.admitted === amounts.base ? noMoney : minus(amounts.base, amounts.admitted);
  return {
    基数: own('基数', amounts.base),
    应扣起付: own('应扣起付', amounts.called),
    起付: trueUp ? borne : own('起付', amounts.deductible),
    计入: own('计入', amounts.counted),
    应付: own('应付', amounts.guaranteedDue),
    支付: paid,
    追补: own('追补', trueUp ? minus(amounts.paid, paid) : noMoney),
    限外前: own('限外前', outsideBefore),
    限外后: own(
      '限外后',
      trueUp ? noMoney : minus(minus(amounts.admitted, amounts.deductible), amounts.counted),
    ),
    限外: own('限外', residues.限外),
    比例自付: own('比例自付', residues.比例自付),
    起付自担: borne,
    超封顶: beyond,
    保底补足: own('保底补足', residues.保底补足),
    适用比例: amounts.rate ?? ratio(amounts),
    封顶外费用: costBeyondCap(amounts, beyond),
  };
}

/** With several bands: 支付 ÷ X to four places, for display only (reference section 5). */
function ratio({ due, counted }: LayerAmounts): Expr {
  const zero: Expr = { kind: 'literal', type: rate, value: '0' };
  const share: Expr = {
    kind: 'quotient',
    left: due,
    right: counted,
    mode: 'half-away-from-zero',
    unit: '0.0001',
  };
  return choose(compareTo(counted, '=', noMoney), zero, share);
}

/** 封顶外费用: the cost behind what the cap cut off, at the flat rate that applied; 0 where nothing was paid on it. */
function costBeyondCap({ rate: flat }: LayerAmounts, beyond: Expr): Expr {
  if (!flat) return noMoney;
  const zero: Expr = { kind: 'literal', type: rate, value: '0' };
  const cost: Expr = {
    kind: 'quotient',
    left: beyond,
    right: flat,
    mode: 'half-away-from-zero',
    unit: '1',
  };
  return choose(compareTo(flat, '=', zero), noMoney, cost);
}

const RESULTS_ALWAYS: readonly LayerAmountName[] = [
  '支付',
  '基数',
  '起付',
  '比例自付',
  '超封顶',
  '限外',
];

/** The public results: what people name `L`, `L.起付` …, 不适用 where the layer does not apply. */
function publish(
  graph: Graph,
  source: LayerSource,
  all: NamedAmounts,
  applies: Expr,
): LayerDeclaration['results'] {
  const optional = !isLiteral(applies, true);
  const results: Record<string, string> = {};
  for (const [name, amount] of Object.entries(all)) {
    const plain = name === '支付';
    const id = plain ? source.owner.declaration : `${source.owner.declaration}.${name}`;
    const type = name === '适用比例' ? rate : money;
    const value = optional
      ? casesOf('first', [{ when: applies, value: amount }], notApplicable(type, source.name))
      : amount;
    const shown = isShown(name, source, amount);
    define(graph, source.owner, {
      id,
      name: plain ? source.name : `${source.name}.${name}`,
      type,
      body: value,
      optional,
      visibility: shown ? 'result' : 'step',
      ...(isStep(name) && { step: name }),
    });
    results[name] = id;
  }
  return results;
}

function isShown(name: string, source: LayerSource, amount: Expr): boolean {
  if (RESULTS_ALWAYS.some((result) => result === name)) return true;
  if (name.startsWith('损失')) return true;
  if (name === '追补') return source.inYear === 'true-up';
  return name === '保底补足' && !isLiteral(amount, '0') && hasGuarantee(source);
}

function hasGuarantee(source: LayerSource): boolean {
  return slotsOf(allSlots(source), 'guarantee').length > 0;
}

function isStep(name: string): name is LayerStep & LayerAmountName {
  return !name.startsWith('损失') && name !== '适用比例';
}

function allSlots(source: LayerSource): readonly LayerSlot[] {
  return [
    ...source.slots,
    ...source.otherwiseSlots,
    ...source.cases.flatMap((layerCase) => layerCase.slots),
  ];
}

/** The canonical state of a layer (reference section 2): year sums of every layer, shorter periods where a slot needs one. */
function lowerAccumulators(
  graph: Graph,
  source: LayerSource,
  amounts: LayerAmounts,
  all: NamedAmounts & { readonly applies: Expr },
): readonly string[] {
  const added = new Map<string, Expr>();
  const keep = (accumulator: LayerAccumulator, next: Expr): void => {
    const id = accumulatorId(source, accumulator);
    if (added.has(id)) return;
    added.set(id, next);
    // 不适用 leaves the state as it was: a claim that the layer does not see starts no new period either.
    const written = choose(all.applies, next, notApplicable(money, source.name));
    addAccumulator(graph, source, accumulator, written);
  };
  const grow = (accumulator: LayerAccumulator, by: Expr): void =>
    keep(accumulator, plus(before(source, accumulator), by));

  const paid = source.inYear === 'true-up' ? plus(all.支付, all.追补) : all.支付;
  grow({ quantity: '基数', period: 'year' }, amounts.admitted);
  grow({ quantity: '起付', period: 'year' }, all.起付);
  grow({ quantity: '计入', period: 'year' }, amounts.counted);
  grow({ quantity: '支付', period: 'year' }, paid);
  const slots = allSlots(source);
  if (isCumulative(slots)) grow({ quantity: '应付', period: 'year' }, amounts.exact);
  for (const slot of slotsOf(slots, 'deductible')) grow(takenBy(slot), all.起付);
  for (const slot of slotsOf(slots, 'cap')) {
    const accumulator = paidIn(slot);
    if (accumulator) grow(accumulator, paid);
  }
  for (const slot of slotsOf(slots, 'admit')) {
    const accumulator = admittedIn(slot);
    const by = slot.moment === 'before-deductible' ? amounts.admitted : amounts.counted;
    if (accumulator) grow(accumulator, by);
  }
  for (const slot of slotsOf(slots, 'deductible').filter((each) => each.highestInYear)) {
    const soFar = before(source, highestOf(slot));
    keep(highestOf(slot), maximum(soFar, amounts.called));
  }
  return [...added.keys()];
}
