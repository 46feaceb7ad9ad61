import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import { randomSource } from '../../conformance/random-source.ts';
import { rowsOf, tablesOf } from '../fixtures/dump-store.ts';
import type { Places } from '../places.ts';
import { connectRaw } from '../raw-connection.ts';
import type { FaultRun } from './kill-writers.ts';

export interface MigrationKills {
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds in which a program may be killed, from its beginning. */
  readonly span: number;
  readonly tell?: (line: string) => void;
}

/** Kills programs that bring a store of the first shape to the newest, each at a moment of its own. */
export async function killMigrations(places: Places, options: MigrationKills): Promise<FaultRun> {
  const { kills, seed, span, tell = () => undefined } = options;
  const random = randomSource(seed);
  const counts = { kills: 0, 'old shape': 0, 'new shape': 0 };
  const broken: string[] = [];
  const sql = await readFile(join(import.meta.dirname, '../fixtures/first.sql'), 'utf8');
  for (; counts.kills < kills; counts.kills += 1) {
    const place = await places.empty();
    const before = await inConnection(place, sql);
    const life = random.below(span);
    await openAndKill(place, life);
    const shape = await inConnection(place);
    const isNew = shape.tables.includes('proposal');
    counts[isNew ? 'new shape' : 'old shape'] += 1;
    if (!isNew && JSON.stringify(shape) !== JSON.stringify(before))
      broken.push('an old shape that is another');
    broken.push(...(await openAgain(place, before.revisions)));
    tell(`seed ${seed}: killed after ${life} ms, ${isNew ? 'new' : 'old'} shape`);
  }
  return { counts, broken };
}

interface Shape {
  readonly tables: readonly string[];
  readonly revisions: string;
}

async function inConnection(place: DatabasePlace, sql = ''): Promise<Shape> {
  const connection = await connectRaw(place);
  try {
    if (sql !== '') await connection.run(sql);
    const revisions = JSON.stringify(await rowsOf(connection, 'draft_revision'));
    return { tables: await tablesOf(connection), revisions };
  } finally {
    await connection.close();
  }
}

async function openAgain(place: DatabasePlace, revisions: string): Promise<readonly string[]> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') return opened.diagnostics.map(({ message }) => message.en);
  const broken = await opened.value.verify().finally(opened.value.close);
  const after = await inConnection(place);
  const lost = after.revisions === revisions ? [] : ['revisions are others'];
  return [...broken.map((each) => JSON.stringify(each)), ...lost];
}

async function openAndKill(place: DatabasePlace, life: number): Promise<void> {
  const program = join(import.meta.dirname, '../opener.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await wait(life);
  child.kill('SIGKILL');
  await ended;
}
