import type { TextLanguage } from '@tiaoli/base';
import { assertNever } from '@tiaoli/base';
import type { SimulationEnd, SimulationJobs } from '../../../jobs/simulation-jobs.ts';
import type { SimulationJobAnswer } from '../simulate-answers.ts';
import { toldResult } from './finished-run.ts';

type LookedAt = NonNullable<ReturnType<SimulationJobs['look']>>;

export function jobAnswer({ task, state }: LookedAt, language: TextLanguage): SimulationJobAnswer {
  switch (state.kind) {
    case 'waiting':
      return state;
    case 'running':
      return { kind: 'running', ...(state.progress && { progress: state.progress }) };
    case 'ended':
      return endAnswer(state.end, task.kind === 'make' ? task.name : '', language);
    default:
      return assertNever(state);
  }
}

function endAnswer(
  end: SimulationEnd,
  population: string,
  language: TextLanguage,
): SimulationJobAnswer {
  switch (end.kind) {
    case 'made':
      return { kind: 'made', population };
    case 'refused':
      return { kind: 'refused', reasons: end.reasons.map((reason) => reason[language]) };
    case 'done':
      return { kind: 'done', result: toldResult(end.result) };
    default:
      return end;
  }
}
