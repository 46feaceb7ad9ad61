import type { Read } from '@tiaoli/interpreter';
import type { Accumulator, Expr, Program } from '@tiaoli/ir';
import { nextDefinitions, placesWritten, referencesOf } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import { wantedDefinitions } from './missing-inputs.ts';
import type { SettledClaim, Settlement } from './settle-claims.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/**
 * For each claim the ids of the inputs on which the results of this case rest: those that were read on the way to an
 * output of the claim, or to what it leaves for a later claim that reads it. Of the records of an entity below the
 * claim all count alike. The claims must have been settled with a trace.
 *
 * An input that is not among them may be changed without changing a result, as long as the others stay.
 */
export function relevantInputs({ claims }: Settlement): readonly ReadonlySet<string>[] {
  const readLater = new Set<string>();
  const relevant = claims.toReversed().map((claim) => {
    if (claim.kind === 'waiting') return new Set(claim.inputs);
    const { inputs, accumulators } = followed(claim, readLater);
    for (const name of accumulators) readLater.add(name);
    return inputs;
  });
  return relevant.toReversed();
}

/** Ids of the inputs that some case may be asked for: those on which an output of the program can rest at all. */
export function readableInputs(program: Program): ReadonlySet<string> {
  const reads = new Map<string, readonly Read[]>();
  for (const { id, body } of program.definitions) reads.set(id, writtenReads(body));
  for (const input of ofKind(program.declarations, 'input')) {
    if (input.default) reads.set(input.id, writtenReads(input.default));
  }
  const next = new Map(program.accumulators.map((each) => [each.id, nextDefinitions(each)]));
  const readsOf = (id: string): readonly Read[] => reads.get(id) ?? [];
  const { inputs } = follow(startsOf(program, []), program, readsOf, (id) => next.get(id) ?? []);
  return inputs;
}

/**
 * @param readLater  names of the accumulators that later claims read
 */
function followed(claim: Settled, readLater: ReadonlySet<string>) {
  const { program, dates, unknownDates } = claim;
  const reads = stepReads(claim);
  const next = program.accumulators.filter(({ name }) => readLater.has(name));
  // What chose the rules: another date may bring others.
  const chosenBy = [...Object.keys(dates), ...unknownDates].map(inputRead);
  const starts = [...startsOf(program, next), ...chosenBy];
  return follow(starts, program, (id) => reads.get(id) ?? []);
}

function startsOf(program: Program, next: readonly Accumulator[]): readonly Read[] {
  return [...wantedDefinitions(program), ...next.flatMap(nextDefinitions)].map(definitionRead);
}

/** Everything that is reached from `starts`: inputs by id, accumulators by name. */
function follow(
  starts: readonly Read[],
  program: Program,
  readsOf: (id: string) => readonly Read[],
  writtenBy: (accumulator: string) => readonly string[] = () => [],
): { readonly inputs: Set<string>; readonly accumulators: Set<string> } {
  const inputs = new Set<string>();
  const accumulators = new Set<string>();
  const seen = new Set<string>();
  const open = [...starts];
  for (let read = open.pop(); read; read = open.pop()) {
    const { kind, id } = read;
    if (seen.has(`${kind} ${id}`)) continue;
    seen.add(`${kind} ${id}`);
    if (kind === 'input') inputs.add(id);
    const accumulator = kind === 'accumulator' ? accumulatorOf(id, program) : undefined;
    if (accumulator) accumulators.add(accumulator.name);
    open.push(...(accumulator ? placeReads(accumulator) : readsOf(id)));
    if (accumulator) open.push(...writtenBy(id).map(definitionRead));
  }
  return { inputs, accumulators };
}

/** What each definition, and each default that was taken, read; on all records together. */
function stepReads({ step }: Settled): ReadonlyMap<string, readonly Read[]> {
  const reads = new Map<string, Read[]>();
  for (const { definition, reads: own } of step.trace ?? []) {
    reads.set(definition, [...(reads.get(definition) ?? []), ...own]);
  }
  return reads;
}

/** Everything that an expression names, whether a case comes to it or not. */
function writtenReads(...exprs: readonly Expr[]): readonly Read[] {
  const { definitions, inputs, accumulators, dates } = referencesOf(...exprs);
  return [
    ...[...definitions].map(definitionRead),
    ...[...inputs, ...dates].map(inputRead),
    ...[...accumulators].map((id): Read => ({ kind: 'accumulator', id })),
  ];
}

/** What tells which value of an accumulator is meant; read once a claim, by whoever came first. */
function placeReads(accumulator: Accumulator): readonly Read[] {
  const { period, on } = accumulator;
  const isCalendar = period === 'year' || period === 'month' || period === 'day';
  const keys = writtenReads(...placesWritten(accumulator));
  return isCalendar ? [...keys, inputRead(on)] : keys;
}

function accumulatorOf(id: string, { accumulators }: Program): Accumulator | undefined {
  return accumulators.find((each) => each.id === id);
}

function definitionRead(id: string): Read {
  return { kind: 'definition', id };
}

function inputRead(id: string): Read {
  return { kind: 'input', id };
}
