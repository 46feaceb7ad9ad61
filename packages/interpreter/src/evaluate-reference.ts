import type { DayNumber } from '@tiaoli/base';
import { isInForce, periodInstance, ZERO } from '@tiaoli/base';
import type {
  Accumulator,
  AccumulatorRef,
  DateRef,
  DefinitionRef,
  Expr,
  InputRef,
} from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import type { Evaluate, Scope } from './scope.ts';
import { homeScope, rootScope } from './scope.ts';
import { asNumber, asText, valuesOf } from './strict.ts';
import type { Missing, Outcome, Value } from './values.ts';
import { missingFields, notApplicableOutcome, printKey, valueOutcome } from './values.ts';

/** The value of a definition, evaluated once on the record to which its entity belongs. */
export function evaluateDefinition(
  { definition: id }: Pick<DefinitionRef, 'definition'>,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const definition = scope.step.index.definitions.get(id);
  if (!definition) throw new Error(`no such definition: ${id}`);
  const home = homeScope(definition.entity, scope);
  const known = home.definitions.get(id);
  if (known) return known;
  const run = (): Outcome => evaluate(definition.body, home);
  const { trace } = scope.step;
  const outcome = trace ? trace.record(definition, home, run) : run();
  home.definitions.set(id, outcome);
  return outcome;
}

/** The fact given; for 按日 inputs the spell at the governing date; else the default; else missing. */
export function evaluateInput(expr: InputRef, scope: Scope, evaluate: Evaluate): Outcome {
  const input = scope.step.index.inputs.get(expr.input);
  const home = input ? homeScope(input.entity, scope) : rootScope(scope);
  const key = expr.at === undefined ? expr.input : `${expr.input} ${expr.at}`;
  const known = home.inputs.get(key);
  if (known) return known;
  const outcome = readInput(expr, home, evaluate);
  home.inputs.set(key, outcome);
  return outcome;
}

function readInput({ input: id, at }: InputRef, home: Scope, evaluate: Evaluate): Outcome {
  const spells = at === undefined ? undefined : home.facts.spells?.get(id);
  if (at !== undefined && spells) {
    const date = dateOf(at, home, evaluate);
    if (typeof date !== 'number') return date;
    const spell = spells.find(({ validity }) => isInForce(validity, date));
    return spell ? valueOutcome(spell.value) : missingFields(id);
  }
  const input = home.step.index.inputs.get(id);
  const given = home.facts.inputs.get(id);
  if (given === null && input?.optional) return notApplicableOutcome('');
  if (given !== undefined && given !== null) return valueOutcome(given);
  const fallback = input?.default;
  if (!input || !fallback) return missingFields(id);
  const run = (): Outcome => evaluate(fallback, home);
  const { trace } = home.step;
  return trace ? trace.record({ ...input, body: fallback }, home, run) : run();
}

/** The day of a governing date, or what is missing to know it. */
export function dateOf(ref: DateRef, scope: Scope, evaluate: Evaluate): DayNumber | Missing {
  const values = valuesOf([{ kind: 'input', input: ref }], scope, evaluate);
  if ('status' in values) return values;
  return Number(values.map(asNumber)[0]?.numerator);
}

/** The value before the claim: what is stored of the present period, else zero or 不适用. */
export function evaluateAccumulator(
  { accumulator: id, keys }: Pick<AccumulatorRef, 'accumulator' | 'keys'>,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const accumulator = scope.step.index.accumulators.get(id);
  if (!accumulator) throw new Error(`no such accumulator: ${id}`);
  // Keys that a reference names are read where it stands: on a record, the record's.
  if (keys) return readAccumulator(accumulator, placeOf(accumulator, scope, evaluate, keys), scope);
  const home = rootScope(scope);
  const known = home.accumulators.get(id);
  if (known) return known;
  const outcome = readAccumulator(accumulator, placeOf(accumulator, home, evaluate), home);
  home.accumulators.set(id, outcome);
  return outcome;
}

function readAccumulator(
  accumulator: Accumulator,
  place: AccumulatorPlace | Missing,
  home: Scope,
): Outcome {
  if ('status' in place) return place;
  const stored = home.step.state.get(accumulator.name)?.get(place.key);
  if (stored?.instance === place.instance) return valueOutcome(stored.value);
  return startsAbsent(accumulator) ? notApplicableOutcome('') : valueOutcome(ZERO);
}

/** Where in the state a claim reads and writes an accumulator. */
export interface AccumulatorPlace {
  readonly key: string;
  readonly instance: string | number;
}

export function placeOf(
  accumulator: Accumulator,
  scope: Scope,
  evaluate: Evaluate,
  by: readonly Expr[] = accumulator.by,
): AccumulatorPlace | Missing {
  const keys = valuesOf(by, scope, evaluate);
  if ('status' in keys) return keys;
  const instance = instanceOf(accumulator, rootScope(scope), evaluate);
  if (typeof instance === 'object') return instance;
  return { key: printKeys(keys), instance };
}

/** The text of the keys alone, whatever the period; undefined where one is missing. */
export function keyOf(by: readonly Expr[], scope: Scope, evaluate: Evaluate): string | undefined {
  const keys = valuesOf(by, scope, evaluate);
  return 'status' in keys ? undefined : printKeys(keys);
}

function printKeys(keys: readonly Value[]): string {
  return keys.map(printKey).join('|');
}

function instanceOf(
  { period, on, instance }: Accumulator,
  home: Scope,
  evaluate: Evaluate,
): string | number | Missing {
  switch (period) {
    case 'ever':
      return 'ever';
    case 'visit':
    case 'stay': {
      if (!instance) throw new Error(`an accumulator per ${period} has no instance`);
      const values = valuesOf([instance], home, evaluate);
      return 'status' in values ? values : values.map(asText).join('');
    }
    default: {
      const date = dateOf(on, home, evaluate);
      return typeof date === 'number' ? periodInstance(period, date, home.step.yearStart) : date;
    }
  }
}
