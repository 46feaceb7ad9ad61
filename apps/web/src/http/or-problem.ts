import type { TextLanguage } from '@tiaoli/base';
import type { Problem } from './problem.ts';
import { problemResponse } from './problem.ts';

/** The answer; where making it fails the problem, and on standard error what happened. */
export async function orProblem(
  problem: Problem,
  language: TextLanguage,
  make: () => Promise<Response>,
): Promise<Response> {
  try {
    return await make();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    return problemResponse(problem, language);
  }
}
