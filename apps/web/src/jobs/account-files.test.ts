import { mkdtemp, rm } from 'node:fs/promises';
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
