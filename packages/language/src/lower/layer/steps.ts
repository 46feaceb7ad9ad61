import type { Expr, LayerSlot, LayerStep, ValueType } from '@tiaoli/ir';
import { choose, maximum, minimum, minus, money, noMoney, plus, rate, sumOf } from '@tiaoli/ir';
import type { Graph } from '../graph.ts';
import { define } from '../graph.ts';
import { before } from './accumulators.ts';
import { admitTerms, capTerms, guaranteed, poolTerms, stockTerms } from './caps.ts';
import { calledDeductible, dueDeductible } from './deductible.ts';
import { drawnFromRecords } from './for-each.ts';
import type { LayerSource } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { exactDue, flatRate, isCumulative } from './rate.ts';
import { rounded } from './rounding-slot.ts';
import { trueUpDue } from './true-up.ts';
import type { VariantSet } from './variants.ts';
import { select } from './variants.ts';
import { byVersion } from './versions.ts';

/**
 * The amounts of one evaluation of a layer, by the letters of reference 3.1. All are 0 where it does not apply.
 */
export interface LayerAmounts {
  /** B */
  readonly base: Expr;
  /** B1: the base after the cost limits before the deductible. */
  readonly admitted: Expr;
  /** d4 */
  readonly called: Expr;
  readonly deductible: Expr;
  /** X: the cost that the rate is applied to. */
  readonly counted: Expr;
  /** Exact, not rounded: what X is worth. */
  readonly exact: Expr;
  /** Rounded, before guarantee and caps. */
  readonly due: Expr;
  /** 应付, after the guarantee. */
  readonly guaranteedDue: Expr;
  readonly paid: Expr;
  /** The flat rate, where every variant has one. */
  readonly rate?: Expr;
}

/** Which evaluation: of the whole layer, of one case (就高), or without one adjustment (单列). */
export interface Evaluation {
  readonly set: VariantSet;
  /** Where it applies. */
  readonly gate: Expr;
  /** Put behind the layer's id and name: `「重点」`. */
  readonly suffix: string;
  readonly case?: string;
  /** Label of the adjustment left out. */
  readonly without?: string;
}

/** Makes the steps of one evaluation: `step` defines one, `each` reads the slots of the variant that holds. */
interface StepMaker {
  readonly source: LayerSource;
  readonly evaluation: Evaluation;
  readonly step: (name: LayerStep, body: Expr, type?: ValueType) => Expr;
  readonly each: (exprOf: (slots: readonly LayerSlot[]) => Expr) => Expr;
}

/** Steps 1 to 8 of reference 3.1. */
export function lowerSteps(
  graph: Graph,
  source: LayerSource,
  evaluation: Evaluation,
): LayerAmounts {
  const maker: StepMaker = {
    source,
    evaluation,
    step: (name, body, type = money) =>
      define(graph, source.owner, {
        id: `${source.owner.declaration}${evaluation.suffix}:${name}`,
        name: `${source.name}${evaluation.suffix}.${name}`,
        type,
        body,
        step: name,
        ...(evaluation.case !== undefined && { case: evaluation.case }),
      }),
    each: (exprOf) => select(evaluation.set, (variant) => exprOf(variant.slots)),
  };
  const cost = lowerCost(maker);
  return { ...cost, ...lowerPayment(graph, maker, cost) };
}

type CostAmounts = Pick<LayerAmounts, 'base' | 'admitted' | 'called' | 'deductible' | 'counted'>;

/** Steps 1 to 4: from the base to the cost that the rate is applied to. */
function lowerCost({ source, evaluation, step, each }: StepMaker): CostAmounts {
  const ownBase = each((slots) => baseOf(source, slots));
  const base = step('基数', choose(evaluation.gate, ownBase, noMoney));
  const admittedBody = each((slots) =>
    minimum(base, ...admitTerms(source, slots, 'before-deductible', base)),
  );
  const admitted = admittedBody === base ? base : step('限额内', admittedBody);
  const called = step(
    '应扣起付',
    each((slots) => calledDeductible(source, slots, evaluation.without)),
  );
  const deductible = step(
    '起付',
    each((slots) => minimum(admitted, dueDeductible(source, slots, called))),
  );
  const above = minus(admitted, deductible);
  const counted = step(
    '计入',
    each((slots) => minimum(above, ...admitTerms(source, slots, 'after-deductible', above))),
  );
  return { base, admitted, called, deductible, counted };
}

