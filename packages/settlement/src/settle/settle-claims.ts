import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { rational } from '@tiaoli/base';
import { governingDates } from '@tiaoli/compiler';
import type { Facts, Outcome, State, StepResult } from '@tiaoli/interpreter';
import { interpretStep } from '@tiaoli/interpreter';
import type { DateRef, Program, ReferenceData } from '@tiaoli/ir';
import { nextDefinitions, noReference } from '@tiaoli/ir';
import type { AccumulatedValue } from '../case/case-record.ts';
import type { CaseState, ClaimPerson } from './case-state.ts';
import { stateOf, wholeState, withState } from './case-state.ts';
import { initialState } from './initial-state.ts';
import type { CompiledVersion, FoundProgram, ProgramSource } from './program-source.ts';
import { programFor } from './program-source.ts';
import { uncertainDefinitions } from './uncertain-definitions.ts';

/** A claim to settle; claims come in order. */
export interface ClaimFacts {
  readonly id: string;
  readonly facts: Facts;
  readonly settledAt?: DayNumber;
  /** Whose it is, where the entity above has names. */
  readonly person?: ClaimPerson;
}

export type SettledClaim =
  | {
      readonly kind: 'settled';
      readonly id: string;
      /** The day of settlement, or the one asked for. */
      readonly on: DayNumber;
      /** The day that chose the version. */
      readonly ruledOn: DayNumber;
      readonly version: CompiledVersion;
      readonly program: Program;
      readonly facts: Facts;
      /** What was read beside the facts. */
      readonly reference: ReferenceData;
      /** The state that the claim found. */
      readonly before: State;
      readonly dates: Readonly<Record<DateRef, DayNumber>>;
      readonly unknownDates: readonly string[];
      readonly step: StepResult;
      /** By definition id; what rests on an incomplete earlier claim is missing here. */
      readonly outcomes: ReadonlyMap<string, Outcome>;
    }
  /** No version could be chosen, here or on an earlier claim: ids of the date inputs that are not given here. */
  | { readonly kind: 'waiting'; readonly id: string; readonly inputs: readonly string[] };

export interface Settlement {
  readonly claims: readonly SettledClaim[];
  /** Behind the last claim before one that lacks inputs: whoever completes that claim goes on from here. */
  readonly state: State;
  /** Names of accumulators whose value is not known after the last claim. */
  readonly unknown: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Settles claims one after another, each under its own version, carrying the state by accumulator name. */
export function settleClaims(
  source: ProgramSource,
  claims: readonly ClaimFacts[],
  before: readonly AccumulatedValue[],
  options: { readonly trace?: boolean; readonly records?: boolean } = {},
): Settlement {
  const { reference = noReference } = source.request;
  const settled: SettledClaim[] = [];
  const unknown = new Set<string>();
  let state: CaseState | undefined;
  let complete: CaseState | undefined;
  let lacking = false;
  let waiting = false;
  for (const claim of claims) {
    const found = programFor(source, claim.facts, claim.settledAt);
    if (found.kind === 'refused') {
      const { diagnostics } = found;
      return { claims: settled, state: wholeOf(complete ?? state), unknown, diagnostics };
    }
    if (found.kind === 'dates-missing' || waiting) {
      waiting = true;
      const inputs = found.kind === 'dates-missing' ? found.inputs : [];
      settled.push({ kind: 'waiting', id: claim.id, inputs });
      continue;
    }
    const { program, version, on } = found;
    const facts = visibleFacts(claim.facts, source, found);
    state ??= openState(
      before,
      claim.person,
      (values) => initialState(values, program, version.module, facts, on, reference),
      program,
    );
    complete ??= state;
    const own = stateOf(state, claim.person?.name ?? '');
    const step = interpretStep(program, own, facts, { ...options, reference });
    const outcomes = withUncertainty(step.outcomes, uncertainDefinitions(program, unknown));
    settled.push({
      ...found,
      kind: 'settled',
      id: claim.id,
      facts,
      reference,
      before: own,
      step,
      outcomes,
    });
    for (const accumulator of program.accumulators) {
      const written = nextDefinitions(accumulator).map((next) => outcomes.get(next)?.status);
      if (written.includes('missing')) unknown.add(accumulator.name);
    }
    state = withState(state, claim.person, step.state, program);
    lacking ||= program.accumulators
      .flatMap(nextDefinitions)
      .some((next) => lacksInputs(outcomes.get(next)));
    if (!lacking) complete = state;
  }
  return { claims: settled, state: wholeOf(complete), unknown, diagnostics: [] };
}

function wholeOf(state: CaseState | undefined): State {
  return state ? wholeState(state) : new Map();
}

/** What was accumulated before, of each person; a value of nobody in particular is that of the first claim's. */
function openState(
  before: readonly AccumulatedValue[],
  person: ClaimPerson | undefined,
  stateFrom: (values: readonly AccumulatedValue[]) => State,
  program: Program,
): CaseState {
  const first = person?.name ?? '';
  const byPerson = Map.groupBy(before, (each) => each.person ?? first);
  const none: CaseState = { common: new Map(), own: new Map() };
  return [...byPerson].reduce((state, [name, values]) => {
    const whose = person && { ...person, name };
    return withState(state, whose, new Map([...state.common, ...stateFrom(values)]), program);
  }, none);
}

/** True where facts are missing; what the sources do not say (未见) is no reason to settle a claim again. */
function lacksInputs(outcome: Outcome | undefined): boolean {
  return outcome?.status === 'missing' && outcome.fields.length > 0;
}

/**
 * What the program may see: the inputs that it knows, its day, and where a day stands for dates that are not given,
 * those dates too. (Of inputs that several documents declare under one name, a program knows one.)
 */
function visibleFacts(
  facts: Facts,
  { request }: ProgramSource,
  { program, version, on }: Extract<FoundProgram, { kind: 'found' }>,
): Facts {
  const known = new Set(program.declarations.map(({ id }) => id));
  const visible = knownFacts(facts, known);
  const inputs = new Map(visible.inputs);
  inputs.set('on', rational(on));
  const day = request.on ?? request.otherwiseOn;
  if (day !== undefined) {
    const dates = program.accumulators.map((accumulator) => accumulator.on);
    for (const id of [...governingDates(version.module), ...dates]) {
      if (!inputs.has(id)) inputs.set(id, rational(day));
    }
  }
  return { ...visible, inputs };
}

function knownFacts({ inputs, spells, children }: Facts, known: ReadonlySet<string>): Facts {
  const isKnown = ([id]: readonly [string, unknown]): boolean => known.has(id);
  return {
    inputs: new Map([...inputs].filter(isKnown)),
    spells: new Map([...(spells ?? [])].filter(isKnown)),
    children: new Map(
      [...children].map(([entity, records]) => [
        entity,
        records.map((each) => knownFacts(each, known)),
      ]),
    ),
  };
}

function withUncertainty(
  outcomes: ReadonlyMap<string, Outcome>,
  uncertain: ReadonlySet<string>,
): ReadonlyMap<string, Outcome> {
  if (uncertain.size === 0) return outcomes;
  return new Map(
    [...outcomes].map(([id, outcome]) => [
      id,
      uncertain.has(id) && outcome.status !== 'missing' ? afterIncompleteClaim : outcome,
    ]),
  );
}

const afterIncompleteClaim: Outcome = {
  status: 'missing',
  fields: [],
  causes: [{ cause: 'gap', reason: '之前的结算还缺输入' }],
};
