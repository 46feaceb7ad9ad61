import type { State, Stored } from '@tiaoli/interpreter';
import type { Accumulator, Program } from '@tiaoli/ir';

/** Whose claim it is: the input that tells people apart, and the name. */
export interface ClaimPerson {
  readonly input: string;
  readonly name: string;
}

/** What is accumulated in a case of one person or of a household. */
export interface CaseState {
  /** Kept by person (存量 按 参保人): one person's claim may draw on another's. */
  readonly common: State;
  /** Everything else, by the person's name: nobody has borne another's deductible. */
  readonly own: ReadonlyMap<string, State>;
}

/** What a claim of the person finds. */
export function stateOf({ common, own }: CaseState, name: string): State {
  return new Map([...(own.get(name) ?? []), ...common]);
}

/** The state behind a claim of the person that left `state`. */
export function withState(
  before: CaseState,
  person: ClaimPerson | undefined,
  state: State,
  program: Program,
): CaseState {
  const isCommon = ([name]: readonly [string, unknown]): boolean =>
    before.common.has(name) ||
    program.accumulators.some((each) => each.name === name && isByPerson(each, person));
  const entries = [...state];
  const rest = entries.filter((each) => !isCommon(each));
  return {
    common: new Map(entries.filter(isCommon)),
    own: new Map([...before.own, [person?.name ?? '', new Map(rest)]]),
  };
}

/** True where the person is among the keys: then the values of all people stand side by side. */
export function isByPerson({ by }: Accumulator, person: ClaimPerson | undefined): boolean {
  return by.some((key) => key.kind === 'input' && key.input === person?.input);
}

/** One state for the case: of several people each one's own under the name, `NAME[配偶]`, `NAME[配偶|KEY]`. */
export function wholeState({ common, own }: CaseState): State {
  const people = [...own].filter(([, state]) => state.size > 0);
  const [only, ...others] = people;
  if (!only || others.length === 0) return new Map([...(only?.[1] ?? []), ...common]);
  const whole = new Map<string, Map<string, Stored>>();
  for (const [person, state] of people) {
    for (const [name, values] of state) {
      const kept = whole.get(name) ?? new Map<string, Stored>();
      for (const [key, stored] of values)
        kept.set(key === '' ? person : `${person}|${key}`, stored);
      whole.set(name, kept);
    }
  }
  return new Map([...whole, ...common]);
}
