import type { Accumulator, Expr, ModuleIndex, Program, ReferenceData } from '@tiaoli/ir';
import { indexModule, isBelowEvent, noReference } from '@tiaoli/ir';
import { childScopes } from './evaluate-aggregate.ts';
import { evaluateExpr } from './evaluate-expr.ts';
import { evaluateAccumulator, evaluateDefinition, keyOf, placeOf } from './evaluate-reference.ts';
import type { Scope } from './scope.ts';
import { eventScope } from './scope.ts';
import type { State } from './state.ts';
import { emptyState, withStored } from './state.ts';
import type { TraceStep } from './trace.ts';
import { createTraceRecorder } from './trace.ts';
import type { Facts, Outcome, Value } from './values.ts';

export interface StepResult {
  /** By definition id: every definition of the event and of the entities above it, or those asked for. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly state: State;
  /** Accumulators before the claim, by name; undefined for 不适用 and missing. */
  readonly before: ReadonlyMap<string, Value | undefined>;
  readonly trace?: readonly TraceStep[];
  /** By the id of each entity right below the event: the results of each of its records, by definition id. */
  readonly records?: ReadonlyMap<string, readonly ReadonlyMap<string, Outcome>[]>;
}

export interface StepOptions {
  readonly trace?: boolean;
  /** Ids of the definitions wanted in `outcomes`; the state is written in full all the same. */
  readonly only?: readonly string[];
  readonly reference?: ReferenceData;
  /** Whether the results of the records of a claim are wanted too. */
  readonly records?: boolean;
}

/**
 * Settles one claim: the meaning of a program.
 *
 * Pure. Exact rationals throughout; nothing is rounded but where the program says so. The accumulators are read before
 * the claim and written once after it.
 */
export function interpretStep(
  program: Program,
  state: State,
  facts: Facts,
  { trace = false, only, reference = noReference, records = false }: StepOptions = {},
): StepResult {
  const index = indexModule(program);
  const recorder = trace ? createTraceRecorder(index) : undefined;
  const { yearStart } = program;
  const scope = eventScope(
    { index, yearStart, state, reference, ...(recorder && { trace: recorder }) },
    facts,
  );
  const outcomes = new Map<string, Outcome>();
  // In the program's order, also for what is not wanted: each finds what it reads evaluated, however long the chain.
  for (const definition of eventDefinitions(program, index)) {
    outcomes.set(definition, evaluateDefinition({ definition }, scope, evaluateExpr));
  }
  return {
    outcomes: only ? pick(outcomes, only) : outcomes,
    before: valuesBefore(program, scope),
    state: stateAfter(program, scope),
    ...(recorder && { trace: [...recorder.steps] }),
    ...(records && { records: recordOutcomes(program, scope) }),
  };
}

/** Expressions asked of one claim after the other. */
export interface Question {
  readonly exprs: readonly Expr[];
  /** Ids of the definitions that they read, in the program's order: nothing else is evaluated. */
  readonly reads: readonly string[];
}

/** What expressions come to on a claim, in their order, in the state before it. Pure, and the same as in the whole step. */
export function interpretExprs(
  program: Program,
  { exprs, reads }: Question,
  { state, facts }: { readonly state: State; readonly facts: Facts },
  reference: ReferenceData = noReference,
): readonly Outcome[] {
  const index = indexModule(program);
  const scope = eventScope({ index, yearStart: program.yearStart, state, reference }, facts);
  for (const definition of reads) evaluateDefinition({ definition }, scope, evaluateExpr);
  return exprs.map((expr) => evaluateExpr(expr, scope));
}

/** Under which key the claim itself reads and writes an accumulator; undefined where a fact for it is missing. */
export function accumulatorKey(
  program: Program,
  accumulator: Accumulator,
  facts: Facts,
  reference: ReferenceData = noReference,
): string | undefined {
  const index = indexModule(program);
  const { yearStart } = program;
  const scope = eventScope({ index, yearStart, state: emptyState, reference }, facts);
  return keyOf(accumulator.by, scope, evaluateExpr);
}

/** Results of records that no aggregate reads are evaluated here, and are no part of the trace. */
function recordOutcomes(program: Program, scope: Scope): NonNullable<StepResult['records']> {
  const { index } = scope.step;
  const below = [...index.entities.values()].filter(
    ({ parent }) => (index.entities.get(parent ?? '')?.order.length ?? 0) > 0,
  );
  return new Map(
    below.map(({ id }) => {
      const own = program.definitions.filter(
        ({ entity, visibility }) => entity === id && visibility === 'result',
      );
      const outcomesOf = (record: Scope): ReadonlyMap<string, Outcome> =>
        new Map(
          own.map((each) => [
            each.id,
            evaluateDefinition({ definition: each.id }, record, evaluateExpr),
          ]),
        );
      return [id, (childScopes(id, scope) ?? []).map(outcomesOf)];
    }),
  );
}

function pick(
  outcomes: ReadonlyMap<string, Outcome>,
  wanted: readonly string[],
): ReadonlyMap<string, Outcome> {
  const ids = new Set(wanted);
  return new Map([...outcomes].filter(([id]) => ids.has(id)));
}

const knownOrders = new WeakMap<Program, readonly string[]>();

/** Definitions of the event and above; those of child records are evaluated where an aggregate reads them. */
function eventDefinitions(program: Program, index: ModuleIndex): readonly string[] {
  const known = knownOrders.get(program);
  if (known) return known;
  const own = program.definitions.filter(({ entity }) => !isBelowEvent(entity, index));
  const order = own.map(({ id }) => id);
  knownOrders.set(program, order);
  return order;
}

function valuesBefore({ accumulators }: Program, scope: Scope): StepResult['before'] {
  return new Map(
    accumulators.map(({ id, name }) => {
      const outcome = evaluateAccumulator({ accumulator: id }, scope, evaluateExpr);
      return [name, outcome.status === 'value' ? outcome.value : undefined];
    }),
  );
}

function stateAfter({ accumulators }: Program, scope: Scope): State {
  let { state } = scope.step;
  for (const accumulator of accumulators) {
    const { by, next, writes = [], name } = accumulator;
    for (const write of [{ keys: by, next }, ...writes]) {
      const after = evaluateDefinition({ definition: write.next }, scope, evaluateExpr);
      // Keys are read only where something is written: a list of members may be shorter than what it may be.
      if (after.status !== 'value') continue;
      const place = placeOf(accumulator, scope, evaluateExpr, write.keys);
      if ('status' in place) continue;
      const { key, instance } = place;
      state = withStored(state, { name, key }, { instance, value: after.value });
    }
  }
  return state;
}
