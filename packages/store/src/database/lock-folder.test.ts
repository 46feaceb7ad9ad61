import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lock-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiaoli-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that takes the lock, says so, and holds it until it is killed. */
async function otherProcess() {
  const program = `
    const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'lock-folder.ts'))});
    const lock = await lockFolder(process.argv[1]);
    process.stdout.write(lock.kind);
    setInterval(() => lock, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { pid: child.pid, said: String(said), kill };
}

test('a folder is locked once, also within one process, and free again when released', async () => {
  const first = await lockFolder(join(folder, 'new/data'));
  expect(first.kind).toBe('locked');
  const second = await lockFolder(join(folder, 'new/data'));
  expect(second).toEqual({ kind: 'taken', owner: String(process.pid) });
  if (first.kind === 'locked') first.release();
  const third = await lockFolder(join(folder, 'new/data'));
  expect(third.kind).toBe('locked');
  if (third.kind === 'locked') third.release();
});

test('another process is refused and told whose it is', async () => {
  const mine = await lockFolder(folder);
  const other = await otherProcess();
  expect(other.said).toBe('taken');
  await other.kill();
  if (mine.kind === 'locked') mine.release();
});

test('the lock of a process that was killed is free at once, three times over', async () => {
  for (let round = 0; round < 3; round += 1) {
    const other = await otherProcess();
    expect(other.said).toBe('locked');
    expect(await lockFolder(folder)).toEqual({ kind: 'taken', owner: String(other.pid) });
    await other.kill();
    const mine = await lockFolder(folder);
    expect(mine.kind).toBe('locked');
    if (mine.kind === 'locked') mine.release();
  }
});
