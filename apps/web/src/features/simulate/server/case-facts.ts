import type { CaseChange } from '@tiaoli/simulation';
import type { LadderView, Policies, SettledForm } from '@tiaoli/workspace';
import type { RunTask } from '../../../jobs/simulation-jobs.ts';
import type { CaseFacts } from '../simulate-answers.ts';
import { settleYear } from './person-answer.ts';

/** Which layers of a person's year pay something else, and every word of the case. */
export function caseFacts(
  policies: Policies,
  { case: input, name }: CaseChange,
  sides: RunTask['sides'],
): CaseFacts {
  const asked = { input, language: 'zh' } as const;
  const [old, now] = [
    stepsOf(settleYear(policies, sides[0], asked)),
    stepsOf(settleYear(policies, sides[1], asked)),
  ];
  const layers = [...new Set([...old.keys(), ...now.keys()])];
  return {
    words: [...new Set([...wordsOf(input), ...name.split(/[ ，、·]+/)])],
    layers: layers.filter((layer) => old.get(layer) !== now.get(layer)),
  };
}

/** By layer all of its lines, claim by claim. */
function stepsOf(settled: SettledForm): ReadonlyMap<string, string> {
  const steps = new Map<string, string>();
  for (const ladder of settled.kind === 'settled' ? settled.ladders : []) addSteps(steps, ladder);
  return steps;
}

function addSteps(steps: Map<string, string>, { layers }: LadderView): void {
  for (const { name, lines } of layers) {
    const amounts = lines.map(({ amount }) => amount).join(' ');
    steps.set(name, `${steps.get(name) ?? ''}|${amounts}`);
  }
}

/** Every text of a case, whatever it stands under. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}
