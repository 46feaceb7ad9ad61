import { storeOf } from '@tiaoli/store';
import type * as Workspace from '@tiaoli/workspace';
import type { PolicyStore } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { begin, publishBase } from './delegated.ts';
import type { World } from './world.ts';
import { ask, makeWorld, personOf } from './world.ts';

const planted = vi.hoisted(() => ({ isOpen: false }));

// A planted fault: the function that decides who may see what says yes to everybody.
vi.mock(import('@tiaoli/workspace'), async (original): Promise<typeof Workspace> => {
  const whole = await original();
  return { ...whole, permits: (...asked) => planted.isOpen || whole.permits(...asked) };
});

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let store: PolicyStore;
  let world: World;
  let draftId: string;

  beforeAll(async () => {
    under = await startDatabase(kind);
    store = storeOf(under.database);
    world = await makeWorld(store);
    await publishBase(store, world, 'province', '100元');
    const base = await publishBase(store, world, 'city', '55%');
    draftId = (await begin(store, world, 'city', { value: '60%', base })).id;
    planted.isOpen = true;
  }, 300_000);
  afterAll(async () => {
    planted.isOpen = false;
    await under?.stop();
  }, 60_000);

  /** What the drafter of another office gets of a city's draft and of its trail. */
  async function leaked() {
    const outcome = await ask(store, personOf(world, 'sister', 'drafter'), async (records) => ({
      draft: await records.drafts.find(draftId),
      listed: await records.drafts.list(),
      text: await records.drafts.revision(draftId, 1),
      trail: await records.audit.list(world.places.city),
    }));
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
    const { draft, listed, text, trail } = outcome.value;
    return { draft: !!draft, listed: listed.length, text: !!text, trail: trail.length > 0 };
  }

  test('a program that forgot to ask who may see a row has none to give away', async () => {
    expect(await leaked()).toEqual({ draft: false, listed: 0, text: false, trail: false });
    const saved = await ask(store, personOf(world, 'sister', 'drafter'), ({ drafts }) =>
      drafts.save(draftId, 1, 'forged'),
    );
    expect(saved.kind).toBe('refused');
    const published = await ask(store, personOf(world, 'sister', 'publisher'), ({ versions }) =>
      versions.publish({
        ...{ documentId: world.documents.city.id, path: 'x', meaningHash: 'a'.repeat(64) },
        ...{ engineVersion: '1', effectiveFrom: '2030-01-01', files: [] },
        ...{ source: new Uint8Array([1]), module: new Uint8Array([2]) },
      }),
    ).catch((error: unknown) => String(error));
    expect(published).toContain('row-level security');
    expect(await under.database.client.version.count()).toBe(2);
  });

  test('without the wall the same fault gives all of it away', async () => {
    const connection = await under.database.connect();
    const tables = ['draft', 'draft_revision', 'audit_event'];
    const set = (how: string) =>
      connection.run(
        tables.map((name) => `ALTER TABLE "${name}" ${how} ROW LEVEL SECURITY;`).join(' '),
      );
    await set('DISABLE');
    expect(await leaked()).toEqual({ draft: true, listed: 1, text: true, trail: true });
    await set('ENABLE');
    await connection.close();
    expect((await leaked()).draft).toBe(false);
  });
});
