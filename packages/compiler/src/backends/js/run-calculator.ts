import type { DayNumber, Validity } from '@tiaoli/base';
import type { ReferenceData } from '@tiaoli/ir';
import { noReference } from '@tiaoli/ir';
import type { AccumulatorRow, CalculatorTables, RecordRow, ResultRow } from './emit-tables.ts';
import type { ExactValue } from './held-values.ts';
import { exactValue, holdValue } from './held-values.ts';
import type {
  Calculator,
  HeldFacts,
  HeldResults,
  HeldState,
  HeldStep,
  HeldValue,
} from './load-calculator.ts';

/** The facts of a claim as the interpreter takes them. */
export interface ExactFacts {
  readonly inputs: ReadonlyMap<string, ExactValue | null>;
  readonly spells?: ReadonlyMap<
    string,
    readonly { readonly validity: Validity; readonly value: ExactValue }[]
  >;
  readonly children: ReadonlyMap<string, readonly ExactFacts[]>;
}

/** The state as the interpreter carries it: by accumulator name, then by key. */
export type ExactState = ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly instance: string | number; readonly value: ExactValue }>
>;

export type ExactOutcome =
  | { readonly status: 'value'; readonly value: ExactValue }
  | { readonly status: 'not-applicable'; readonly reason: string }
  | { readonly status: 'missing'; readonly cause: string; readonly reason: string };

export interface CalculatorRun {
  /** By definition id: what the calculator was emitted to give. */
  readonly outcomes: ReadonlyMap<string, ExactOutcome>;
  /** By entity id, for each record of the claim: where the calculator was emitted with `records`. */
  readonly records: ReadonlyMap<string, readonly ReadonlyMap<string, ExactOutcome>[]>;
  readonly state: ExactState;
  readonly steps?: readonly HeldStep[];
}

/**
 * One step of a calculator on the facts and the state of the interpreter, for comparison and for the command line.
 *
 * Throws a RangeError where a number is not one for which the calculator is exact.
 */
export function runCalculator(
  calculator: Calculator,
  state: ExactState,
  facts: ExactFacts,
  reference: ReferenceData = noReference,
): CalculatorRun {
  const { tables } = calculator;
  const held = holdFacts(facts, tables);
  const before = holdState(calculator, state, held, reference);
  if (!calculator.admits(before, held)) throw new RangeError('a number beyond the declared bounds');
  const { state: after, results, steps } = calculator.step(before, held, reference);
  return {
    outcomes: outcomesOf(results, tables.results, tables),
    records: new Map(tables.records.map((row) => [row.entity, recordsOf(results, row, tables)])),
    state: new Map([...state, ...exactState(after, tables)]),
    ...(steps && { steps }),
  };
}

function outcomesOf(
  held: HeldResults,
  rows: readonly ResultRow[],
  tables: CalculatorTables,
): ReadonlyMap<string, ExactOutcome> {
  return new Map(
    rows.map((row) => {
      const status = row.status === undefined ? 0 : Number(held[row.status]);
      const value = held[row.key];
      const exact = typeof value === 'object' ? undefined : exactValue(value, row);
      return [row.definition, outcomeOf(exact, status, tables)];
    }),
  );
}

function recordsOf(
  held: HeldResults,
  { key, results }: RecordRow,
  tables: CalculatorTables,
): readonly ReadonlyMap<string, ExactOutcome>[] {
  const list = held[key];
  if (typeof list !== 'object' || list === null) return [];
  return list.map((record) => outcomesOf(record, results, tables));
}

function outcomeOf(
  value: ExactValue | undefined,
  status: number,
  { notApplicable, causes }: CalculatorTables,
): ExactOutcome {
  if (status > 0) {
    return { status: 'not-applicable', reason: notApplicable[status - 1] ?? '' };
  }
  if (status < 0 || value === undefined) {
    const { cause = 'not-given', reason = '' } = causes[-status - 1] ?? {};
    return { status: 'missing', cause, reason };
  }
  return { status: 'value', value };
}

