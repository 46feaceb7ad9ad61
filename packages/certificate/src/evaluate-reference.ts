import { rational } from '@tiaoli/base';
import type { Accumulator, InputRef, ValueType } from '@tiaoli/ir';
import { isNumeric, startsAbsent } from '@tiaoli/ir';
import type { Joint, Side } from './joint.ts';
import { ownName, rangeOfInput, sourceOfInput, sourceOfState } from './joint.ts';
import { single } from './linear.ts';
import type { Evaluate, Outcome, Scope } from './scope.ts';
import { absent, isAmong, isOpen, missing, numberOf, truthOf } from './scope.ts';
import type { Terms } from './terms.ts';
import { intern } from './terms.ts';
import { stepsOf } from './whole-states.ts';

export function evaluateDefinition(id: string, scope: Scope, evaluate: Evaluate): Outcome {
  const known = scope.definitions.get(id);
  if (known) return known;
  const definition = scope.side.index.definitions.get(id);
  if (!definition) throw new Error(`no such definition: ${id}`);
  const { element: _, ...own } = scope;
  const outcome = evaluate(definition.body, own);
  if (isOpen(scope)) return missing;
  scope.definitions.set(id, outcome);
  return outcome;
}

/** A fact of the case: free in what both sides declare of it; 不适用 only where it may be left out. */
export function evaluateInput({ input: id, at }: InputRef, scope: Scope): Outcome {
  const { joint, side, terms } = scope;
  const input = side.index.inputs.get(id);
  const source = sourceOfInput(ownName(joint, side, id), at);
  if (input?.optional && !isAmong(scope, `given ${source}`, ['given'])) return absent;
  if (input && !isNumeric(input.type)) return readFact(scope, input.type, source);
  const steps = input ? stepsOf(input) : 1n;
  const term = termOfInput(terms, joint, side, { input: id, ...(at !== undefined && { at }) });
  return numberOf(single(term, rational(1n, steps === 0n ? 1n : steps)));
}

/** The number of a fact, in its steps. */
export function termOfInput(
  terms: Terms,
  joint: Joint,
  side: Side,
  { input: id, at }: { readonly input: string; readonly at?: string },
): number {
  const key = sourceOfInput(ownName(joint, side, id), at);
  const known = terms.numbers.get(key);
  if (known !== undefined) return known;
  const input = side.index.inputs.get(id);
  const steps = input ? stepsOf(input) : 1n;
  const range = rangeOfInput(joint, id, steps === 0n ? 1n : steps);
  const origin = {
    kind: 'fact',
    side: side.name,
    input: id,
    ...(at !== undefined && { at }),
  } as const;
  return intern(terms, { key, isWhole: steps > 0n, ...range, origin });
}

function readFact({ known, ...scope }: Scope, type: ValueType, source: string): Outcome {
  if (type.kind === 'boolean') return truthOf(isAmong({ known, ...scope }, source, ['true']));
  const values = known.domains.get(source) ?? known.domains.get(source.split(' at ')[0] ?? '');
  if (type.kind === 'set') {
    return { status: 'value', value: { kind: 'unread-set', source, values: values ?? [] } };
  }
  return { status: 'value', value: { kind: 'unread', source, ...(values && { values }) } };
}

/** What is held before the claim; where `isAfter` says so, after it. */
export function evaluateAccumulator(id: string, scope: Scope, evaluate: Evaluate): Outcome {
  const accumulator = scope.side.index.accumulators.get(id);
  if (!accumulator) throw new Error(`no such accumulator: ${id}`);
  if (!scope.isAfter) return heldBefore(accumulator, scope);
  const { isAfter: _, ...before } = scope;
  const next = evaluateDefinition(accumulator.next, before, evaluate);
  return next.status === 'value' ? next : heldBefore(accumulator, scope);
}

function heldBefore(accumulator: Accumulator, scope: Scope): Outcome {
  const source = sourceOfState(ownName(scope.joint, scope.side, accumulator.id));
  const isGiven = !startsAbsent(accumulator) || isAmong(scope, `given ${source}`, ['given']);
  if (!isGiven) return absent;
  if (!isNumeric(accumulator.type)) return readFact(scope, accumulator.type, source);
  const term = termOfAccumulator(scope.terms, scope.joint, scope.side, accumulator.id);
  return numberOf(single(term, rational(1n, BigInt(accumulator.denominator ?? '1'))));
}

/** The number of a part of the state: by its denominator whole in every program of the module, where that was proved. */
export function termOfAccumulator(
  terms: Terms,
  joint: Joint,
  side: Side,
  accumulator: string,
): number {
  const key = sourceOfState(ownName(joint, side, accumulator));
  const origin = { kind: 'state', side: side.name, accumulator } as const;
  return intern(terms, { key, isWhole: joint.wholeStates.has(accumulator), origin });
}
