// Looks for a document on which two sides differ:
//
//   node test/faults/hunt.ts <first seed> <most programs> none|plain|bulk|programs|sql [<likely>]
//
// `programs` looks at random programs of the IR, which have shapes that no document comes to; `sql` at the same in DuckDB.
// `likely` is the place of one that has shown it before, and is looked at first. Prints the place of the document on which
// it was seen, counted from one, or `not found`.
import { compareBulkYear } from '../conformance/bulk-years.ts';
import { checkPolicy } from '../conformance/check-policy.ts';
import { generatePolicy } from '../conformance/generate/policies.ts';
import { generateSequence } from '../conformance/generate/sequences.ts';
import { createBench } from '../conformance/open-generated.ts';
import { openDuckdb } from '../sql/duckdb-database.ts';
import { randomYears } from '../sql/random-years.ts';
import { compareSql } from '../sql/run-sql.ts';

const [first = '0', most = '0', calculators = 'none', likely] = process.argv.slice(2);

const kinds = ['plain', 'bulk'] as const;

process.stdout.write(`${(await hunt()) ?? 'not found'}\n`);

async function hunt(): Promise<number | undefined> {
  const { look, close } = await lookerOf(calculators);
  try {
    for (const place of places())
      if (await isWrong(() => look(Number(first) + place))) return place + 1;
    return undefined;
  } finally {
    await close?.();
  }
}

function places(): readonly number[] {
  const all = Array.from({ length: Number(most) }, (_, place) => place);
  return likely === undefined ? all : [Number(likely) - 1, ...all];
}

interface Looker {
  readonly look: (seed: number) => Problems | Promise<Problems>;
  readonly close?: () => Promise<void>;
}

interface Problems {
  readonly problems: readonly string[];
}

async function lookerOf(sides: string): Promise<Looker> {
  switch (sides) {
    case 'programs':
      return { look: lookAtPrograms };
    case 'sql':
      return lookerAtSql();
    default:
      return lookerAtDocuments(sides);
  }
}

/** With facts that may be absent, and with all of them given, which makes other code. */
function lookAtPrograms(seed: number): Problems {
  const kinds = ['partial', 'complete'] as const;
  return { problems: kinds.flatMap((facts) => compareBulkYear(seed, facts).problems) };
}

async function lookerAtDocuments(sides: string): Promise<Looker> {
  const bench = await createBench();
  const extent = { calculators: kinds.filter((kind) => kind === sides), spellings: false };
  return {
    look: (seed) => {
      const policy = generatePolicy(seed);
      return checkPolicy(bench, policy, generateSequence(policy), extent);
    },
  };
}

async function lookerAtSql(): Promise<Looker> {
  const database = await openDuckdb();
  return {
    look: (seed) => {
      const { program, stretches, facts } = randomYears(seed, 4);
      return compareSql(database, program, stretches, facts);
    },
    close: () => database.close(),
  };
}

/** A fault may also show itself by an exception. */
async function isWrong(check: () => Problems | Promise<Problems>): Promise<boolean> {
  try {
    return (await check()).problems.length > 0;
  } catch {
    return true;
  }
}
