import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApi } from '@tiaoli/api';
import { noAccounts, noStore } from './no-store.ts';

const root = join(import.meta.dirname, '../..');

/** The types of the client, relative to the root. */
export const clientTypesPath = 'packages/client/src/generated/api.ts';

/**
 * The types of the client as they follow from what the API says of itself. Not `--immutable`: openapi-fetch takes a read-only
 * array for an object, and nothing can be done with it.
 */
export async function makeClientTypes(): Promise<string> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'packages/client/node_modules/openapi-typescript/bin/cli.js')],
    { cwd: root, encoding: 'utf8', input: await describedApi(), maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The description is the same for every store, so none is opened. */
async function describedApi(): Promise<string> {
  const api = createApi({
    ...{ store: noStore, accounts: noAccounts, now: () => new Date(0) },
    clock: () => 0,
    onDefect: (error) => {
      throw error;
    },
  });
  const response = await api.request('/api/v1/openapi.json');
  return response.text();
}

if (import.meta.main) writeFileSync(join(root, clientTypesPath), await makeClientTypes());
