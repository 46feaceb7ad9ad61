import type { Span } from '@tiaoli/base';
import { ZERO } from '@tiaoli/base';
import type { Facts, Outcome, State, Value } from '@tiaoli/interpreter';
import { accumulatorKey, isSameValue } from '@tiaoli/interpreter';
import type { Accumulator, Definition, Expectation, Program, ValueType } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import { encodeValue } from '../settle/encode-value.ts';
import { literalValue } from './example-facts.ts';

/** One expected result beside what came out, as text (money in yuan). */
export interface Comparison {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly agrees: boolean;
  /** Where the expectation is written. */
  readonly span: Span;
}

/** Where expectations are looked up: the outcomes of one claim (or their sums), and the state behind it. */
export interface Results {
  readonly program: Program;
  readonly outcome: (definition: string) => Outcome | undefined;
  readonly state: State;
  /** Of the claim, which says whose accumulator is meant where no key is written. */
  readonly facts: Facts;
}

/** Each expectation against the results; `prefix` says of which claim. */
export function compareExpectations(
  expectations: readonly Expectation[],
  results: Results,
  prefix: string,
): readonly Comparison[] {
  return expectations.map((expectation) => compareOne(expectation, results, prefix));
}

function compareOne(expectation: Expectation, results: Results, prefix: string): Comparison {
  const { program } = results;
  if (expectation.kind === 'accumulator') {
    const { accumulator, value } = accumulated(expectation.target, results);
    const outcome: Outcome | undefined =
      value === undefined ? undefined : { status: 'value', value };
    return compareOutcome(expectation, accumulator, outcome, `${prefix}${expectation.target}`);
  }
  const id =
    expectation.kind === 'output'
      ? program.outputs.find(({ field }) => field === expectation.target)?.definition
      : expectation.target;
  const definition = program.definitions.find((each) => each.id === id);
  const name = expectation.kind === 'output' ? expectation.target : definition?.name;
  const outcome = id === undefined ? undefined : results.outcome(id);
  return compareOutcome(expectation, definition, outcome, `${prefix}${name ?? expectation.target}`);
}

/** The value of an accumulator, `NAME` or `NAME[KEY]`, behind the claim; its zero if no claim wrote it. */
function accumulated(
  target: string,
  { program, state, facts }: Results,
): { readonly accumulator: Accumulator | undefined; readonly value: Value | undefined } {
  const [, named = target, written = ''] = /^(.*?)\[(.*)\]$/.exec(target) ?? [];
  const name = state.has(target) ? target : named;
  const accumulator = program.accumulators.find((each) => each.name === name);
  const isOwn = accumulator !== undefined && accumulator.by.length > 0 && written === '';
  const key = isOwn ? accumulatorKey(program, accumulator, facts) : written;
  if (key === undefined) return { accumulator, value: undefined };
  const zero = accumulator && !startsAbsent(accumulator) ? ZERO : undefined;
  return { accumulator, value: state.get(name)?.get(key)?.value ?? zero };
}

function compareOutcome(
  expectation: Expectation,
  typed: Pick<Definition, 'type'> | undefined,
  outcome: Outcome | undefined,
  name: string,
): Comparison {
  const { status, value, span } = expectation;
  const actual = printOutcome(outcome, typed?.type);
  if (status !== 'value' || value === undefined || !typed) {
    const expected =
      status === 'missing' ? '待补充' : status === 'value' ? String(value) : '不适用';
    const agrees = typed !== undefined && outcome?.status === status;
    return { name, expected, actual, agrees, span };
  }
  const wanted = literalValue(typed.type, value);
  const agrees = outcome?.status === 'value' && isSameValue(outcome.value, wanted);
  return { name, expected: String(encodeValue(wanted, typed.type)), actual, agrees, span };
}

function printOutcome(outcome: Outcome | undefined, type: ValueType | undefined): string {
  if (!outcome || !type) return '—';
  if (outcome.status === 'not-applicable') return '不适用';
  if (outcome.status === 'missing') return '待补充';
  return String(encodeValue(outcome.value, type));
}
