import { dayNumber } from '@tiaoli/base';
import { generatePopulation, POPULATION_YEAR } from '@tiaoli/simulation';
import { referenceProgram } from './reference-program.ts';

/** A program that is killed when it has made so many buckets of a population: FOLDER BUCKETS SEED. */
const [folder = '', buckets = '', seed = ''] = process.argv.slice(2);

await generatePopulation({
  ...{ folder, preset: 'S', persons: 12_000, peoplePerBucket: 3000, province: '山东省' },
  ...{ seed: Number(seed), ...(await referenceProgram()), workers: 1 },
  on: String(dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 })),
  onProgress: (done) => {
    if (done >= Number(buckets)) process.kill(process.pid, 'SIGKILL');
  },
});
