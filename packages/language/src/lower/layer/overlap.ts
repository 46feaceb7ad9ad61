import type { Expr, LayerCase, LayerStep } from '@tiaoli/ir';
import {
  boolean,
  both,
  casesOf,
  choose,
  compareTo,
  either,
  literal,
  maximum,
  minimum,
  minus,
  money,
  no,
  noMoney,
  not,
  sumOf,
  text,
} from '@tiaoli/ir';
import { areDisjoint } from '../disjoint.ts';
import type { Graph } from '../graph.ts';
import { define } from '../graph.ts';
import { capTerms, poolTerms, stockTerms } from './caps.ts';
import { drawnFromRecords } from './for-each.ts';
import type { LayerSource } from './layer-source.ts';
import { residuesOf } from './residues.ts';
import type { LayerAmounts } from './steps.ts';
import { lowerSteps } from './steps.ts';
import type { Variant } from './variants.ts';
import { effectiveSlots, exclusiveVariants, otherwiseVariant } from './variants.ts';
import { intersection, isNever } from './versions.ts';

/** A layer evaluated as its 重叠 says: once, or once for each case that applies. */
export function lowerOverlap(
  graph: Graph,
  source: LayerSource,
  { applies, guards }: { readonly applies: Expr; readonly guards: readonly Expr[] },
  without?: string,
): LayerAmounts {
  const suffix = without === undefined ? '' : `／无「${without}」`;
  const evaluation = { suffix, ...(without !== undefined && { without }) };
  const rule = source.overlap?.kind;
  const gate = source.otherwise === 'not-applicable' ? both(applies, either(...guards)) : applies;
  if (rule === 'best' || rule === 'least' || rule === 'sum') {
    const variants = overlappingVariants(source, applies, guards);
    const amounts = variants.map((variant) =>
      lowerSteps(graph, source, {
        ...evaluation,
        set: { overlap: 'disjoint', variants: [variant] },
        gate: variant.guard,
        suffix: `${suffix}「${variant.label ?? '其余'}」`,
        ...(variant.label !== undefined && { case: variant.label }),
      }),
    );
    if (rule === 'sum') {
      const all = summed(source, amounts, either(...guards), without);
      return { ...all, paid: drawnFromRecords(graph, source, all.paid, { gate, suffix }) };
    }
    const one = chosen(graph, source, suffix, { variants, amounts, rule });
    if (without !== undefined) return one;
    return { ...one, paid: drawnFromRecords(graph, source, one.paid, { gate, suffix }) };
  }
  const exclusive = exclusiveGuards(graph, source, guards, suffix);
  const set = exclusiveVariants(source, exclusive.guards, exclusive.overlap);
  return lowerSteps(graph, source, { ...evaluation, set, gate });
}

/** Every case on its own, with the condition under which it is evaluated. */
function overlappingVariants(
  source: LayerSource,
  applies: Expr,
  guards: readonly Expr[],
): readonly Variant[] {
  const cases = source.cases.map((layerCase, index) => ({
    label: layerCase.label ?? `情形${index + 1}`,
    guard: both(applies, guards[index] ?? applies),
    slots: effectiveSlots(source.slots, layerCase.slots),
  }));
  const rest = otherwiseVariant(source);
  return rest ? [...cases, { ...rest, guard: both(applies, not(either(...guards))) }] : cases;
}

/**
 * Guards of which at most one holds. Where that cannot be proved and no order is written, the choice is a definition of
 * its own, undetermined (with both labels) for a person to whom two cases apply.
 */
function exclusiveGuards(
  graph: Graph,
  source: LayerSource,
  guards: readonly Expr[],
  suffix: string,
): { readonly guards: readonly Expr[]; readonly overlap: 'disjoint' | 'first' } {
  if (source.overlap?.kind === 'ranked') return { guards, overlap: 'first' };
  if (areExclusive(source.cases)) return { guards, overlap: 'disjoint' };
  const labels = choiceLabels(source.cases);
  const branches = guards.map((when, index) => {
    const label = labels[index] ?? '';
    return { when, value: literal(text, label), label };
  });
  const choice = define(graph, source.owner, {
    id: `${source.owner.declaration}${suffix}:选定`,
    name: `${source.name}${suffix}.选定`,
    type: text,
    body: casesOf('checked', branches, literal(text, '')),
    step: '选定',
  });
  return {
    guards: labels.map((label, index) =>
      labels.indexOf(label) === index ? compareTo(choice, '=', literal(text, label)) : no,
    ),
    overlap: 'disjoint',
  };
}

/** Labels of the cases; those that give the same slots count as one, so that a person may hold both. */
function choiceLabels(cases: readonly LayerCase[]): readonly string[] {
  const meaningOf = ({ slots }: LayerCase): string =>
    JSON.stringify(slots, (key, value: unknown) =>
      key === 'span' || key === 'clause' || key === 'provenance' ? undefined : value,
    );
  return cases.map((each) => {
    const first = cases.findIndex((other) => meaningOf(other) === meaningOf(each));
    return cases[first]?.label ?? `情形${first + 1}`;
  });
}

/** True when no two cases can apply at once: by their days or by their conditions. */
function areExclusive(cases: readonly LayerCase[]): boolean {
  return cases.every((one, index) =>
    cases.slice(index + 1).every((other) => {
      const never = isNever(intersection(one.validity, other.validity));
      return never || areDisjoint(one.when, other.when);
    }),
  );
}

interface Candidates {
  readonly variants: readonly Variant[];
  readonly amounts: readonly LayerAmounts[];
  readonly rule: 'best' | 'least';
}

