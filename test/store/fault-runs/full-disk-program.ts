// A program of its own on a disk that becomes full: `node full-disk-program.ts FOLDER`. Prints one line of JSON at its end.
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabasePlace } from '@tiaoli/store';
import { openStore, writeBackup } from '@tiaoli/store';
import type { Outcome, PolicyStore } from '@tiaoli/workspace';
import type { Cast } from './cast.ts';
import { makeCast } from './cast.ts';
import { lookAtStore } from './look-at-store.ts';
import type { Told } from './writer.ts';

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

/** Characters of a text, and most saves until the disk has to be full. */
const LENGTH = 600_000;
const MOST = 100;

const folder = process.argv[2] ?? '';
const place: DatabasePlace = { kind: 'folder', folder: join(folder, 'store') };
const ballast = join(folder, 'ballast');
process.stdout.write(`${JSON.stringify(await fillDisk())}\n`);

async function fillDisk(): Promise<FullDiskReport> {
  const store = done(await openStore(place));
  const cast = await makeCast(store);
  await writeFile(ballast, new Uint8Array(80_000_000));
  const told: Told[] = [];
  const refused = await saveUntilRefused(store, cast, told);
  await store.close().catch(() => undefined);
  const backup = messagesOf(await writeBackup(place, join(folder, 'full.backup')));
  await rm(ballast);
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
