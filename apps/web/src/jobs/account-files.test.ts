import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAccountFiles } from './account-files.ts';

test('what was handed in is found under its name, and nothing beside', async () => {
  const place = await mkdtemp(join(tmpdir(), 'tiaoli-accounts-'));
  try {
    const files = openAccountFiles(join(place, 'accounts'));
    const name = await files.keep('城市,年收入,年初结余\n');
    expect(await files.keep('城市,年收入,年初结余\n')).toBe(name);
    expect(await files.read(name)).toBe('城市,年收入,年初结余\n');
    for (const other of ['0'.repeat(64), `../accounts/${name}`, '']) {
      expect(await files.read(other)).toBeUndefined();
    }
  } finally {
    await rm(place, { recursive: true });
  }
});

test('accounts that nobody read for more than a year go when others come; those that are read stay', async () => {
  const place = await mkdtemp(join(tmpdir(), 'tiaoli-accounts-'));
  try {
    const files = openAccountFiles(place);
    const [old, used] = [await files.keep('old'), await files.keep('used')];
    const before = new Date(Date.now() - 500 * 24 * 3_600_000);
    for (const name of [old, used]) await utimes(join(place, `${name}.csv`), before, before);
    expect(await files.read(used)).toBe('used');
    await files.keep('new');
    expect(await files.read(old)).toBeUndefined();
    expect(await files.read(used)).toBe('used');
  } finally {
    await rm(place, { recursive: true });
  }
});
