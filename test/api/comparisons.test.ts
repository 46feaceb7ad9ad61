import { setTimeout as wait } from 'node:timers/promises';
import { openJobRunner } from '@tiaoli/jobs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { provinceText, publishBase } from '../store/delegated.ts';
import type { Answer, ApiWorld } from './api-world.ts';
import { addProposal, startApiWorld } from './api-world.ts';

describe.each(databaseKinds)('%s', (kind) => {
  let api: ApiWorld;
  let ids: Awaited<ReturnType<typeof addProposal>>;
  const problems: string[] = [];

  beforeAll(async () => {
    api = await startApiWorld(kind);
    ids = await addProposal(api);
  }, 300_000);
  afterAll(async () => {
    expect(await api.store.verify()).toEqual([]);
    await api.under.stop();
    expect([api.defects, problems]).toEqual([[], []]);
  }, 60_000);

  function runner() {
    const onProblem = (problem: string) => void problems.push(problem);
    const opened = openJobRunner({ store: api.store, onProblem, paceMillis: 30 });
    onTestFinished(opened.close);
    return opened;
  }

  async function over(who: string, begun: Answer) {
    expect(begun.status, begun.text).toBe(202);
    const path = (begun.headers.get('location') ?? '').replace('/api/v1', '');
    for (;;) {
      const { json } = await api.ask(who, 'GET', path);
      if (json.endedAt) return json;
      await wait(50);
    }
  }

  const asked = (place: 'city' | 'province', reform: unknown) => ({
    body: {
      jurisdictionId: api.world.places[place],
      ...{ baseline: { versionId: ids.versionId, on: '2027-06-01' }, reform },
    },
  });
  const draft = () => asked('city', { draftId: ids.draft.id, on: '2027-06-01' });
  const compare = (who: string, more: { body: unknown }) =>
    api.ask(who, 'POST', '/comparisons', more);

  test('a draft against what is in force: what differs, the page and the Word file, for whoever sees the draft', async () => {
    runner();
    const job = await over('city drafter', await compare('city drafter', draft()));
    expect([job.state, job.problem]).toEqual(['done', undefined]);
    const path = `/comparisons/${job.id}`;
    const { json } = await api.ask('city drafter', 'GET', path);
    expect(json.summary).toMatchObject({
      ...{ baseline: { title: '市办法' }, reform: { title: '市办法', on: '2027-06-01' } },
      ...{ isSame: false, isComplete: true },
      results: [{ name: '补助', state: 'changed-exact' }],
    });
    expect(json.summary.results[0].bounds.zh).toMatch(/元/);
    const page = await api.ask('city drafter', 'GET', `${path}/file?format=html`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('60%');
    const english = await api.ask('city drafter', 'GET', `${path}/file?format=html`, {
      headers: { 'accept-language': 'en' },
    });
    expect(english.text).toContain('Conclusion');
    const word = await api.ask('city drafter', 'GET', `${path}/file?format=docx`);
    expect(word.text.slice(0, 2)).toBe('PK');
    expect(decodeURIComponent(word.headers.get('content-disposition') ?? '')).toContain(
      '市办法修订对照表.docx',
    );
    // Kept: asked again it is the same job; once something is published beside it, another one.
    expect((await compare('city drafter', draft())).json).toMatchObject({
      ...{ id: job.id, state: 'done', resultHash: job.resultHash },
    });
    // The analyst of the office does not see drafts, and so nothing of them by this way.
    for (const who of ['city analyst', 'sister drafter', 'province drafter', 'nation reviewer']) {
      for (const more of ['', '/file?format=html', '/file?format=docx']) {
        const about = async (id: string) => {
          const { status, text } = await api.ask(who, 'GET', `/comparisons/${id}${more}`);
          return { status, text };
        };
        expect((await about(job.id)).status, `${who} ${more}`).toBe(404);
        expect(await about(job.id), who).toEqual(await about(crypto.randomUUID()));
      }
      expect([403, 404], who).toContain((await compare(who, draft())).status);
      expect((await api.ask(who, 'GET', '/jobs')).text).not.toContain('60%');
    }
  }, 300_000);

  test('a proposal against what is in force, by the office that decides', async () => {
    runner();
    const reform = { proposalId: ids.proposal.id };
    const begun = await compare('province reviewer', asked('province', reform));
    const job = await over('province reviewer', begun);
    expect(job.state).toBe('done');
    const { json } = await api.ask('province reviewer', 'GET', `/comparisons/${job.id}`);
    expect(json.summary.results).toHaveLength(1);
    expect((await api.ask('city drafter', 'GET', `/comparisons/${job.id}`)).status).toBe(404);
    expect((await compare('sister reviewer', asked('province', reform))).status).toBe(404);
  }, 300_000);

  test('two versions; what cannot be compared says why; what is published beside makes it another question', async () => {
    runner();
    const later = await publishBase(api.store, api.world, 'province', '200元', '2027-01-01');
    const first = await compare('city drafter', draft());
    expect(first.json.state).not.toBe('done');
    expect((await over('city drafter', first)).state).toBe('done');
    const versions = (
      await api.ask(
        ...([
          'city analyst',
          'GET',
          `/documents/${api.world.documents.province.id}/versions`,
        ] as const),
      )
    ).json.versions;
    const pair = {
      jurisdictionId: api.world.places.city,
      baseline: { versionId: versions[0].id },
      reform: { versionId: later },
    };
    const job = await over('city analyst', await compare('city analyst', { body: pair }));
    expect(job.state).toBe('done');
    const { json } = await api.ask('city publisher', 'GET', `/comparisons/${job.id}`);
    expect(json.summary).toMatchObject({ reform: { title: '省办法', on: '2027-01-01' } });
    const broken = await api.ask('province drafter', 'POST', '/drafts', {
      body: {
        jurisdictionId: api.world.places.province,
        ...{ documentId: api.world.documents.province.id, title: '坏', path: 'policies/x.tiaoli' },
        text: provinceText('没有的名字'),
      },
    });
    const bad = await over(
      'province drafter',
      await compare('province drafter', {
        body: {
          jurisdictionId: api.world.places.province,
          baseline: { versionId: later },
          reform: { draftId: broken.json.id, on: '2027-06-01' },
        },
      }),
    );
    expect([bad.state, bad.problem]).toEqual(['failed', expect.stringMatching(/错误/)]);
  }, 300_000);
});
