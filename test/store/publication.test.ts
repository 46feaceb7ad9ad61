import { storeOf } from '@tiaoli/store';
import type { PolicyStore, PublishRequest } from '@tiaoli/workspace';
import {
  engineVersion,
  publishVersion,
  repealDocument,
  rollBack,
  saveDraft,
  versionInForce,
} from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { failureMoments, plantFailure } from './planted-failure.ts';
import type { World } from './world.ts';
import { as, codesOf, makeWorld, personOf } from './world.ts';

test('what is published tells the version of the program', () => {
  expect(engineVersion).toBe(`tiaoli ${manifest.version}`);
});

const provinceText = (value: number) => `语言 1

文件「省办法」 {
  标识 province.rules；
  层级 省 甲省；
  施行 自 2024-01-01；
}

条「起付」 出处 "原文" {
  参数 起付线：金额 = ${value}元；
}
`;

const cityText = (value: string) => `语言 1

文件「市办法」 {
  标识 city.rules；
  层级 市 甲市 属 甲省；
  施行 自 2024-01-01；
  依据 province.rules；
}

条「补助」 出处 "原文" {
  参数 补助：金额 = ${value}；
}
`;

describe.each(databaseKinds)('%s', (kind) => {
  const failure = plantFailure();
  /** Moves on a day with each question, so that moments differ. */
  let day = 0;
  const environment = {
    now: () => new Date(Date.UTC(2027, 0, 1 + day)),
    newId: () => crypto.randomUUID(),
  };
  let under: DatabaseUnderTest;
  let store: PolicyStore;
  let world: World;

  beforeAll(async () => {
    under = await startDatabase(kind, failure.adapt);
    store = storeOf(under.database, environment);
    world = await makeWorld(store);
  }, 180_000);
  afterAll(() => under.stop(), 60_000);

  const publisher = (place: 'province' | 'city') => personOf(world, place, 'publisher');

  function requestOf(place: 'province' | 'city', text: string, effectiveFrom: string) {
    const documentId = world.documents[place].id;
    const path = `policies/${place}.tiaoli`;
    return { documentId, path, text, effectiveFrom, beside: new Map() } satisfies PublishRequest;
  }

  async function publish(place: 'province' | 'city', text: string, from: string) {
    day += 1;
    return publishVersion(store, publisher(place), requestOf(place, text, from));
  }

  async function sourceOn(place: 'province' | 'city', on: string, known?: Date) {
    const documentId = world.documents[place].id;
    const outcome = await versionInForce(store, personOf(world, 'elsewhere', 'analyst'), {
      ...{ documentId, on, ...(known && { known }) },
    });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value && new TextDecoder().decode(outcome.value.source);
  }

  test('the life of a document: published, changed, corrected, repealed, brought back', async () => {
    // With a byte order mark, as Windows writes it: what is brought back is the same bytes.
    const first = await publish('province', `\ufeff${provinceText(100)}`, '2024-01-01');
    expect(codesOf(first)).toEqual([]);
    const before = environment.now();
    expect(codesOf(await publish('province', provinceText(200), '2026-01-01'))).toEqual([]);
    expect(codesOf(await publish('province', provinceText(150), '2025-01-01'))).toEqual([]);
    const days = ['2023-12-31', '2024-01-01', '2025-06-01', '2026-06-01'];
    const now = await Promise.all(days.map((on) => sourceOn('province', on)));
    expect(now).toEqual([undefined, provinceText(100), provinceText(150), provinceText(200)]);
    const then = await Promise.all(days.map((on) => sourceOn('province', on, before)));
    expect(then).toEqual([undefined, provinceText(100), provinceText(100), provinceText(100)]);

    day += 1;
    const documentId = world.documents.province.id;
    const ended = { documentId, from: '2027-01-01', reason: '鲁医保发〔2027〕1号' };
    expect(codesOf(await repealDocument(store, publisher('province'), ended))).toEqual([]);
    expect(await sourceOn('province', '2027-01-01')).toBeUndefined();
    expect(await sourceOn('province', '2026-12-31')).toBe(provinceText(200));
    day += 1;
    if (first.kind === 'refused') return;
    const back = await rollBack(store, publisher('province'), {
      ...{ versionId: first.value.id, effectiveFrom: '2028-01-01' },
    });
    expect(back).toMatchObject({
      kind: 'done',
      value: { number: 5, rollbackOfId: first.value.id, sourceHash: first.value.sourceHash },
    });
    expect(await sourceOn('province', '2028-01-01')).toBe(provinceText(100));
    expect(await store.verify()).toEqual([]);
  });

  test('a city is compiled with what is in force above it, and refused with errors', async () => {
    expect(codesOf(await publish('city', cityText('起付线 + 1元'), '2026-06-01'))).toEqual([]);
    // In 2027 nothing of the province is in force that it could rest on.
    expect(codesOf(await publish('city', cityText('起付线 + 1元'), '2027-06-01'))).toContain(
      'unknown-basis',
    );
    const broken = await publish('city', cityText('起付线 +'), '2026-06-01');
    expect(broken.kind).toBe('refused');
    expect(codesOf(await publish('city', '', '2026-06-01'))).not.toEqual([]);
    expect(codesOf(await publish('city', cityText('1元'), '2026-02-30'))).toEqual(['not-a-day']);
    for (const weak of ['1元 等级 示例', '1元 等级 D', '未见 "没有公布"']) {
      const refused = await publish('city', cityText(weak), '2026-06-01');
      expect(codesOf(refused), weak).toEqual(['gate-blocks']);
    }
  });

  test('who may not publish is told so, and nothing is kept', async () => {
    const count = await under.database.client.version.count();
    const request = requestOf('city', cityText('1元'), '2026-01-01');
    for (const who of ['city drafter', 'city reviewer', 'province publisher', 'sister publisher']) {
      const outcome = await publishVersion(store, world.people.get(who) ?? '', request);
      expect(codesOf(outcome), who).toEqual(['not-permitted']);
    }
    expect(await under.database.client.version.count()).toBe(count);
  });

  test('whatever statement of a publication fails, there is no half of it, and it can be done again', async () => {
    const documentId = world.documents.city.id;
    const rows = async () => ({
      versions: await under.database.client.version.count(),
      events: await under.database.client.auditEvent.count(),
      heads: await under.database.client.auditHead.findMany({ orderBy: { jurisdictionId: 'asc' } }),
    });
    const files = [{ path: 'policies/rows.csv', bytes: new Uint8Array([1]) }];
    const attempt = (source: string) =>
      store.transaction(publisher('city'), 'serializable', async ({ versions }) => ({
        kind: 'done',
        value: await versions.publish({
          ...{ documentId, path: 'policies/city.tiaoli', meaningHash: 'a'.repeat(64) },
          ...{ engineVersion, effectiveFrom: '2026-07-01', files },
          source: new TextEncoder().encode(source),
          module: new TextEncoder().encode(`module ${source}`),
        }),
      }));
    failure.failAt(0);
    const whole = await attempt('counted');
    expect(codesOf(whole)).toEqual([]);
    const statements = failure.count();
    const kept = { before: 0, behind: 0 };
    for (let at = 1; at <= statements; at += 1) {
      for (const when of failureMoments) {
        const before = await rows();
        failure.failAt(at, when);
        const outcome = await attempt(`failing ${when} ${at}`);
        failure.failAt(0);
        expect(codesOf(outcome), `${when} ${at}`).toEqual(['store-unavailable']);
        const after = await rows();
        const more = after.versions - before.versions;
        if (more === 0) expect(after, `${when} ${at}`).toEqual(before);
        else
          expect(after).toMatchObject({ versions: before.versions + 1, events: before.events + 1 });
        kept[when] += more;
      }
    }
    // Only the answer to COMMIT can be lost with everything kept, which is why nobody is told that nothing was.
    expect(kept).toEqual({ before: 0, behind: 1 });
    process.stdout.write(
      `${kind}: each of ${statements} statements of a publication failed twice\n`,
    );
    expect(statements).toBeGreaterThan(12);
    expect(codesOf(await attempt('again'))).toEqual([]);
    expect(await store.verify()).toEqual([]);
  });

  test('a draft that somebody else saved meanwhile: both changes, by clause, and nothing is lost', async () => {
    const drafter = personOf(world, 'city', 'drafter');
    const base = cityText('1元').concat('\n条「另」 出处 "原文" {\n  参数 另：金额 = 5元；\n}\n');
    const draft = await as(store, drafter, ({ drafts }) =>
      drafts.create({
        ...{ jurisdictionId: world.places.city, documentId: world.documents.city.id },
        ...{ title: '草稿', path: 'policies/city.tiaoli', text: base },
      }),
    );
    const save = (baseRevision: number, text: string) =>
      saveDraft(store, drafter, { draftId: draft.id, baseRevision, text });
    const theirs = base.replace('= 1元', '= 2元');
    expect(await save(1, theirs)).toMatchObject({ kind: 'saved', draft: { revision: 2 } });
    const mine = base.replace('= 5元', '= 6元');
    const both = await save(1, mine);
    expect(both).toMatchObject({
      kind: 'conflict',
      conflict: { theirs: { number: 2, text: theirs }, clauses: [] },
    });
    const merged = both.kind === 'conflict' ? both.conflict.merged : undefined;
    expect(merged).toBe(theirs.replace('= 5元', '= 6元'));
    expect(await save(2, merged ?? '')).toMatchObject({ kind: 'saved', draft: { revision: 3 } });
    const other = await save(1, base.replace('= 1元', '= 3元'));
    expect(other.kind === 'conflict' && other.conflict.clauses).toMatchObject([
      { clause: '「补助」' },
    ]);
    expect(other.kind === 'conflict' && other.conflict.merged).toBeUndefined();
    // From a revision that never was there is nothing to merge.
    const unknown = await save(99, 'x');
    expect(unknown).toMatchObject({ kind: 'conflict', conflict: { clauses: [] } });
    expect(await save(3, '\ud800')).toMatchObject({ kind: 'refused' });
    expect(await save(3, 'x'.repeat(2 ** 20 + 1))).toMatchObject({ kind: 'refused' });
  });
});
