import type { Rational } from '@tiaoli/base';
import { compare, subtract } from '@tiaoli/base';
import type { Facts, Outcome, Spell, State, Stored } from '@tiaoli/interpreter';
import { interpretStep, isNumber } from '@tiaoli/interpreter';
import type { Program, ReferenceData } from '@tiaoli/ir';
import type { End, Reading, Witness } from '@tiaoli/regions';
import type { ComparedCase } from './behaviour.ts';

/** What is compared: a value of the claim, or an accumulator after it. */
export interface ComparedReadings {
  readonly before: Reading;
  readonly after: Reading;
  /** What both are settled with beside the facts. */
  readonly reference: ReferenceData;
}

/** Settles a case that was found on both sides, with everything that either reads. */
export function comparedCase({ cases }: Witness, readings: ComparedReadings): ComparedCase {
  const facts = joinedFacts(cases.map((each) => each.facts));
  const state = joinedState(cases.map((each) => each.state));
  const [before, after] = [readings.before, readings.after].map((reading) =>
    settlingOf(reading, readings.reference)(facts, state),
  );
  if (!before || !after) throw new Error('a comparison has two sides');
  return { facts, state, before, after };
}

/** Whether the interpreter gives the difference at the end that was claimed. */
export function attains(settled: ComparedCase, { attained }: End): boolean {
  const change = changeOf(settled);
  return !!attained && !!change && compare(change, attained.value) === 0;
}

/** After − before, where both are numbers. */
export function changeOf({
  before,
  after,
}: Pick<ComparedCase, 'before' | 'after'>): Rational | undefined {
  if (before.status !== 'value' || after.status !== 'value') return undefined;
  if (!isNumber(before.value) || !isNumber(after.value)) return undefined;
  return subtract(after.value, before.value);
}

/** Settles cases with the whole program, and gives what a reading asks for. */
export function settlingOf(
  { side: { program, after }, value }: Reading,
  reference: ReferenceData,
): (facts: Facts, state: State) => Outcome {
  const asked = withQuestion(program, value);
  return (facts, state) => {
    const first = interpretStep(asked, state, facts, { reference });
    const step = after ? interpretStep(asked, first.state, facts, { reference }) : first;
    const outcome = step.outcomes.get(question);
    if (!outcome) throw new Error('the question has an answer');
    return outcome;
  };
}

const question = '?';

function withQuestion(program: Program, value: Reading['value']): Program {
  const [model] = program.definitions;
  if (!model) return program;
  const asked = { ...model, id: question, entity: question, body: value };
  return { ...program, definitions: [...program.definitions, asked] };
}

/** One case of which every side has given a part. */
export function joinedFacts(each: readonly Facts[]): Facts {
  const spells = new Map<string, readonly Spell[]>();
  for (const facts of each) for (const [id, list] of facts.spells ?? []) spells.set(id, list);
  return {
    inputs: new Map(each.flatMap(({ inputs }) => [...inputs])),
    spells,
    children: new Map(each.flatMap(({ children }) => [...children])),
  };
}

function joinedState(each: readonly State[]): State {
  const joined = new Map<string, ReadonlyMap<string, Stored>>();
  for (const state of each) {
    for (const [name, byKey] of state) {
      joined.set(name, new Map([...(joined.get(name) ?? []), ...byKey]));
    }
  }
  return joined;
}
