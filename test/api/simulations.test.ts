import { appendFile, cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createApi } from '@tiaoli/api';
import type { RunnerOptions } from '@tiaoli/jobs';
import { openJobRunner, removePeople } from '@tiaoli/jobs';
import { storeOf } from '@tiaoli/store';
import type { Role } from '@tiaoli/workspace';
import { inForce, newToken, operatorId } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { DatabaseUnderTest } from '../store/databases.ts';
import { databaseKinds, startDatabase } from '../store/databases.ts';
import type { RealWorld } from '../store/real-policies.ts';
import { fillReal } from '../store/real-policies.ts';
import { as } from '../store/world.ts';
import { accountsOf, answerOf } from './api-world.ts';

const day = 24 * 3600 * 1000;

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let world: RealWorld;
  let populations: string;
  let ahead = 0;
  const tokens = new Map<string, string>();
  const defects: unknown[] = [];
  let api: ReturnType<typeof createApi>;
  /** The version in force, and a draft of it. */
  let texts: { readonly version: string; readonly draft: string };
  let dataset: string;
  let run: string;

  beforeAll(async () => {
    under = await startDatabase(kind);
    populations = await mkdtemp(join(tmpdir(), 'tiaoli-offices-'));
    const now = () => new Date(Date.now() + ahead);
    const store = storeOf(under.database, { now, newId: () => crypto.randomUUID() });
    world = await fillReal(store);
    texts = await beginDraft();
    const { people, province } = world;
    const outsider = await addPerson('outsider', 'analyst', '别的省');
    const auditor = await addPerson('auditor', 'auditor');
    for (const [who, id] of Object.entries({ ...people, outsider, auditor })) {
      tokens.set(who, await longToken(id));
    }
    expect(province).not.toBe('');
    api = createApi({
      ...{ store, now, accounts: await accountsOf(under, store, now), clock: () => 0 },
      ...{ mostPerMinute: 1_000_000, onDefect: (error) => defects.push(error) },
      removePeople: (folder) => removePeople(populations, folder),
    });
  }, 600_000);
  afterAll(async () => {
    await under.stop();
    await rm(populations, { recursive: true, force: true });
    expect(defects).toEqual([]);
  }, 60_000);

  /** Good for longer than the days that go by here. */
  async function longToken(id: string): Promise<string> {
    const { token, hash, expiresAt } = newToken(30, new Date());
    const added = { name: 'test', hash, expiresAt };
    await as(world.store, operatorId, (records) => records.tokens.add(id, added));
    return token;
  }

  function addPerson(login: string, role: Role, place?: string): Promise<string> {
    return as(world.store, operatorId, async ({ users, jurisdictions }) => {
      const nation = (await jurisdictions.list()).find(({ level }) => level === 'nation');
      const at = place
        ? (await jurisdictions.add({ name: place, level: 'province', parentId: nation?.id ?? '' }))
            .id
        : world.province;
      const { id } = await users.add({ login, name: login, jurisdictionId: at });
      await users.grant(id, at, role);
      return id;
    });
  }

  function beginDraft() {
    return as(world.store, world.people.drafter, async ({ documents, versions, drafts }) => {
      const code = 'shandong.resident-critical-illness';
      const document = (await documents.list()).find((each) => each.code === code);
      const base = document && inForce(await versions.history(document.id), '2027-01-01');
      const bytes = base && (await versions.bytes(base.sourceHash));
      if (!document || !base || !bytes) throw new Error(`no ${code}`);
      const text = new TextDecoder().decode(bytes).replace('01-01 = 14000元', '01-01 = 12000元');
      const { id } = await drafts.create({
        ...{ jurisdictionId: world.province, documentId: document.id, title: '降低起付' },
        ...{ path: base.path, baseVersionId: base.id, text },
      });
      return { version: base.id, draft: id };
    });
  }

  async function ask(who: string, method: string, path: string, body?: unknown) {
    const response = await api.request(`/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens.get(who)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answerOf(response);
  }

  function runner(more: Partial<RunnerOptions> = {}) {
    const onProblem = (problem: string) => void defects.push(problem);
    const opened = openJobRunner({
      ...{ store: world.store, populations, onProblem, paceMillis: 50, ...more },
    });
    onTestFinished(opened.close);
    return opened;
  }

  /** The job that was begun with 202, when it is over. */
  async function over(who: string, begun: Awaited<ReturnType<typeof ask>>) {
    expect(begun.status, begun.text).toBe(202);
    const path = (begun.headers.get('location') ?? '').replace('/api/v1', '');
    for (;;) {
      const { json } = await ask(who, 'GET', path);
      if (json.endedAt) return json;
      await wait(100);
    }
  }

  const newDataset = (source: unknown, retainUntil = '2030-01-01') => ({
    ...{ jurisdictionId: world.province, title: '示例人群', retainUntil, source },
  });
  const generated = { kind: 'generated', province: '山东省', preset: 'S', seed: 1 };
  const simulation = (more: object = {}) => ({
    ...{ datasetId: dataset, baseline: { versionId: texts.version, on: '2027-01-01' } },
    ...{ reform: { draftId: texts.draft, on: '2027-01-01' }, ...more },
  });
  const peopleIn = (folder: string) => join(populations, '.offices', world.province, folder);
  const listed = async () =>
    (await ask('analyst', 'GET', '/datasets')).json.datasets.map((each: { id: string }) => each.id);

  test('people are made as a job, and registered for one office until a day', async () => {
    for (const [who, status] of [
      ['drafter', 403],
      ['outsider', 403],
    ] as const) {
      expect((await ask(who, 'POST', '/datasets', newDataset(generated))).status, who).toBe(status);
    }
    const early = await ask('analyst', 'POST', '/datasets', newDataset(generated, '2020-01-01'));
    expect([early.status, early.json.code]).toEqual([422, 'retention-refused']);
    runner();
    const job = await over(
      'analyst',
      await ask('analyst', 'POST', '/datasets', newDataset(generated)),
    );
    expect([job.state, job.problem]).toEqual(['done', undefined]);
    dataset = job.result.datasetId;
    const { json } = await ask('drafter', 'GET', '/datasets');
    expect(json.datasets).toMatchObject([{ id: dataset, persons: 10_000, synthetic: true }]);
    expect((await ask('outsider', 'GET', '/datasets')).json.datasets).toEqual([]);
    const elsewhere = { ...generated, province: '火星' };
    const none = await over(
      'analyst',
      await ask('analyst', 'POST', '/datasets', newDataset(elsewhere)),
    );
    expect([none.state, none.problem]).toEqual([
      'failed',
      expect.stringContaining('没有火星的示例人群'),
    ]);
  }, 900_000);

  test('a version and a draft are run over it as a job, and the run is the office’s alone', async () => {
    const opened = runner();
    // Drafts are for those who work on texts.
    expect((await ask('analyst', 'POST', '/simulations', simulation())).status).toBe(404);
    const job = await over('drafter', await ask('drafter', 'POST', '/simulations', simulation()));
    expect([job.state, job.problem]).toEqual(['done', undefined]);
    run = job.result.runId;
    const { json } = await ask('analyst', 'GET', `/runs/${run}/result`);
    const [reform] = json.reforms;
    expect(Number(reform.verdict.fund.change.value)).toBeGreaterThan(0);
    expect(reform.byLayer.map(({ layer }: { layer: string }) => layer)).toContain('大病保险');
    const kept = (await ask('analyst', 'GET', `/runs/${run}`)).json;
    expect(kept).toMatchObject({ datasetId: dataset, identity: json.identity.id });
    expect(kept.title).toContain('2027-01-01');
    // A day on which the rules that come first were not in force yet.
    const early = simulation({ baseline: { versionId: texts.version, on: '2018-01-01' } });
    const since = await over('drafter', await ask('drafter', 'POST', '/simulations', early));
    expect([since.state, since.problem]).toEqual(['done', undefined]);
    const again = await over('drafter', await ask('drafter', 'POST', '/simulations', simulation()));
    const other = (await ask('drafter', 'GET', `/runs/${again.result.runId}`)).json;
    expect([other.identity, other.resultHash]).toEqual([kept.identity, kept.resultHash]);
    await opened.close();
    const missing = crypto.randomUUID();
    for (const path of ['/runs/ID', '/runs/ID/result', '/datasets/ID/delete', '/jobs/ID']) {
      const id = path.startsWith('/runs') ? run : path.startsWith('/jobs') ? job.id : dataset;
      const about = async (one: string) => {
        const isPost = path.endsWith('delete');
        const body = isPost ? { reason: '到期' } : undefined;
        const method = isPost ? 'POST' : 'GET';
        const { status, text } = await ask('outsider', method, path.replace('ID', one), body);
        return { status, text };
      };
      expect((await about(id)).status, path).toBe(404);
      expect(await about(id), path).toEqual(await about(missing));
    }
    const versions = simulation({ reform: { versionId: texts.version } });
    expect((await ask('outsider', 'POST', '/simulations', versions)).status).toBe(404);
    expect((await ask('outsider', 'GET', '/runs')).json.runs).toEqual([]);
  }, 900_000);

  test('one that is cancelled leaves no run, and one that takes too long says so', async () => {
    const count = async () => (await ask('drafter', 'GET', '/runs')).json.runs.length;
    const before = await count();
    const reform = { versionId: texts.version, on: '2026-01-01' };
    const body = simulation({ reform });
    const begun = await ask('drafter', 'POST', '/simulations', body);
    const opened = runner();
    for (let state = 'waiting'; state === 'waiting'; await wait(20)) {
      state = (await ask('drafter', 'GET', `/jobs/${begun.json.id}`)).json.state;
    }
    await ask('drafter', 'POST', `/jobs/${begun.json.id}/cancel`);
    expect((await over('drafter', begun)).state).toBe('cancelled');
    await opened.close();
    runner({ mostMillis: 50 });
    const late = await over('drafter', await ask('drafter', 'POST', '/simulations', body));
    expect([late.state, late.problem]).toEqual(['failed', expect.stringContaining('已停止')]);
    expect(await count()).toBe(before);
  }, 300_000);

  test('a population that was put there is looked through before it is registered', async () => {
    runner();
    const [made = ''] = await readdir(peopleIn(''));
    for (const name of ['whole', 'broken']) {
      await cp(join(peopleIn(made), 'people'), peopleIn(name), { recursive: true });
    }
    const file = (await readdir(peopleIn('broken'), { recursive: true })).find((each) =>
      each.endsWith('.parquet'),
    );
    await appendFile(join(peopleIn('broken'), file ?? ''), 'x');
    const register = (name: string) =>
      ask('analyst', 'POST', '/datasets', newDataset({ kind: 'folder', name }));
    for (const name of ['../x', '.', '.offices', 'a/b', 'a\u0000']) {
      expect((await register(name)).status, name).toBe(422);
    }
    const broken = await over('analyst', await register('broken'));
    expect([broken.state, broken.problem]).toEqual(['failed', expect.stringContaining('不能登记')]);
    const none = await over('analyst', await register('none'));
    expect(none.state).toBe('failed');
    // What is refused is theirs who put it there.
    expect((await stat(peopleIn('broken'))).isDirectory()).toBe(true);
    const whole = await over('analyst', await register('whole'));
    expect(whole.state).toBe('done');
    const twice = await over('analyst', await register('whole'));
    expect(twice.state).toBe('failed');
    expect((await listed()).length).toBe(2);
  }, 600_000);

  test('deleted, its files are gone, nothing is run over it, and what was run stays', async () => {
    const path = `/datasets/${dataset}/delete`;
    expect((await ask('drafter', 'POST', path, { reason: '到期' })).status).toBe(403);
    const before = await readdir(peopleIn(''));
    const gone = await ask('analyst', 'POST', path, { reason: '到期，按规定删除' });
    expect([gone.status, gone.json.filesGone]).toEqual([200, true]);
    expect((await readdir(peopleIn(''))).length).toBe(before.length - 1);
    expect((await ask('drafter', 'POST', '/simulations', simulation())).status).toBe(404);
    expect((await ask('drafter', 'GET', `/runs/${run}/result`)).status).toBe(200);
    const audit = await ask('auditor', 'GET', `/jurisdictions/${world.province}/audit`);
    const actions = audit.json.links
      .map(({ content }: { content: string }) => JSON.parse(content))
      .filter(({ subject }: { subject: string }) => subject === dataset)
      .map(({ action }: { action: string }) => action);
    expect(actions).toEqual(['register-dataset', 'delete-dataset']);
    // One whose files were left is cleared away by whoever works on jobs; what stands there by now and is not it stays.
    const [left = ''] = await listed();
    await as(world.store, world.people.analyst, ({ datasets }) => datasets.delete(left, '到期'));
    expect((await stat(peopleIn('whole'))).isDirectory()).toBe(true);
    runner();
    for (let tries = 0; tries < 300; tries += 1) {
      if (!(await readdir(peopleIn(''))).includes('whole')) break;
      await wait(100);
    }
    expect(await readdir(peopleIn(''))).toEqual(['broken']);
    expect(await world.store.verify()).toEqual([]);
  }, 300_000);

  test('past its day nothing is run over it', async () => {
    runner();
    const body = newDataset(generated, new Date(Date.now() + 3 * day).toISOString().slice(0, 10));
    const job = await over('analyst', await ask('analyst', 'POST', '/datasets', body));
    dataset = job.result.datasetId;
    ahead = 5 * day;
    const late = await ask('drafter', 'POST', '/simulations', simulation());
    expect([late.status, late.json.code]).toEqual([409, 'dataset-expired']);
    ahead = 0;
  }, 300_000);
});