const firstDay: DayNumber = -1e9;
const lastDay: DayNumber = 1e9;

/** The facts with their keys; what was not given is left out. */
export function holdFacts(facts: ExactFacts, tables: CalculatorTables): HeldFacts {
  const entries: [string, HeldFacts[string]][] = [];
  for (const row of tables.fields) {
    const spells = facts.spells?.get(row.input);
    if (row.spells && spells) {
      const list = spells.map(
        ({ validity: { from = firstDay, to = lastDay }, value }) =>
          [from, to, holdValue(value, row)] as const,
      );
      entries.push([row.key, list]);
    }
    const given = facts.inputs.get(row.input);
    if (row.spells || given === undefined) continue;
    entries.push([row.key, given === null ? null : holdValue(given, row)]);
  }
  for (const { key, entity } of tables.children) {
    const records = facts.children.get(entity);
    if (records) entries.push([key, records.map((record) => holdFacts(record, tables))]);
  }
  return Object.fromEntries(entries);
}

function holdState(
  calculator: Calculator,
  state: ExactState,
  facts: HeldFacts,
  reference: ReferenceData,
): HeldState {
  const { accumulators } = calculator.tables;
  const held: Record<string, HeldState[string]> = { ...calculator.zero() };
  const groups = groupInstances(calculator, state, facts, reference);
  for (const row of accumulators) {
    const stored = state.get(row.name);
    if (!stored) continue;
    if (row.keyed) {
      const entries = [...stored].map(
        ([key, { instance, value }]) => [key, [instance, holdValue(value, row)]] as const,
      );
      held[row.key] = new Map<string, readonly [HeldValue, HeldValue]>(entries);
      continue;
    }
    const only = stored.get('');
    const period = row.group === undefined ? 'ever' : groups.get(row.group);
    if (only && only.instance === period) held[row.key] = holdValue(only.value, row);
  }
  for (const [group, instance] of groups) held[group] = instance;
  return held;
}

/**
 * The period of which each group of the state is. Where accumulators of one group are of several periods (a state from
 * another program), that of the claim at hand counts: what is of another is zero in it.
 */
function groupInstances(
  calculator: Calculator,
  state: ExactState,
  facts: HeldFacts,
  reference: ReferenceData,
): ReadonlyMap<string, string | number> {
  const found = new Map<string, Set<string | number>>();
  for (const { group, name, keyed } of calculator.tables.accumulators) {
    const instance = state.get(name)?.get('')?.instance;
    if (group === undefined || keyed || instance === undefined) continue;
    found.set(group, (found.get(group) ?? new Set()).add(instance));
  }
  const groups = new Map<string, string | number>();
  for (const [group, instances] of found) {
    const [only] = instances;
    const period =
      instances.size > 1 ? calculator.step(calculator.zero(), facts, reference).state[group] : only;
    if (typeof period === 'string' || typeof period === 'number') groups.set(group, period);
  }
  return groups;
}

/** No period that a claim could be in: what `zero` gives. */
const noPeriod = -1e9;

function exactState(held: HeldState, { accumulators }: CalculatorTables): ExactState {
  return new Map(accumulators.map((row) => [row.name, storedOf(held, row)]));
}

function storedOf(
  held: HeldState,
  row: AccumulatorRow,
): Map<string, { instance: string | number; value: ExactValue }> {
  const field = held[row.key];
  const stored = new Map<string, { instance: string | number; value: ExactValue }>();
  const put = (key: string, instance: HeldValue, value: ExactValue | undefined): void => {
    const isPeriod = typeof instance === 'string' || typeof instance === 'number';
    if (isPeriod && instance !== noPeriod && value !== undefined) {
      stored.set(key, { instance, value });
    }
  };
  if (field instanceof Map) {
    for (const [key, [instance, value]] of field) put(key, instance, exactValue(value, row));
  } else if (typeof field !== 'object') {
    const instance = row.group === undefined ? 'ever' : held[row.group];
    if (typeof instance !== 'object') put('', instance, exactValue(field, row));
  }
  return stored;
}
