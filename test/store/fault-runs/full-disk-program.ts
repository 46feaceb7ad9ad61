// A program of its own on disks that become full: `node full-disk-program.ts FOLDER CASE`. Prints one line of JSON at its end.
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabasePlace } from '@tiaoli/store';
import { openStore, writeBackup } from '@tiaoli/store';
import type { Outcome, PolicyStore } from '@tiaoli/workspace';
import { startPostgres } from '../../database/start-postgres.ts';
import { urlOf } from '../places.ts';
import type { Cast } from './cast.ts';
import { makeCast } from './cast.ts';
import { lookAtStore } from './look-at-store.ts';
import type { Told } from './writer.ts';

/** Whose disk becomes full: that of the data folder, of a server's tables, or of its log. */
export type FullDisk = 'embedded' | 'tables' | 'log';

export interface FullDiskReport {
  readonly saved: number;
  /** What the person who saved next was told. */
  readonly refused: readonly string[];
  /** What a backup to the full disk was told. */
  readonly backup: readonly string[];
  /** What was lost or is broken when there is space again. */
  readonly broken: readonly string[];
  readonly savedAfterwards: number;
}

interface Scene {
  readonly place: DatabasePlace;
  /** The disk that becomes full. */
  readonly disk: string;
  /** Bytes of it that are given back afterwards. */
  readonly ballast: number;
  /** What an administrator does when there is space again. */
  readonly goOn: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Characters of a text, and most saves until the disk has to be full. */
const LENGTH = 600_000;
const MOST = 400;

const [, , folder = '', which = ''] = process.argv;
const scene = await sceneOf(which);
process.stdout.write(`${JSON.stringify(await fillDisk(scene).finally(scene.stop))}\n`);

async function sceneOf(which: string): Promise<Scene> {
  const [tables, log] = [join(folder, 'tables'), join(folder, 'log')];
  if (which === 'embedded') {
    const nothing = async () => undefined;
    const place = { kind: 'folder', folder: join(tables, 'store') } as const;
    return { place, disk: tables, ballast: 80_000_000, goOn: nothing, stop: nothing };
  }
  const postgres = await startPostgres({ folder: tables, log });
  const place = { kind: 'server', url: urlOf(postgres, postgres.database) } as const;
  const disk = which === 'log' ? log : tables;
  return { place, disk, ballast: 140_000_000, goOn: postgres.breakOff, stop: postgres.stop };
}

async function fillDisk({ place, disk, goOn, ...scene }: Scene): Promise<FullDiskReport> {
  const ballast = join(disk, 'ballast');
  const store = done(await openStore(place));
  const cast = await makeCast(store);
  await writeFile(ballast, new Uint8Array(scene.ballast));
  const told: Told[] = [];
  const refused = await saveUntilRefused(store, cast, told);
  await store.close().catch(() => undefined);
  const backup = messagesOf(await writeBackup(place, join(disk, 'full.backup')));
  await rm(ballast);
  await goOn();
  const before = told.length;
  const again = done(await openStore(place));
  await saveUntilRefused(again, cast, told, 3);
  await again.close();
  const broken = await lookAtStore(place, told);
  return { saved: before, refused, backup, broken, savedAfterwards: told.length - before };
}
/** What the first save that was not kept was told. */
async function saveUntilRefused(
  store: PolicyStore,
  { drafter, drafts: [draft] }: Cast,
  told: Told[],
  most = MOST,
): Promise<readonly string[]> {
  for (let save = 0; save < most; save += 1) {
    // Of chance, so that nothing packs it.
    const text = randomBytes(LENGTH / 2).toString('hex');
    const outcome = await store.transaction(drafter, 'read-committed', async ({ drafts }) => {
      const current = await drafts.find(draft);
      return { kind: 'done', value: await drafts.save(draft, current?.revision ?? 0, text) };
    });
    if (outcome.kind === 'refused') return messagesOf(outcome);
    if (outcome.value) told.push({ kind: 'saved', draft, revision: outcome.value.revision, text });
  }
  return [];
}

function messagesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.kind === 'refused'
    ? outcome.diagnostics.map(({ code, message }) => `${code}: ${message.zh}`)
    : [];
}

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}
