// Every mutant of the policies against random claims, for hours: `npm run test:long`.
//
//   node test/mutants/main.ts [<part of a path>] [<persons>] [<mutants drawn by lot>]
//
// Then every accumulator of those documents, counting otherwise, and every cell of the catalogues. Prints each word that is
// broken, and counts by kind; ends with 1 where there is one.
import { realPolicies } from '@tiaoli/workspace/testing';
import { allCellEdits, openShipped, tryCell, tryRows } from './cell-trials.ts';
import type { CountTrial } from './count-trials.ts';
import { countsText, tryCounting } from './count-trials.ts';
import { pickByLot } from './pick-by-lot.ts';
import { breachesOf, tallyText } from './tally-trials.ts';
import type { Trial } from './try-mutants.ts';
import { allMutants, bandMutants, tryMutants } from './try-mutants.ts';

const seed = 20_260_702;
const [part = '', persons = '20000', many = 'Infinity'] = process.argv.slice(2);
const options = { seed, persons: Number(persons) };

const policies = await realPolicies();
const all = [...allMutants(policies), ...bandMutants(policies)].filter(({ path }) =>
  path.includes(part),
);
const mutants = pickByLot(all, seed, Number(many));
const broken = [await tryAll(), await countAll(), await tryCells()].flat();
for (const each of broken) process.stdout.write(`BROKEN ${each}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;

async function tryAll(): Promise<readonly string[]> {
  const trials: Trial[] = [];
  for await (const trial of tryMutants(policies, mutants, options)) {
    trials.push(trial);
    const { mutant, fate, bare } = trial;
    const { path, line, from, to } = mutant;
    process.stdout.write(`${path}:${line} ${from} → ${to}: ${fate}\n`);
    for (const breach of breachesOf([trial])) process.stdout.write(`  BROKEN ${breach}\n`);
    for (const name of bare) process.stdout.write(`  BROKEN ${name}: changed, and no case\n`);
  }
  process.stdout.write(`seed ${seed}, ${persons} persons each: ${tallyText(trials)}`);
  return trials.flatMap((trial) => [...breachesOf([trial]), ...trial.bare]);
}

function countAll(): readonly string[] {
  const trials: CountTrial[] = [];
  for (const path of new Set(mutants.map((each) => each.path))) {
    for (const trial of tryCounting(policies, path, {
      ...options,
      kinds: ['one-more', 'nothing'],
    })) {
      trials.push(trial);
      const { kind, name, fate } = trial;
      process.stdout.write(`${path} ${name} counts ${kind}: ${fate}\n`);
    }
  }
  process.stdout.write(countsText(trials));
  return trials.flatMap(({ path, name, fate, broken }) => [
    ...(fate === 'wrong' ? [`${path} ${name}: ${fate}`] : []),
    ...broken.map(
      ({ result, said, found }) => `${path} ${name}: ${result}: said ${said}, found ${found}`,
    ),
  ]);
}

async function tryCells(): Promise<readonly string[]> {
  const shipped = await openShipped();
  const edits = pickByLot(
    allCellEdits().filter(({ path }) => path.includes(part)),
    seed,
    Number(many),
  );
  const found: string[] = [];
  for (const edit of edits) {
    const place = `${edit.path}:${edit.line} ${edit.from} → ${edit.to}`;
    const { fate } = await tryCell(shipped, edit);
    process.stdout.write(`${place}: ${fate}\n`);
    if (fate === 'not-told') found.push(`${place}: ${fate}`);
    if (fate !== 'told') continue;
    const { broken } = await tryRows(shipped, edit);
    found.push(...broken.map((name) => `${place}: ${name} is said to be the same`));
  }
  return found;
}
