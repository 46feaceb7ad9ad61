import type { State } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import { randomFacts } from '../conformance/random-facts.ts';
import { randomProgram } from '../conformance/random-program.ts';
import { randomSource } from '../conformance/random-source.ts';
import type { SettledProgram } from './compare-programs.ts';
import type { Stretch } from './run-sql.ts';

const claims = 5;

/** A random program of the IR, which has shapes that no document comes to, and people with a year of random claims each. */
export function randomYears(seed: number, people: number): SettledProgram {
  const facts = seed % 2 === 0 ? 'partial' : 'complete';
  const program = randomProgram(randomSource(seed));
  const random = randomSource(seed * 31 + 7);
  const stretches = Array.from({ length: people }, (): Stretch => {
    let state: State = emptyState;
    const settled = Array.from({ length: claims }, () => {
      const given = randomFacts(random, facts === 'partial');
      const step = interpretStep(program, state, given);
      state = step.state;
      return { facts: given, step };
    });
    return { before: emptyState, claims: settled };
  });
  return { name: `seed ${seed}`, program, stretches, facts };
}
