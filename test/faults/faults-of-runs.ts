/** A one-line fault of a run, and the test that is to find it. */
export interface RunFault {
  readonly name: string;
  /** In `packages/simulation/src`. */
  readonly file: string;
  /** Stands there once. */
  readonly search: string;
  readonly replacement: string;
  /** File of the test, from the root. */
  readonly test: string;
}

const run = 'test/simulation/run.test.ts';
const unit = (file: string): string => `packages/simulation/src/${file}.test.ts`;

export const faultsOfRuns: readonly RunFault[] = [
  {
    name: 'people whom the rules do not cover are run too',
    file: 'run/claim-source.ts',
    search: 'if (values[row] !== index) covered[row] = 0;',
    replacement: 'if (values[row] !== index) covered[row] = 1;',
    test: run,
  },
  {
    name: 'the totals of a later bucket go to the first amount',
    file: 'run/ledger.ts',
    search: 'addTo(all.outputs[at], sums);',
    replacement: 'addTo(all.outputs[0], sums);',
    test: run,
  },
  {
    name: 'what a double does not hold is forgotten when more comes',
    file: 'run/exact-sums.ts',
    search: 'carried.set(at, (carried.get(at) ?? 0n) + amount);',
    replacement: 'carried.set(at, amount);',
    test: unit('run/sums'),
  },
  {
    name: 'an edge belongs to the class below it',
    file: 'run/tally-bucket.ts',
    search: 'gain >= (classEdges[at] ?? 0)',
    replacement: 'gain > (classEdges[at] ?? 0)',
    test: unit('run/sums'),
  },
  {
    name: 'the jackknife forgets how many groups there are',
    file: 'run/estimates.ts',
    search: '((RANDOM_GROUPS - 1) / RANDOM_GROUPS) * squares',
    replacement: '(1 / RANDOM_GROUPS) * squares',
    test: unit('run/sums'),
  },
  {
    name: 'the farther of two neighbours is the answer',
    file: 'whatif/solve-on-grid.ts',
    search: 'distance(high) < distance(low) ? high : low',
    replacement: 'distance(high) < distance(low) ? low : high',
    test: unit('whatif/solve-on-grid'),
  },
  {
    name: 'the last point of a grid is left out',
    file: 'whatif/grid-spec.ts',
    search: 'floor(divide(subtract(ends.high, ends.low), ends.step)) + 1n',
    replacement: 'floor(divide(subtract(ends.high, ends.low), ends.step)) + 0n',
    test: unit('whatif/grid-spec'),
  },
  {
    name: 'what a city pays in is not taken from its reserve',
    file: 'whatif/city-balance.ts',
    search: 'account.reserve + balance + paidOut - (paidIn[at] ?? 0n)',
    replacement: 'account.reserve + balance + paidOut - 0n',
    test: unit('whatif/city-balance'),
  },
  {
    name: 'a new scan begins its progress anew',
    file: 'whatif/whole-progress.ts',
    search: 'if (done === parts) finished += 1;',
    replacement: 'if (done > parts) finished += 1;',
    test: unit('whatif/whole-progress'),
  },
];
