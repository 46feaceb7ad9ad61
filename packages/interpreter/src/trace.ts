import type { LocalText, Rational } from '@tiaoli/base';
import { add, assertNever, printRational, rational } from '@tiaoli/base';
import type {
  ClauseRef,
  Definition,
  Expr,
  InputDeclaration,
  LayerStep,
  ModuleIndex,
  ValueType,
} from '@tiaoli/ir';
import { printExpr } from '@tiaoli/ir';
import { printOutcome } from './print-outcome.ts';
import type { Scope } from './scope.ts';
import type { Outcome } from './values.ts';

/** One definition (or default of an input) as it was evaluated, for people who ask where a number comes from. */
export interface TraceStep {
  /** `Definition.id`, or the id of an input that took its default. */
  readonly definition: string;
  readonly name: string;
  readonly step?: LayerStep;
  /** Label of the layer's case. */
  readonly case?: string;
  /** On a child record: which one, from 0. */
  readonly record?: { readonly entity: string; readonly position: number };
  readonly formula: LocalText;
  /** What the formula read, each name once, in the order of reading. */
  readonly operands: readonly Operand[];
  /** What the value rests on: the same by id, without what was read of a condition that something else decided. */
  readonly reads: readonly Read[];
  readonly value: Outcome;
  readonly printed: LocalText;
  /** Exact value before rounding minus the value after, where the formula rounds: in yuan for money, else as it is. */
  readonly remainder?: string;
  readonly clause?: ClauseRef;
}

export interface Operand {
  readonly name: LocalText;
  readonly value: LocalText;
}

/** Something that a formula read: `id` of an input, a definition or an accumulator. */
export interface Read {
  readonly kind: ReadingExpr['kind'];
  readonly id: string;
}

/** Collects the steps of one run, in the order in which they are done. */
export interface TraceRecorder {
  readonly steps: readonly TraceStep[];
  readonly record: (traced: Traced, scope: Scope, run: () => Outcome) => Outcome;
  readonly addOperand: (expr: ReadingExpr, outcome: Outcome) => void;
  readonly addRemainder: (remainder: Rational) => void;
  /** Keeps what `run` reads apart; it counts only where it is given back. */
  readonly apart: <T>(run: () => T) => { readonly result: T; readonly giveBack: () => void };
}

export type Traced = Definition | (InputDeclaration & { readonly body: Expr });
export type ReadingExpr = Extract<Expr, { kind: 'input' | 'definition' | 'accumulator' }>;

/** What is known of a formula while it is evaluated. */
interface Frame {
  readonly operands: Map<string, Operand>;
  reads: Map<string, Read>;
  remainder?: Rational;
}

export function createTraceRecorder(index: ModuleIndex): TraceRecorder {
  const steps: TraceStep[] = [];
  const open: Frame[] = [];
  return {
    steps,
    record(traced, scope, run) {
      const frame: Frame = { operands: new Map(), reads: new Map() };
      open.push(frame);
      const outcome = run();
      open.pop();
      steps.push(stepOf(traced, { frame, scope, outcome }, index));
      return outcome;
    },
    addOperand(expr, outcome) {
      const { id, type } = readBy(expr, index);
      const name = { zh: printExpr(expr, index, 'zh'), en: printExpr(expr, index, 'en') };
      const value = printOutcome(outcome, type, index);
      const frame = open.at(-1);
      frame?.operands.set(`${expr.kind} ${id}`, { name, value });
      frame?.reads.set(`${expr.kind} ${id}`, { kind: expr.kind, id });
    },
    addRemainder(remainder) {
      const frame = open.at(-1);
      if (frame) frame.remainder = frame.remainder ? add(frame.remainder, remainder) : remainder;
    },
    apart(run) {
      const frame = open.at(-1);
      const before = frame?.reads ?? new Map<string, Read>();
      const own = new Map<string, Read>();
      if (frame) frame.reads = own;
      const result = run();
      if (frame) frame.reads = before;
      return {
        result,
        giveBack: () => {
          for (const [key, read] of own) before.set(key, read);
        },
      };
    },
  };
}

function stepOf(
  traced: Traced,
  seen: { readonly frame: Frame; readonly scope: Scope; readonly outcome: Outcome },
  index: ModuleIndex,
): TraceStep {
  const { frame, scope, outcome } = seen;
  const origin = 'origin' in traced ? traced.origin : traced;
  const { entity, position } = scope;
  return {
    definition: traced.id,
    name: traced.name,
    ...('step' in origin && origin.step && { step: origin.step }),
    ...('case' in origin && origin.case !== undefined && { case: origin.case }),
    ...(entity !== undefined && position !== undefined && { record: { entity, position } }),
    formula: {
      zh: printExpr(traced.body, index, 'zh'),
      en: printExpr(traced.body, index, 'en'),
    },
    operands: [...frame.operands.values()],
    reads: [...frame.reads.values()],
    value: outcome,
    printed: printOutcome(outcome, traced.type, index),
    ...(frame.remainder && { remainder: printRemainder(frame.remainder, traced.type) }),
    ...(origin.clause && { clause: origin.clause }),
  };
}

function readBy(
  expr: ReadingExpr,
  { inputs, definitions, accumulators }: ModuleIndex,
): { readonly id: string; readonly type: ValueType } {
  switch (expr.kind) {
    case 'input':
      return inputs.get(expr.input) ?? { id: expr.input, type: { kind: 'date' } };
    case 'definition':
      return definitions.get(expr.definition) ?? lost(expr.definition);
    case 'accumulator':
      return accumulators.get(expr.accumulator) ?? lost(expr.accumulator);
    default:
      return assertNever(expr);
  }
}

function lost(id: string): never {
  throw new Error(`evaluated, but not in the program: ${id}`);
}

function printRemainder(remainder: Rational, { kind }: ValueType): string {
  const isMoney = kind === 'money' || kind === 'unit-price';
  return printRational(
    isMoney ? rational(remainder.numerator, remainder.denominator * 100n) : remainder,
  );
}
