import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildPool } from '../columnar/child-pool.ts';
import { withPool } from '../columnar/child-pool.ts';
import type { JobLimits, Outcome } from '../columnar/children.ts';
import type { PlainTable } from '../columnar/write-plain-tables.ts';
import type { ResultFile } from '../run/write-folder.ts';

/** Tables of a result as Parquet files: exact decimals, empty cells where there is no value. */
export async function parquetFiles(
  tables: readonly PlainTable[],
  limits: JobLimits,
  given?: ChildPool,
): Promise<Outcome<readonly ResultFile[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'tiaoli-tables-'));
  try {
    const outcome = await withPool(given, async (pool) => {
      const child = pool.take();
      try {
        return await child.ask({ kind: 'tables', folder, tables }, limits);
      } finally {
        pool.giveBack(child);
      }
    });
    if (outcome.kind !== 'answer') return outcome;
    const files = outcome.answer.map(async (name) => ({
      name,
      content: await readFile(join(folder, name)),
    }));
    return { kind: 'answer', answer: await Promise.all(files) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
