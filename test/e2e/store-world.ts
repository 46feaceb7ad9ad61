import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@tiaoli/store';
import type { PolicyStore } from '@tiaoli/workspace';
import { newToken, operatorId } from '@tiaoli/workspace';
import { cityText, pathOf, provinceText, publishBase } from '../store/delegated.ts';
import type { World } from '../store/world.ts';
import { as, makeWorld } from '../store/world.ts';
import { servePolicies } from './serve-policies.ts';

/** A workbench over a store with people of each role in five places, each with a token. */
export interface ServedWorld {
  readonly address: string;
  readonly world: World;
  /** By `place role`. */
  readonly tokens: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

export { cityText, pathOf, provinceText };

/** Serves a store in which the province leaves a rate to its cities, and the city has set it. */
export async function serveWorld(): Promise<ServedWorld> {
  const parent = await mkdtemp(join(tmpdir(), 'tiaoli-world-'));
  const data = join(parent, 'store');
  const opened = await openStore({ kind: 'folder', folder: data });
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  const { world, tokens } = await fillWorld(opened.value).finally(opened.value.close);
  const served = await servePolicies(['--data', data]);
  return {
    ...{ address: served.address, world, tokens },
    stop: async () => {
      await served.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** Fills a new store. */
export async function fillWorld(store: PolicyStore) {
  const world = await makeWorld(store);
  await publishBase(store, world, 'province', '100元');
  await publishBase(store, world, 'city', '55%');
  await publishBase(store, world, 'city', '60%', '2025-01-01');
  const tokens = new Map<string, string>();
  for (const [who, userId] of world.people) {
    const { token, hash, expiresAt } = newToken(1, new Date());
    await as(store, operatorId, (records) =>
      records.tokens.add(userId, { name: 'test', hash, expiresAt }),
    );
    tokens.set(who, token);
  }
  return { world, tokens };
}
