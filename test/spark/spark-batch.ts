import type { SqlCell, SqlRow } from '@tiaoli/compiler';
import type { SparkCell, SparkPlace, SparkRows, SparkStep } from '@tiaoli/simulation';
import { submitJob } from '@tiaoli/simulation';
import type { Database } from '../sql/database.ts';

/** Statements that are gathered, so that one Spark is started for all of them. */
export interface SparkBatch {
  /** A database for statements that stand together; what it is asked for is answered by `submit`. */
  readonly open: () => Database;
  /** Runs everything that was gathered since the last time; throws what Spark says. */
  readonly submit: () => Promise<void>;
}

interface Asked {
  readonly steps: SparkStep[];
  readonly answers: Map<string, (rows: readonly SqlRow[]) => void>;
}

export function sparkBatch(place: SparkPlace): SparkBatch {
  const databases: Asked[] = [];
  const open = (): Database => {
    const own: Asked = { steps: [], answers: new Map() };
    const number = databases.push(own);
    return {
      dialect: 'spark',
      run: async (statement) => {
        own.steps.push({ sql: statement });
      },
      rows: (query) => {
        const name = `${number}-${own.answers.size}`;
        own.steps.push({ sql: query, rows: name });
        return new Promise((resolve) => own.answers.set(name, resolve));
      },
      close: async () => undefined,
    };
  };
  const submit = async (): Promise<void> => {
    const all = databases.splice(0);
    const steps = all.flatMap((each) => each.steps);
    const done = await submitJob({ name: 'tiaoli test', tables: [], steps, partitions: 1 }, place);
    if (done.kind !== 'done') throw new Error(`${done.kind}: ${JSON.stringify(done)}`);
    for (const [name, answer] of all.flatMap(({ answers }) => [...answers])) {
      answer(rowsOf(done.rows.get(name)));
    }
  };
  return { open, submit };
}

function rowsOf(found: SparkRows | undefined): readonly SqlRow[] {
  if (!found) throw new Error('a statement without an answer');
  return found.rows.map((row) =>
    Object.fromEntries(
      found.columns.map(([name, type], at) => [name, cellOf(row[at] ?? null, type)]),
    ),
  );
}

function cellOf(cell: SparkCell, type: string): SqlCell {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (typeof cell === 'string') return type === 'string' ? cell : BigInt(cell);
  const element = /^array<(.*)>$/u.exec(type)?.[1] ?? '';
  return cell.map((each) => cellOf(each, element));
}
