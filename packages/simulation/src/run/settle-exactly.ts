import type { Outcome, State } from '@tiaoli/interpreter';
import { checkFacts, emptyState, interpretStep, isNumber } from '@tiaoli/interpreter';
import type { Declaration, Program } from '@tiaoli/ir';
import type { ClaimSource } from './claim-source.ts';
import { columnOf, INPATIENT } from './claim-source.ts';
import { factsOf, heldFacts } from './held-facts.ts';
import type { PlannedRules, PlannedScenario } from './run-plan.ts';

/** A person settled by the interpreter: totals as the module would have held them. */
export type ExactlySettled =
  | {
      readonly kind: 'settled';
      readonly totals: ReadonlyMap<string, number>;
      readonly firstLayerOfAdmissions: number;
      readonly isBalanced: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Settles the claims of a person whom the module gave up. */
export function settleExactly(
  planned: PlannedScenario,
  source: ClaimSource,
  person: number,
): ExactlySettled {
  const { emitted, layers } = planned;
  const kinds = columnOf(source.claims, 'med_type');
  const totals = new Map(emitted.layout.totals.map(({ definition }) => [definition, 0]));
  let firstLayerOfAdmissions = 0;
  let isBalanced = true;
  const reason = eachClaim(planned, source, person, (outcomes, at) => {
    for (const [definition, sum] of totals) {
      totals.set(definition, sum + heldOf(planned, definition, outcomes.get(definition)));
    }
    const paid = layers.map(({ definition }) => fenOf(outcomes.get(definition)));
    if (kinds[source.rows[at] ?? 0] === INPATIENT) firstLayerOfAdmissions += paid[0] ?? 0;
    const rest = paid.reduce((sum, each) => sum - each, fenOf(outcomes.get(planned.total)));
    isBalanced &&= rest === fenOf(outcomes.get(planned.cash));
  });
  if (reason !== undefined) return { kind: 'refused', reason };
  return { kind: 'settled', totals, firstLayerOfAdmissions, isBalanced };
}

/** Fen that these results come to, claim by claim of a person, in place of what stands there; a reason where they cannot. */
export function addExactly(
  planned: PlannedRules,
  source: ClaimSource,
  person: number,
  wanted: readonly { readonly adds: readonly string[]; readonly amounts: Float64Array }[],
): string | undefined {
  return eachClaim(planned, source, person, (outcomes, at) => {
    for (const { adds, amounts } of wanted) {
      amounts[at] = adds.reduce((sum, id) => sum + fenOf(outcomes.get(id)), 0);
    }
  });
}

/** Steps from claim to claim; gives the reason of the first that could not be settled. */
export function eachClaim(
  { program, sources, essential }: PlannedRules,
  source: ClaimSource,
  person: number,
  look: (outcomes: ReadonlyMap<string, Outcome>, at: number) => void,
): string | undefined {
  let state: State = emptyState;
  const end = source.firsts[person + 1] ?? 0;
  const first = source.firsts[person] ?? 0;
  const claims = factsOf({ program, sources }, heldFacts(sources, source, first, end));
  for (const [claim, facts] of claims.entries()) {
    const [fault] = checkFacts(program, facts);
    if (fault) return fault.message.zh;
    const step = interpretStep(program, state, facts);
    const missing = essential.find((id) => step.outcomes.get(id)?.status === 'missing');
    if (missing !== undefined) return missingText(step.outcomes.get(missing), program);
    state = step.state;
    look(step.outcomes, first + claim);
  }
  return undefined;
}

function fenOf(outcome: Outcome | undefined): number {
  if (outcome?.status !== 'value' || !isNumber(outcome.value)) return 0;
  return Number(outcome.value.numerator) / Number(outcome.value.denominator);
}

function heldOf(
  { emitted }: PlannedScenario,
  definition: string,
  outcome: Outcome | undefined,
): number {
  const place = emitted.layout.results.find((each) => each.definition === definition);
  if (outcome?.status !== 'value' || !isNumber(outcome.value) || !place) return 0;
  const { numerator, denominator } = outcome.value;
  return Number((numerator * BigInt(place.scale)) / denominator);
}

/** What is missing, by the names of the inputs or as the document says it. */
function missingText(outcome: Outcome | undefined, { declarations }: Program): string {
  if (outcome?.status !== 'missing') return '';
  const names = outcome.fields.map((id) => nameOf(id, declarations));
  return [...names, ...outcome.causes.map(({ reason }) => reason)].join('、');
}

function nameOf(id: string, declarations: readonly Declaration[]): string {
  return declarations.find((each) => each.id === id)?.name ?? id;
}
