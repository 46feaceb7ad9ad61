import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// An awkward zone on purpose (half-hour offset, west of Greenwich, summer time): a calendar date that
// passes through local time comes out a day early here.
process.env.TZ = 'America/St_Johns';
// What runs keep from one command to the next is kept here, not in the home of whoever runs the tests.
process.env.TIAOLI_CACHE = join(import.meta.dirname, 'node_modules/.cache/tiaoli');

/**
 * The projects of `npm run check`; `npm test` adds `e2e`, which is the workbench in a browser, and `full`, which is every
 * other folder of `test/` but `spark`: that one has a command of its own, `npm run test:spark`.
 */
export const quickProjects = ['unit', 'architecture', 'golden', 'conformance'] as const;

const quickFolders = ['architecture', 'golden', 'conformance'];

export default defineConfig({
  test: {
    // Speed is measured by the bench: a slow machine is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Every core: the process that hands out the files has next to nothing to do.
    maxWorkers: '100%',
    projects: [
      project('unit', ['{packages,apps}/*/src/**/*.test.ts']),
      ...quickFolders.map((folder) => project(folder, [`test/${folder}/**/*.test.ts`])),
      project(
        'full',
        ['test/**/*.test.ts'],
        [...quickFolders, 'e2e', 'spark'].map((folder) => `test/${folder}/**`),
      ),
      browserProject(),
      sparkProject(),
    ],
  },
});

/** Alone on the machine, two files at once: each has a server, a store and a browser of its own. */
function browserProject() {
  return {
    extends: true as const,
    test: {
      name: 'e2e',
      include: ['test/e2e/**/*.test.ts'],
      globalSetup: ['test/e2e/build-once.ts'],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      sequence: { groupOrder: 1 },
    },
  };
}

/** One Spark at a time: each takes every core and gigabytes of memory. */
function sparkProject() {
  return {
    extends: true as const,
    test: {
      name: 'spark',
      include: ['test/spark/**/*.test.ts'],
      testTimeout: 900_000,
      hookTimeout: 900_000,
      fileParallelism: false,
    },
  };
}

function project(name: string, include: string[], exclude: string[] = []) {
  return {
    extends: true as const,
    test: { name, include, exclude: [...exclude, '**/node_modules/**'] },
  };
}
