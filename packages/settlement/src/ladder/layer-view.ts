import type { DayNumber, Rational, Rounding } from '@tiaoli/base';
import { multiply, parseRational, rational, ZERO } from '@tiaoli/base';
import type { Outcome, TraceStep } from '@tiaoli/interpreter';
import type {
  Definition,
  LayerDeclaration,
  LayerSlot,
  LayerStep,
  ModuleIndex,
  Program,
} from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import type { DocumentNames } from '../clause-text.ts';
import type { SettledClaim } from '../settle/settle-claims.ts';
import type { CitedClause } from './ladder.ts';
import { isProbe, probedStep, slotProbeId } from './slot-probes.ts';
import { citedClauses, declared, slotSources } from './slot-sources.ts';
import { numberOf } from './slot-words.ts';
import type { PlacedSlot } from './slots-in-force.ts';
import { slotsInForce } from './slots-in-force.ts';

export type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/** One layer of a settled claim: what holds of it, and where its numbers are found. */
export interface LayerView {
  readonly claim: Settled;
  readonly layer: LayerDeclaration;
  readonly index: ModuleIndex;
  readonly names: DocumentNames;
  /** The slots that hold for the claim, those of its cases included. */
  readonly slots: readonly PlacedSlot[];
  /** Positions of the cases that hold. */
  readonly caseAts: readonly number[];
  /** Their labels. */
  readonly cases: readonly string[];
  /** The day that chose the versions of the layer. */
  readonly day: DayNumber;
}

export function layerView(
  claim: Settled,
  layer: LayerDeclaration,
  index: ModuleIndex,
  names: DocumentNames,
): LayerView {
  const day = claim.dates[layer.governedBy] ?? claim.on;
  const holding = casesThatHold(claim, layer);
  return {
    claim,
    layer,
    index,
    names,
    slots: slotsInForce(layer, day, holding),
    caseAts: holding,
    cases: holding.map((at) => caseLabel(layer, at)),
    day,
  };
}

export function slotOf({ slots }: LayerView, kind: LayerSlot['kind']): PlacedSlot | undefined {
  return slots.find(({ slot }) => slot.kind === kind);
}

/** A result of the layer by name; undefined where the program keeps none. */
export function resultOf({ claim, layer }: LayerView, name: string): Outcome | undefined {
  const id = layer.results[name];
  return id === undefined ? undefined : claim.outcomes.get(id);
}

/** The value of a part of a slot. */
export function partOf(
  { claim, layer }: LayerView,
  { place }: PlacedSlot,
  part: string,
): Outcome | undefined {
  return claim.outcomes.get(slotProbeId(layer.id, place, part));
}

/** The outcome of a step; where each case was evaluated for itself (就高), of the case that was chosen. */
export function stepOf(view: LayerView, step: LayerStep): Outcome | undefined {
  const found = stepsOf(view, step).at(-1);
  return found && view.claim.outcomes.get(found.id);
}

/** How the step was done, if it was. */
function stepTrace(view: LayerView, step: LayerStep): TraceStep | undefined {
  const ids = new Set(stepsOf(view, step).map(({ id }) => probedStep(id)));
  return view.claim.step.trace?.findLast(({ definition }) => ids.has(definition));
}

/** Fen that the roundings of a step took away (less than 0: added), together. */
export function remainderOf(view: LayerView, step: LayerStep): Rational {
  const yuan = parseRational(stepTrace(view, step)?.remainder ?? '0');
  return yuan ? multiply(yuan, rational(100)) : ZERO;
}

/** The place of a layer in the order of payment; layers that stand in no 层序 come last. */
export function payRank({ declarations }: Program, layer: string): number {
  const order = ofKind(declarations, 'waterfall').flatMap(({ steps }) =>
    steps.flatMap((step) => step.layers),
  );
  const at = order.indexOf(layer);
  return at < 0 ? order.length : at;
}

/** The probes of the steps of one name: one in all, or (就高) that of each case that holds. */
function stepsOf(view: LayerView, step: LayerStep): readonly Definition[] {
  const { claim, layer, cases } = view;
  const own = stepProbes(claim, layer).filter(({ origin }) => origin.step === step);
  const chosen = own.filter(
    ({ origin }) => origin.case !== undefined && cases.includes(origin.case),
  );
  return chosen.length > 0 ? chosen : own.filter(({ origin }) => origin.case === undefined);
}

/** Evaluations without one adjustment (单列) are no steps of the payment. */
function stepProbes({ program }: Settled, layer: LayerDeclaration): readonly Definition[] {
  return program.definitions.filter(
    ({ id, origin }) =>
      origin.declaration === layer.id &&
      origin.step !== undefined &&
      isProbe(id) &&
      !id.includes('／无「'),
  );
}

/** Fen that an accumulator of the layer held before the claim, `分别` one that counts by keys; 0 where it keeps none. */
export function amountBefore(
  { claim, layer }: LayerView,
  quantity: '基数' | '起付' | '最高起付' | '支付' | '费用限额' | '费用限额后',
  period: string,
  isKeyed = false,
): Rational {
  const name = `${layer.name}.${quantity}.${periodNames.get(period) ?? ''}${isKeyed ? '.分别' : ''}`;
  const value = claim.step.before.get(name);
  return (value === undefined ? undefined : numberOf({ status: 'value', value })) ?? ZERO;
}

const periodNames = new Map([
  ['year', '本年'],
  ['month', '本月'],
  ['day', '本日'],
  ['visit', '本就诊'],
  ['stay', '本住院'],
]);

/** The clauses of slots; those of the layer's own document without its name. */
export function clausesOf(
  view: LayerView,
  ...placed: readonly (PlacedSlot | undefined)[]
): readonly CitedClause[] {
  const { layer, claim, day, names } = view;
  const given = placed.filter((each) => each !== undefined);
  const sources = given.flatMap(({ slot }) => slotSources(slot, layer, claim.program, day));
  const own = [declared(layer)];
  return citedClauses(sources.length > 0 ? sources : own, claim.program, names);
}

/** How the layer rounds what it owes. */
export function roundingOf(view: LayerView): Rounding {
  const slot = slotOf(view, 'rounding')?.slot;
  return slot?.kind === 'rounding' ? slot.rounding : view.layer.rounding;
}

function casesThatHold(claim: Settled, layer: LayerDeclaration): readonly number[] {
  const marks = stepProbes(claim, layer);
  const isTrue = ({ id }: Definition): boolean => {
    const outcome = claim.outcomes.get(id);
    return outcome?.status === 'value' && outcome.value === true;
  };
  const steps = (step: LayerStep) =>
    marks.filter(({ origin }) => origin.step === step && origin.case !== undefined);
  const chosen = steps('选定').filter(isTrue);
  const holding = chosen.length > 0 ? chosen : steps('适用').filter(isTrue);
  const held = layer.cases.flatMap((_, at) =>
    holding.some(({ origin }) => origin.case === caseLabel(layer, at)) ? [at] : [],
  );
  return held.length === 0 && layer.otherwise === 'case' ? [layer.cases.length] : held;
}

function caseLabel({ cases }: LayerDeclaration, at: number): string {
  return cases[at]?.label ?? (at === cases.length ? '其余' : String(at + 1));
}
