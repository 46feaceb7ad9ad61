import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDraft } from './draft-folder.ts';

let place = '';

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-draft-'));
});

afterAll(() => rm(place, { recursive: true }));

test('what a killed process left is cleared away, of this folder alone; what somebody works on stays', async () => {
  const killed = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const [dead, others] = [`.out-${killed.pid}-aaaaaa`, `.other-${killed.pid}-aaaaaa`];
  const mine = `.out-${process.pid}-bbbbbb`;
  for (const name of [dead, others, mine, '.out-notes']) await mkdir(join(place, name));
  const first = await openDraft(join(place, 'out'));
  expect(await readdir(place)).toContain(dead);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const second = await openDraft(join(place, 'out'));
  const left = await readdir(place);
  expect(left.toSorted()).toEqual(
    [others, mine, '.out-notes', basename(first), basename(second)].toSorted(),
  );
});