/** 就高: the case with the largest payment of this claim; ties by least 起付, then least 比例自付, then written label. */
function chosen(
  graph: Graph,
  source: LayerSource,
  suffix: string,
  candidates: Candidates,
): LayerAmounts {
  const marks = candidates.variants.map(({ label, guard }, index) =>
    define(graph, source.owner, {
      id: `${source.owner.declaration}${suffix}「${label ?? '其余'}」:选定`,
      name: `${source.name}${suffix}「${label ?? '其余'}」.选定`,
      type: boolean,
      body: both(guard, ...othersYield(candidates, index)),
      step: '选定',
      ...(label !== undefined && { case: label }),
    }),
  );
  const pick: Pick = (name, amountOf) =>
    define(graph, source.owner, {
      id: `${source.owner.declaration}${suffix}:选定.${name}`,
      name: `${source.name}${suffix}.${name}`,
      type: money,
      step: name,
      body: casesOf(
        'disjoint',
        candidates.amounts.map((amounts, index) => ({
          when: marks[index] ?? noMoney,
          value: amountOf(amounts),
          ...labelOf(candidates.variants[index]),
        })),
        noMoney,
      ),
    });
  return pickAmounts(candidates.amounts, pick);
}

function labelOf(variant: Variant | undefined): { readonly label?: string } {
  return variant?.label === undefined ? {} : { label: variant.label };
}

function othersYield({ variants, amounts, rule }: Candidates, index: number): readonly Expr[] {
  const own = amounts[index];
  return variants.flatMap((other, place) => {
    const theirs = amounts[place];
    if (place === index || !own || !theirs) return [];
    return [either(not(other.guard), prevails(own, theirs, rule, index < place))];
  });
}

function prevails(
  own: LayerAmounts,
  other: LayerAmounts,
  rule: Candidates['rule'],
  first: boolean,
): Expr {
  const better = rule === 'best' ? '>' : '<';
  const [ownResidues, otherResidues] = [residuesOf(own), residuesOf(other)];
  const share = compareTo(ownResidues.比例自付, first ? '<=' : '<', otherResidues.比例自付);
  const tie = either(
    compareTo(own.deductible, '<', other.deductible),
    both(compareTo(own.deductible, '=', other.deductible), share),
  );
  return either(
    compareTo(own.paid, better, other.paid),
    both(compareTo(own.paid, '=', other.paid), tie),
  );
}

/** Defines a step of the layer as that of the case that was chosen; 0 where none was. */
type Pick = (name: LayerStep, amountOf: (amounts: LayerAmounts) => Expr) => Expr;

function pickAmounts(amounts: readonly LayerAmounts[], pick: Pick): LayerAmounts {
  const base = pick('基数', (one) => one.base);
  const due = pick('应付0', (one) => one.due);
  return {
    base,
    admitted: amounts.every((one) => one.admitted === one.base)
      ? base
      : pick('限额内', (one) => one.admitted),
    called: pick('应扣起付', (one) => one.called),
    deductible: pick('起付', (one) => one.deductible),
    counted: pick('计入', (one) => one.counted),
    exact: pick('精确应付', (one) => one.exact),
    due,
    guaranteedDue: amounts.every((one) => one.guaranteedDue === one.due)
      ? due
      : pick('应付', (one) => one.guaranteedDue),
    paid: pick('支付', (one) => one.paid),
  };
}

/**
 * 累加 on a layer: what the cases owe adds up, never above the base; so do their payments, under the layer's own caps and
 * pools. Of what is not owed, the least deductible of the cases counts as deductible, the rest is the ratio part.
 */
function summed(
  source: LayerSource,
  amounts: readonly LayerAmounts[],
  someCase: Expr,
  without?: string,
): LayerAmounts {
  const all = (amountOf: (one: LayerAmounts) => Expr): readonly Expr[] => amounts.map(amountOf);
  const ofFirst = (amountOf: (one: LayerAmounts) => Expr): Expr =>
    casesOf(
      'first',
      amounts.map((one) => ({ when: compareTo(one.base, '!=', noMoney), value: amountOf(one) })),
      noMoney,
    );
  const base = ofFirst((one) => one.base);
  const isLimited = amounts.some((one) => one.admitted !== one.base);
  const admitted = isLimited ? ofFirst((one) => one.admitted) : base;
  const due = minimum(admitted, sumOf(all((one) => one.guaranteedDue)));
  // Where no case holds 其余 does, which may have replaced the layer's own caps.
  const caps = capTerms(source, source.slots, base, without).map((term) =>
    choose(someCase, term, due),
  );
  // Each case has looked at the stock by itself; all of them take from the one.
  const limits = [...caps, ...stockTerms(source, source.slots), ...poolTerms(source)];
  const paid = minimum(due, sumOf(all((one) => one.paid)), ...limits);
  const left = minus(admitted, due);
  const applicable = amounts.map((one) =>
    choose(compareTo(one.base, '=', noMoney), left, one.deductible),
  );
  // 其余 holds alone: coarse rounding or 保底 may pay into its deductible, which it takes all the same.
  const rest = source.otherwise === 'not-applicable' ? undefined : amounts.at(-1);
  const alone = rest && rest.guaranteedDue !== rest.due ? rest : undefined;
  const orAlone = (some: Expr, amountOf: (one: LayerAmounts) => Expr): Expr =>
    alone ? choose(someCase, some, amountOf(alone)) : some;
  const deductible = orAlone(minimum(left, ...applicable), (one) => one.deductible);
  // INVARIANT: due ≤ counted ≤ admitted − deductible; equal to the latter but for cost limits after the deductible.
  const counted = orAlone(maximum(due, ...all((one) => one.counted)), (one) => one.counted);
  return {
    base,
    admitted,
    called: deductible,
    deductible,
    counted,
    exact: sumOf(all((one) => one.exact)),
    due: orAlone(due, (one) => one.due),
    guaranteedDue: due,
    paid,
  };
}