/** Steps 5 to 8: what that cost is worth, rounded once, raised to the guarantee, held under the caps. */
function lowerPayment(
  graph: Graph,
  maker: StepMaker,
  cost: CostAmounts,
): Omit<LayerAmounts, keyof CostAmounts> {
  const { source, evaluation, step, each } = maker;
  const { without, set } = evaluation;
  const flat = set.variants.every(({ slots }) => flatRate(source, slots));
  const ownRate = flat
    ? step(
        '比例',
        each((slots) => flatRate(source, slots, without) ?? noMoney),
        rate,
      )
    : undefined;
  const exact = step(
    '精确应付',
    ownRate
      ? { kind: 'arithmetic', operator: '*', left: ownRate, right: cost.counted }
      : each((slots) => exactDue(source, slots, cost, without)),
  );
  const own = each((slots) => roundedDue(source, slots, { ...cost, exact }, without));
  // 补差 recomputes the year, which is not 0 on a claim to which the layer does not apply.
  const due = step(
    '应付0',
    source.inYear === 'true-up' ? choose(evaluation.gate, own, noMoney) : own,
  );
  const guaranteedDue = lowerGuarantee(maker, { ...cost, due });
  const held = payable(maker, guaranteedDue, cost.base);
  const paid = step(
    '支付',
    addsUp(source) ? held : drawnFromRecords(graph, source, held, evaluation),
  );
  return { exact, due, guaranteedDue, paid, ...(ownRate && { rate: ownRate }) };
}

/** 累加: the cases draw together on what the records have, not each for itself. */
function addsUp({ overlap }: LayerSource): boolean {
  return overlap?.kind === 'sum';
}

function baseOf(source: LayerSource, slots: readonly LayerSlot[]): Expr {
  return byVersion(slotsOf(slots, 'base'), source.governedBy, ({ terms, less }) =>
    less.reduce(minus, sumOf(terms)),
  );
}

/** 应付0: this claim's exact amount rounded, or the rise of the year's rounded amount (年内累计), or 补差. */
function roundedDue(
  source: LayerSource,
  slots: readonly LayerSlot[],
  amounts: { readonly base: Expr; readonly called: Expr; readonly exact: Expr },
  without?: string,
): Expr {
  if (source.inYear === 'true-up') return trueUpDue(source, slots, amounts, without);
  if (!isCumulative(slots)) return rounded(source, slots, amounts.exact);
  const soFar = before(source, { quantity: '应付', period: 'year' });
  return minus(rounded(source, slots, plus(soFar, amounts.exact)), rounded(source, slots, soFar));
}

/** Step 7: raised to the guarantee, never above what is left to pay on. */
function lowerGuarantee(
  { source, step, each }: StepMaker,
  { due, counted, deductible }: Pick<LayerAmounts, 'due' | 'counted' | 'deductible'>,
): Expr {
  const body = each((slots) => {
    const guarantees = guaranteed(source, slots);
    if (guarantees.length === 0 && !mayRoundAbove(source, slots)) return due;
    return minimum(maximum(due, ...guarantees), plus(counted, deductible));
  });
  return body === due ? due : step('应付', body);
}

/** True where a coarse rounding can make more of the cost than it is: cost itself is in whole fen. */
function mayRoundAbove(source: LayerSource, slots: readonly LayerSlot[]): boolean {
  if (source.inYear === 'true-up') return false;
  const written = slotsOf(slots, 'rounding').map(({ rounding }) => rounding);
  return [source.rounding, ...written].some(({ unit }) => unit !== '1');
}

/** Step 8: held under the own caps and under every pool that lists the layer. */
function payable({ source, evaluation, each }: StepMaker, due: Expr, base: Expr): Expr {
  // INVARIANT: outside a true-up `due` is never above `base`, so a lifted cap may stand as either.
  const unlimited = source.inYear === 'true-up' ? maximum(due, base) : due;
  const capped = each((slots) =>
    minimum(
      due,
      ...capTerms(source, slots, unlimited, evaluation.without),
      ...stockTerms(source, slots),
    ),
  );
  return minimum(capped, ...poolTerms(source));
}
