import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { cityText, pathOf, provinceText, publishBase } from '../store/delegated.ts';
import type { ApiWorld, AskOptions } from './api-world.ts';
import { done, startApiWorld } from './api-world.ts';
import { runCheck } from './run-check.ts';

describe.each(databaseKinds)('%s', (kind) => {
  let api: ApiWorld;
  let base: string;

  beforeAll(async () => {
    api = await startApiWorld(kind);
    await publishBase(api.store, api.world, 'province', '100元');
    base = await publishBase(api.store, api.world, 'city', '55%');
  }, 300_000);
  afterAll(async () => {
    expect(await api.store.verify()).toEqual([]);
    await api.under.stop();
    expect(api.defects).toEqual([]);
  }, 60_000);

  const must = (who: string, method: string, path: string, more?: AskOptions) =>
    done(api, who, method, path, more);
  const post = (who: string, path: string, body?: unknown, headers = {}) =>
    must(who, 'POST', path, { ...(body !== undefined && { body }), headers });
  const codeOf = async (who: string, method: string, path: string, more?: AskOptions) => {
    const { status, json } = await api.ask(who, method, path, more);
    return [status, json?.code];
  };

  function begin(text: string, baseVersionId = base) {
    const place = { jurisdictionId: api.world.places.city, documentId: documentId() };
    const title = '调整支付比例';
    return post('city proposer', '/drafts', {
      ...{ ...place, title, path: pathOf('city'), text, baseVersionId },
    });
  }

  function documentId(): string {
    return api.world.documents.city.id;
  }

  function propose(draftId: string, revision: number) {
    const body = { effectiveFrom: '2027-06-01', reason: '基金有结余' };
    return post('city proposer', `/drafts/${draftId}/propose`, body, {
      'if-match': `"${revision}"`,
    });
  }

  const inbox = async (who: string, id: string) =>
    (await must(who, 'GET', '/inbox')).entries
      .filter((each: { proposal: { id: string } }) => each.proposal.id === id)
      .map(({ task }: { task: string }) => task);

  test('a city’s proposal through its whole life', async () => {
    const draft = await begin(cityText('62%'));
    const proposal = await propose(draft.id, 1);
    expect(proposal).toMatchObject({ state: 'proposed', round: 1, kind: 'overlay' });
    const path = `/proposals/${proposal.id}`;
    expect(await inbox('province reviewer', proposal.id)).toEqual(['take-up']);
    await post('province reviewer', `${path}/begin-review`);
    const round = await must('province reviewer', 'GET', `${path}/rounds/1`);
    expect(round).toMatchObject({ text: cityText('62%'), reason: '基金有结余' });
    const clause = round.clauses.find((each: { clause: string }) => each.clause === '「比例」');
    const body = { round: 1, clause: clause.key, text: '偏高，请说明测算' };
    const thread = await post('province reviewer', `${path}/threads`, body);
    const replacement = clause.text.replace('62%', '58%');
    const texts = { original: clause.text, replacement };
    const suggested = await post('province reviewer', `/threads/${thread.id}/suggestions`, texts);
    const [suggestion] = suggested.suggestions;
    const suggestions = `/threads/${thread.id}/suggestions/${suggestion.id}`;
    expect(await codeOf('province reviewer', 'POST', `${suggestions}/apply`)).toEqual([
      404,
      'record-not-found',
    ]);
    const applied = await post('city proposer', `${suggestions}/apply`);
    expect(applied.revision).toBe(2);
    await post('city proposer', `/threads/${thread.id}/comments`, { text: '已采纳' });
    const again = await propose(draft.id, 2);
    expect(again).toMatchObject({ id: proposal.id, state: 'proposed', round: 2 });
    await post('province reviewer', `${path}/begin-review`);
    const none = await must('province reviewer', 'GET', `${path}/gate`);
    expect([none.check, none.isCurrent]).toEqual([undefined, false]);
    const check = await runCheck(api, 'province reviewer', proposal.id);
    expect(check.report.comparison).toMatchObject({ kind: 'compared', isSame: false });
    const blocked = await must('province reviewer', 'GET', `${path}/gate`);
    expect(blocked).toMatchObject({ isCurrent: true, approvalBlocks: [{ kind: 'thread' }] });
    const early = { body: { checkId: check.id } };
    expect(await codeOf('province reviewer', 'POST', `${path}/approve`, early)).toEqual([
      422,
      'gate-blocks',
    ]);
    await post('province reviewer', `/threads/${thread.id}/resolve`);
    const approved = await post('province reviewer', `${path}/approve`, { checkId: check.id });
    expect(approved.state).toBe('approved');
    const certificate = await must('city proposer', 'GET', `${path}/gate/certificate`);
    expect(certificate.length).toBeGreaterThan(0);
    expect(await inbox('city publisher', proposal.id)).toEqual(['publish']);
    const stale = { body: { round: 1 } };
    expect(await codeOf('city publisher', 'POST', `${path}/publish`, stale)).toEqual([
      409,
      'proposal-changed',
    ]);
    const published = await api.ask('city publisher', 'POST', `${path}/publish`, {
      body: { round: 2 },
    });
    expect(published.status).toBe(201);
    expect(published.headers.get('tiaoli-version')).toBe(published.json.hash);
    const twice = { body: { round: 2 } };
    expect(await codeOf('city publisher', 'POST', `${path}/publish`, twice)).toEqual([
      409,
      'proposal-step',
    ]);
    const now = `/documents/${documentId()}/in-force?on=2027-06-01`;
    expect((await must('sister analyst', 'GET', now)).id).toBe(published.json.id);
    const source = await api.ask('sister analyst', 'GET', `/versions/${published.json.id}/source`);
    expect(source.text).toBe(cityText('58%'));
    expect((await must('city drafter', 'GET', `/drafts/${draft.id}`)).state).toBe('closed');
  });

  test('sent back and withdrawn with reasons; lists by state', async () => {
    const draft = await begin(cityText('63%'), (await current()).id);
    const proposal = await propose(draft.id, 1);
    const path = `/proposals/${proposal.id}`;
    const assigned = await codeOf('province reviewer', 'POST', `${path}/assign`, {
      body: { userId: api.world.people.get('city drafter') },
    });
    expect(assigned).toEqual([422, 'not-a-reviewer']);
    await post('province reviewer', `${path}/begin-review`);
    const empty = { body: { round: 1, reason: '  ' } };
    expect(await codeOf('province reviewer', 'POST', `${path}/send-back`, empty)).toEqual([
      422,
      'text-not-kept',
    ]);
    const back = await post('province reviewer', `${path}/send-back`, {
      ...{ round: 1, reason: '请补测算' },
    });
    expect(back.state).toBe('sent-back');
    const listed = async (query: string) =>
      (await must('city proposer', 'GET', `/proposals?${query}`)).proposals.map(
        ({ id }: { id: string }) => id,
      );
    expect(await listed('state=sent-back')).toEqual([proposal.id]);
    expect(await listed('state=approved')).toEqual([]);
    expect(await listed(`reviewPlaceId=${api.world.places.province}`)).toContain(proposal.id);
    expect(await listed(`reviewPlaceId=${api.world.places.sister}`)).toEqual([]);
    expect((await post('city proposer', `${path}/withdraw`, { reason: '另报' })).state).toBe(
      'withdrawn',
    );
  });

  test('a draft whose base has moved is merged, rebased and proposed', async () => {
    const draft = await begin(cityText('64%'), base);
    const early = await api.ask('city proposer', 'POST', `/drafts/${draft.id}/propose`, {
      ...{ body: { effectiveFrom: '2027-06-01', reason: 'x' }, headers: { 'if-match': '"1"' } },
    });
    expect([early.status, early.json.code]).toEqual([409, 'base-moved']);
    const moved = await must(
      'city proposer',
      'GET',
      `/drafts/${draft.id}/moved-base?on=2027-06-01`,
    );
    expect(moved).toMatchObject({ base: cityText('55%'), theirs: cityText('58%'), revision: 1 });
    expect(moved.clauses).toMatchObject([{ clause: '「比例」' }]);
    const body = { text: cityText('64%'), baseVersionId: moved.theirsVersionId };
    const rebase = (tag: string) =>
      api.ask('city proposer', 'POST', `/drafts/${draft.id}/rebase`, {
        ...{ body, headers: { 'if-match': tag } },
      });
    expect((await rebase('"7"')).json.code).toBe('draft-moved');
    expect((await rebase('"1"')).json).toMatchObject({
      revision: 2,
      ...{ baseVersionId: body.baseVersionId },
    });
    const rest = `/drafts/${draft.id}/moved-base?on=2027-06-01`;
    expect((await api.ask('city proposer', 'GET', rest)).status).toBe(204);
    expect((await propose(draft.id, 2)).round).toBe(1);
  });

  test('rolled back and repealed, by the publisher of the place alone', async () => {
    const body = { effectiveFrom: '2028-01-01' };
    expect(await codeOf('city drafter', 'POST', `/versions/${base}/roll-back`, { body })).toEqual([
      403,
      'not-permitted',
    ]);
    const back = await post('city publisher', `/versions/${base}/roll-back`, body);
    expect(back).toMatchObject({ rollbackOfId: base, effectiveFrom: '2028-01-01' });
    const source = await api.ask('city publisher', 'GET', `/versions/${back.id}/source`);
    expect(source.text).toBe(cityText('55%'));
    const repeal = { from: '2030-01-01', reason: '新办法施行' };
    const repeals = `/documents/${documentId()}/repeals`;
    expect(await codeOf('province publisher', 'POST', repeals, { body: repeal })).toEqual([
      403,
      'not-permitted',
    ]);
    expect(await post('city publisher', repeals, repeal)).toMatchObject(repeal);
    const gone = `/documents/${documentId()}/in-force?on=2030-01-01`;
    expect((await api.ask('city drafter', 'GET', gone)).status).toBe(404);
  });

  test('a new document, from its first draft to its first version', async () => {
    const code = 'province.more';
    const body = { jurisdictionId: api.world.places.province, code, title: '另一办法' };
    expect((await api.ask('city drafter', 'POST', '/documents', { body })).status).toBe(403);
    const document = await post('province drafter', '/documents', body);
    const text = provinceText('20元')
      .replace('province.rules', code)
      .replace('「省办法」', '「另一办法」');
    const draft = await post('province drafter', '/drafts', {
      ...{ jurisdictionId: body.jurisdictionId, documentId: document.id, title: '新办法' },
      ...{ path: 'policies/more.tiaoli', text },
    });
    const reason = { effectiveFrom: '2027-01-01', reason: '新办法' };
    const proposal = await post('province drafter', `/drafts/${draft.id}/propose`, reason, {
      'if-match': '"1"',
    });
    const path = `/proposals/${proposal.id}`;
    await post('province reviewer', `${path}/begin-review`);
    const check = await runCheck(api, 'province reviewer', proposal.id);
    expect(check).toMatchObject({
      hasCertificate: false,
      report: { comparison: { kind: 'first' } },
    });
    await post('province reviewer', `${path}/approve`, { checkId: check.id });
    const version = await post('province publisher', `${path}/publish`, { round: 1 });
    expect(version).toMatchObject({ number: 1, documentId: document.id });
  });

  test('whatever is written is refused, or given back as it was', async () => {
    const draft = await begin(cityText('65%'), (await current()).id);
    const proposal = await propose(draft.id, 1);
    const texts = [
      '\u0000',
      'a\ud800',
      '\u202eعربي\u2066',
      '😀'.repeat(100),
      'x'.repeat(1024 * 1024),
    ];
    const kept: string[] = [];
    for (const text of texts) {
      const { status, json } = await api.ask(
        'city proposer',
        'POST',
        `/proposals/${proposal.id}/threads`,
        {
          body: { round: 1, clause: '', text },
        },
      );
      if (status === 201) kept.push(json.comments[0].text);
      else expect([400, 422]).toContain(status);
    }
    expect(kept).toEqual([texts[2], texts[3]]);
    const { threads } = await must('province reviewer', 'GET', `/proposals/${proposal.id}/threads`);
    expect(threads.map((each: { comments: { text: string }[] }) => each.comments[0]?.text)).toEqual(
      kept,
    );
    const half = { body: { original: '\ud800', replacement: 'x' } };
    const suggestions = `/threads/${threads[0].id}/suggestions`;
    expect((await api.ask('city proposer', 'POST', suggestions, half)).status).toBe(400);
    const odd = { original: '\u0000\r\n\ufeff', replacement: '\u202e' };
    const { suggestions: back } = await post('city proposer', suggestions, odd);
    expect(back).toMatchObject([odd]);
  });

  test.each(['text/plain', 'application/json; charset=gbk', 'application/xml', ''])(
    'a body of type "%s" is 415',
    async (type) => {
      const body = JSON.stringify({ from: '2031-01-01', reason: '编码' });
      const path = `/documents/${documentId()}/repeals`;
      const headers = { 'content-type': type };
      expect(await codeOf('city publisher', 'POST', path, { body, headers })).toEqual([
        415,
        'not-json',
      ]);
    },
  );

  function current() {
    return must('city drafter', 'GET', `/documents/${documentId()}/in-force?on=2027-06-01`);
  }
});
