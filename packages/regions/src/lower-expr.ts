import { assertNever } from '@tiaoli/base';
import { isNumber, isSet, valueOfLiteral } from '@tiaoli/interpreter';
import type { Expr, Literal, ModuleIndex, Program } from '@tiaoli/ir';
import { always, asksAmounts, never } from './conditions.ts';
import { constantForm } from './linear-form.ts';
import { lowerAggregate } from './lower-aggregate.ts';
import { lowerArithmetic } from './lower-arithmetic.ts';
import { lowerChoice } from './lower-choice.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerDate } from './lower-date.ts';
import { lowerLookup } from './lower-lookup.ts';
import { lowerAccumulator, lowerInput } from './lower-reference.ts';
import { lowerStep } from './lower-step.ts';
import { lowerUnknown } from './lower-unknown.ts';
import type { Lowered } from './lowered.ts';
import { present } from './lowered.ts';
import type { Lowering } from './lowering.ts';
import { numberOf } from './pool.ts';
import { readSetOf } from './read-set.ts';

/** What an expression of a bound program is, over the terms of the pool. Unknown constructs become terms with a range. */
export function lowerExpr(expr: Expr, lowering: Lowering): Lowered {
  switch (expr.kind) {
    case 'literal':
      return lowerLiteral(expr, lowering);
    case 'input':
      return lowerInput(expr, lowering);
    case 'definition':
      return lowerDefinition(expr.definition, lowering);
    case 'accumulator':
      // Whose value it is depends on the case, so that nothing ties it to the state of the claim's own person.
      return expr.keys
        ? lowerUnknown(expr, 'other-key', lowering)
        : lowerAccumulator(expr.accumulator, lowering);
    case 'element':
      return lowerElement(lowering);
    case 'not-applicable':
      return { kind: 'none', missing: {}, absent: always(lowering.pool) };
    case 'undetermined':
      return {
        kind: 'none',
        missing: { [expr.cause]: always(lowering.pool) },
        absent: never(lowering.pool),
      };
    case 'arithmetic':
    case 'extremum':
    case 'brackets':
    case 'round':
    case 'floor-divide':
    case 'quotient':
      return lowerArithmetic(expr, lowering, lowerExpr);
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
      return lowerCondition(expr, lowering, lowerExpr);
    case 'cases':
    case 'combine':
    case 'or-else':
      return lowerChoice(expr, lowering, lowerExpr);
    case 'lookup':
      return lowerLookup(expr, lowering, lowerExpr);
    case 'set-aggregate':
    case 'child-aggregate':
      if (expr.operator === 'only') return lowerUnknown(expr, 'child-aggregate', lowering);
      return lowerAggregate(expr, lowering, lowerExpr);
    case 'date-part':
    case 'date-shift':
    case 'working-day-shift':
      return lowerDate(expr, lowering, lowerExpr);
    case 'catalogue-cell':
      return lowerUnknown(expr, 'catalogue', lowering);
    case 'parameter':
    case 'dated':
      throw new Error(`the program is not bound: ${expr.kind}`);
    default:
      return assertNever(expr);
  }
}

function lowerDefinition(id: string, lowering: Lowering): Lowered {
  const known = lowering.definitions.get(id);
  if (known) return known;
  const definition = lowering.index.definitions.get(id);
  if (!definition) throw new Error(`no such definition: ${id}`);
  if (lowering.free && !looksAtFixed(id, lowering)) {
    const same = lowerDefinition(id, lowering.free);
    noteSteps(same, lowering);
    lowering.definitions.set(id, same);
    return same;
  }
  const { element: _, ...own } = lowering;
  if (lowering.plain && lowering.bySteps) lowerDefinition(id, lowering.plain);
  const plain = lowerExpr(definition.body, own);
  const lowered = lowering.bySteps
    ? lowerStep(definition, plain, own)
    : settledTruth(id, plain, own);
  lowering.definitions.set(id, lowered);
  return lowered;
}

function noteSteps(lowered: Lowered, { pool, outside }: Lowering): void {
  for (const id of lowered.kind === 'number' ? lowered.value.ids : []) {
    if (numberOf(pool, id).kind === 'step') outside.add(id);
  }
}

/** A truth value that hangs on amounts may be the same for all of them: which of several cases pays more most often is. */
function settledTruth(id: string, lowered: Lowered, { pool, settled }: Lowering): Lowered {
  if (lowered.kind !== 'truth' || !settled || !asksAmounts(lowered.value)) return lowered;
  const isTrue = settled(id);
  if (isTrue === undefined) return lowered;
  return { ...lowered, value: isTrue ? always(pool) : never(pool) };
}

/** Whether a definition, or what it is made of, looks at a fact that is fixed. */
function looksAtFixed(id: string, { program, index, fixed }: Lowering): boolean {
  const read = inputsReadBy(program, index, id);
  return [...fixed.keys()].some((input) => read.has(input));
}

const inputsKnown = new WeakMap<Program, Map<string, ReadonlySet<string>>>();

function inputsReadBy(program: Program, index: ModuleIndex, id: string): ReadonlySet<string> {
  const known = inputsKnown.get(program) ?? new Map<string, ReadonlySet<string>>();
  inputsKnown.set(program, known);
  const found =
    known.get(id) ?? readSetOf(program, index, [{ kind: 'definition', definition: id }]).inputs;
  known.set(id, found);
  return found;
}

function lowerLiteral(literal: Literal, { pool }: Lowering): Lowered {
  const value = valueOfLiteral(literal);
  const status = present(pool);
  if (isNumber(value)) return { kind: 'number', value: constantForm(value), ...status };
  if (isSet(value)) {
    const members = new Map([...value].map((member) => [member, always(pool)]));
    return { kind: 'set', members, ...status };
  }
  if (typeof value === 'boolean') {
    return { kind: 'truth', value: value ? always(pool) : never(pool), ...status };
  }
  return { kind: 'member', options: [{ when: always(pool), member: value }], ...status };
}

function lowerElement({ pool, element }: Lowering): Lowered {
  if (element === undefined) throw new Error('an element stands outside any set');
  const options = [{ when: always(pool), member: element }];
  return { kind: 'member', options, ...present(pool) };
}
