// Every mutant of the policies against random claims, for hours: `npm run test:long`.
//
//   node test/mutants/main.ts [<part of a path>] [<persons>]
//
// Prints each word that is broken, and counts by kind; ends with 1 where there is one.
import { realPolicies } from '@tiaoli/workspace/testing';
import { breachesOf, tallyText } from './tally-trials.ts';
import type { Trial } from './try-mutants.ts';
import { allMutants, tryMutants } from './try-mutants.ts';

const seed = 20_260_702;
const [part = '', persons = '20000'] = process.argv.slice(2);

const policies = await realPolicies();
const mutants = allMutants(policies).filter(({ path }) => path.includes(part));
const trials: Trial[] = [];
for await (const trial of tryMutants(policies, mutants, { seed, persons: Number(persons) })) {
  trials.push(trial);
  const { mutant, fate, bare } = trial;
  const { path, line, from, to } = mutant;
  process.stdout.write(`${path}:${line} ${from} → ${to}: ${fate}\n`);
  for (const breach of breachesOf([trial])) process.stdout.write(`  BROKEN ${breach}\n`);
  for (const name of bare) process.stdout.write(`  BROKEN ${name}: changed, and no case\n`);
}
process.stdout.write(`seed ${seed}, ${persons} persons each: ${tallyText(trials)}`);
const isBroken = trials.some(({ broken, bare }) => broken.length + bare.length > 0);
process.exitCode = isBroken ? 1 : 0;
