import type { LocalText } from '@tiaoli/base';
import type { ExactOutcome } from '@tiaoli/compiler';
import { loadCalculator, runCalculator } from '@tiaoli/compiler';
import type { Outcome } from '@tiaoli/interpreter';
import { isSameValue } from '@tiaoli/interpreter';
import type { SettledClaim, Settlement } from '@tiaoli/settlement';
import { encodeValue } from '@tiaoli/settlement';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/**
 * Where the generated calculator differs from the interpreter on the claims of an example: on a result, or on what is
 * carried to the next claim. Empty when they agree to the fen.
 */
export function crossCheck({ claims }: Settlement): readonly LocalText[] {
  return claims.flatMap((claim) => (claim.kind === 'settled' ? checkClaim(claim) : []));
}

function checkClaim(claim: Settled): readonly LocalText[] {
  const { program, step } = claim;
  const calculated = calculate(claim);
  if ('failure' in calculated) return [failed(claim.id, calculated.failure)];
  const results = program.definitions.flatMap(({ id, name, type }) => {
    const own = step.outcomes.get(id);
    const other = calculated.run.outcomes.get(id);
    if (!own || !other || agree(own, other)) return [];
    const print = (outcome: Outcome | ExactOutcome): string =>
      outcome.status === 'value' ? String(encodeValue(outcome.value, type)) : outcome.status;
    return [differs(claim.id, name, print(own), print(other))];
  });
  return [...results, ...checkState(claim, calculated.run.state)];
}

type Run = ReturnType<typeof runCalculator>;

function calculate({
  program,
  before,
  facts,
  reference,
}: Settled): { run: Run } | { failure: string } {
  try {
    return { run: runCalculator(loadCalculator(program), before, facts, reference) };
  } catch (error) {
    // A calculator that cannot take the case is a defect to be shown with the example, not the end of the run.
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function agree(own: Outcome, other: ExactOutcome): boolean {
  if (own.status !== other.status) return false;
  return (
    own.status !== 'value' || (other.status === 'value' && isSameValue(own.value, other.value))
  );
}

/** Every accumulator that the claim wrote. */
function checkState({ id, program, step }: Settled, state: Run['state']): readonly LocalText[] {
  return program.accumulators.flatMap(({ name, next, type }) => {
    if (step.outcomes.get(next)?.status === 'missing') return [];
    const stored = [...(step.state.get(name) ?? [])];
    return stored.flatMap(([key, own]) => {
      const other = state.get(name)?.get(key);
      if (other && other.instance === own.instance && isSameValue(own.value, other.value))
        return [];
      if (other && other.instance !== own.instance) return [];
      const printed = other ? String(encodeValue(other.value, type)) : '—';
      return [differs(id, name, String(encodeValue(own.value, type)), printed)];
    });
  });
}

function differs(claim: string, name: string, own: string, other: string): LocalText {
  return {
    zh: `结算 ${claim}：「${name}」解释执行得 ${own}，生成的计算器得 ${other}`,
    en: `claim ${claim}: "${name}" is ${own} by the interpreter, ${other} by the generated calculator`,
  };
}

function failed(claim: string, reason: string): LocalText {
  return {
    zh: `结算 ${claim}：生成的计算器不能计算：${reason}`,
    en: `claim ${claim}: the generated calculator cannot settle it: ${reason}`,
  };
}
