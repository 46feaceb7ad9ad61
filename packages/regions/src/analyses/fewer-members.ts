import type { Value } from '@tiaoli/interpreter';
import { isSet } from '@tiaoli/interpreter';
import { noReference } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import { readingsOf } from '../claim.ts';
import { replay } from '../replay.ts';
import type { Person } from './ask.ts';

/** The person without those members of sets (人员类别) that do not matter, as far as the interpreter agrees. */
export function withFewerMembers(person: Person, claim: Claim): Person {
  if (readingsOf(claim).some(({ side }) => side.changes.length > 0)) return person;
  let best = person;
  for (const [input, value] of person.facts.inputs) {
    if (value === null || !isSet(value)) continue;
    for (const member of value) best = without(best, input, member, claim) ?? best;
  }
  return best;
}

function without(
  { facts, state }: Person,
  input: string,
  member: string,
  claim: Claim,
): Person | undefined {
  const held = facts.inputs.get(input);
  if (!held || !isSet(held) || held.size < 2) return undefined;
  const fewer: Value = new Set([...held].filter((each) => each !== member));
  const smaller = {
    facts: { ...facts, inputs: new Map([...facts.inputs, [input, fewer]]) },
    state,
  };
  const { isAdmitted, isTrue, outcomes } = replay(claim, () => smaller, noReference);
  return isAdmitted && isTrue ? { ...smaller, outcomes } : undefined;
}
