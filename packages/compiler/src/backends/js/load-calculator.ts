import type { Program, ReferenceData } from '@tiaoli/ir';
import type { EmitOptions } from './emit-js.ts';
import { emitJs } from './emit-js.ts';
import type { CalculatorTables } from './emit-tables.ts';

/** A value as emitted code holds it; see `ValueForm`. */
export type HeldValue = number | bigint | boolean | string | undefined | null;

/** A claim as emitted code takes it: fields by key, lists of child records by key. */
export interface HeldFacts {
  readonly [key: string]:
    | HeldValue
    | readonly HeldFacts[]
    | readonly (readonly [number, number, HeldValue])[];
}

/** By key: a value, the instance of a group, or a map of [instance, value] for accumulators by key. */
export interface HeldState {
  readonly [key: string]: HeldValue | ReadonlyMap<string, readonly [HeldValue, HeldValue]>;
}

/** Index of the definition in the trace table, its value and status, its operands, and its remainders. */
export type HeldStep = readonly [
  number,
  HeldValue,
  number,
  readonly HeldValue[],
  readonly (number | bigint | string)[] | undefined,
];

/** Values by key, and for each entity below the claim the results of its records. */
export interface HeldResults {
  readonly [key: string]: HeldValue | readonly Readonly<Record<string, HeldValue>>[];
}

/** An emitted module, loaded. */
export interface Calculator {
  readonly tables: CalculatorTables;
  /** The state of someone without earlier claims. */
  readonly zero: () => HeldState;
  /** Whether the numbers given are integers within the bounds for which the code is exact. */
  readonly admits: (state: HeldState, facts: HeldFacts) => boolean;
  readonly step: (
    state: HeldState,
    facts: HeldFacts,
    /** What the program reads beside the facts; nothing of it is there when absent. */
    reference?: ReferenceData,
  ) => {
    readonly state: HeldState;
    readonly results: HeldResults;
    readonly steps?: readonly HeldStep[];
  };
}

/**
 * Emits and evaluates a calculator, for tests, benchmarks and the command line. Not for pages: those run the
 * interpreter, and their policy forbids evaluation.
 */
export function loadCalculator(program: Program, options: EmitOptions = {}): Calculator {
  const { code, tables } = emitJs(program, options);
  const body = code.replace(/^export (function|const)/gm, '$1');
  const load = new Function(`'use strict';\n${body}\nreturn { zero, admits, step };`);
  return { ...load(), tables };
}
