import { settleOnSpark } from '../spark/settle-on-spark.ts';
import { useOwnSpark } from '../spark/start-spark.ts';
import type { Comparison, SettledProgram } from '../sql/compare-programs.ts';
import { policyStretches } from '../sql/policy-stretches.ts';
import { randomYears } from '../sql/random-years.ts';
import type { LongReport, LongTask } from './long-task.ts';

/** Beyond the seeds that `npm run test:spark` takes. */
const firstSeed = 7_000_000;
const programs = 20_000;
/** As many as one Spark plans in some minutes: it becomes no faster afterwards. */
const piece = 100;
const policyPieces = 4;

/** Random programs, and every example of the policies, as Spark settles them. */
export function sparkTasks(): readonly LongTask[] {
  const ofPolicies = Array.from({ length: policyPieces }, (_, at): LongTask => {
    const own = async () =>
      (await policyStretches()).filter((_, index) => index % policyPieces === at);
    return { name: `spark/policies-${at}`, run: async (tell) => settle(await own(), tell) };
  });
  const random = Array.from({ length: programs / piece }, (_, at): LongTask => {
    const first = firstSeed + at * piece;
    const own = () => Array.from({ length: piece }, (_, index) => randomYears(first + index, 4));
    return { name: `spark/${first}`, run: async (tell) => settle(own(), tell) };
  });
  return [...ofPolicies, ...random];
}

async function settle(
  all: readonly SettledProgram[],
  tell: (line: string) => void,
): Promise<LongReport> {
  const compared: Comparison = await settleOnSpark(useOwnSpark(), all);
  const { claims, refused, problems } = compared;
  tell(`${compared.programs} programs, ${refused} refused, ${claims} claims`);
  return { counts: { programs: compared.programs, claims }, broken: problems };
}
