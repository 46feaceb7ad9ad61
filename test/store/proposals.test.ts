import { storeOf } from '@tiaoli/store';
import type { PolicyStore, Proposal } from '@tiaoli/workspace';
import {
  applySuggestion,
  clausePieces,
  findMovedBase,
  listInbox,
  operatorId,
  proposeDraft,
  rebaseDraft,
} from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { begin, cityText, provinceText, publishBase } from './delegated.ts';
import type { World } from './world.ts';
import { as, ask, codesOf, makeWorld, personOf } from './world.ts';

describe.each(databaseKinds)('%s', (kind) => {
  /** Moves on with each question, so that moments differ. */
  let moment = 0;
  const environment = {
    now: () => {
      moment += 1;
      return new Date(Date.UTC(2027, 0, 1) + moment);
    },
    newId: () => crypto.randomUUID(),
  };
  let under: DatabaseUnderTest;
  let store: PolicyStore;
  let world: World;
  let provinceBase: string;
  let cityBase: string;

  beforeAll(async () => {
    under = await startDatabase(kind);
    store = storeOf(under.database, environment);
    world = await makeWorld(store);
    provinceBase = await publishBase(store, world, 'province', '100元');
    cityBase = await publishBase(store, world, 'city', '55%');
  }, 180_000);
  afterAll(() => under.stop(), 60_000);

  const reviewer = () => personOf(world, 'province', 'reviewer');
  const proposer = () => personOf(world, 'city', 'proposer');

  /** What a city decides within what the province leaves to it, laid before the province. */
  async function overlay(rate: string): Promise<Proposal> {
    const draft = await begin(store, world, 'city', {
      value: rate,
      base: cityBase,
      role: 'proposer',
    });
    return propose(draft.id, 1);
  }

  async function propose(draftId: string, draftRevision: number): Promise<Proposal> {
    const request = { draftId, draftRevision, effectiveFrom: '2027-06-01', reason: '基金有结余' };
    const outcome = await proposeDraft(store, proposer(), request);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value;
  }

  async function inboxOf(id: string, proposal: Proposal) {
    const outcome = await listInbox(store, id);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value.flatMap((each) =>
      each.proposal.id === proposal.id ? [[each.task, each.since] as const] : [],
    );
  }

  test('a city lays its own value before the province, which sends it back; the turn passes by itself', async () => {
    const proposal = await overlay('60%');
    expect(proposal).toMatchObject({ kind: 'overlay', state: 'proposed', round: 1 });
    expect(proposal.reviewPlaceId).toBe(world.places.province);
    expect(await inboxOf(reviewer(), proposal)).toEqual([['take-up', proposal.stateSince]]);
    expect(await inboxOf(proposer(), proposal)).toEqual([]);
    const taken = await as(store, reviewer(), ({ proposals }) =>
      proposals.beginReview(proposal.id),
    );
    expect(taken).toMatchObject({ state: 'under-review', assigneeId: reviewer() });
    expect(await inboxOf(reviewer(), proposal)).toEqual([['decide', taken.stateSince]]);
    const read = await as(store, reviewer(), ({ proposals }) => proposals.round(proposal.id, 1));
    expect(read).toMatchObject({
      text: cityText('60%'),
      reason: '基金有结余',
      effectiveFrom: '2027-06-01',
    });
    const back = await as(store, reviewer(), ({ proposals }) =>
      proposals.sendBack(proposal.id, 1, '请说明测算'),
    );
    expect(back.state).toBe('sent-back');
    expect(await inboxOf(proposer(), proposal)).toEqual([['revise', back.stateSince]]);
    const again = await propose(proposal.draftId, 1);
    expect(again).toMatchObject({ id: proposal.id, state: 'proposed', round: 2 });
    // It comes back to the one who has read it.
    expect((await inboxOf(reviewer(), proposal)).map(([task]) => task)).toEqual(['take-up']);
    // What was decided about an earlier round is not decided about this one.
    await as(store, reviewer(), ({ proposals }) => proposals.beginReview(proposal.id));
    const late = await ask(store, reviewer(), ({ proposals }) =>
      proposals.sendBack(proposal.id, 1, '迟到'),
    );
    expect(codesOf(late)).toEqual(['proposal-changed']);
    const gone = await as(store, proposer(), ({ proposals }) =>
      proposals.withdraw(proposal.id, '另报'),
    );
    expect(gone.state).toBe('withdrawn');
    const over = await ask(store, reviewer(), ({ proposals }) =>
      proposals.beginReview(proposal.id),
    );
    expect(codesOf(over)).toEqual(['proposal-step']);
    expect(await store.verify()).toEqual([]);
  });

  test('what lies outside the bounds, has errors or is another document cannot be laid before anybody', async () => {
    const codes = async (text: string): Promise<readonly string[]> => {
      const draft = await begin(store, world, 'city', { value: '60%', base: cityBase });
      await as(store, personOf(world, 'city', 'drafter'), ({ drafts }) =>
        drafts.save(draft.id, 1, text),
      );
      const request = { draftId: draft.id, effectiveFrom: '2027-06-01', reason: 'x' };
      return codesOf(
        await proposeDraft(store, personOf(world, 'city', 'drafter'), {
          ...request,
          draftRevision: 2,
        }),
      );
    };
    expect(await codes(cityText('80%'))).toEqual(['above-upper-bound']);
    expect(await codes(cityText('70.01%'))).toEqual(['above-upper-bound']);
    expect(await codes(cityText(''))).not.toEqual([]);
    expect(await codes(cityText('60%').replace('city.rules', 'other.rules'))).toEqual([
      'document-differs',
    ]);
    expect(await codes('')).not.toEqual([]);
    expect(await codes(cityText('70%'))).toEqual([]);
  });

  test('nobody outside the two offices sees a proposal, whatever is asked of it', async () => {
    const proposal = await overlay('61%');
    const inside = new Set([
      ...['drafter', 'proposer', 'reviewer', 'publisher'].map((role) => `city ${role}`),
      ...['drafter', 'reviewer', 'publisher'].map((role) => `province ${role}`),
    ]);
    const unknown = operatorId;
    for (const [who, id] of [...world.people, ['operator', operatorId]] as const) {
      const seen = await as(store, id, async ({ proposals, reviews, gate }) => ({
        one: (await proposals.find(proposal.id)) !== undefined,
        listed: (await proposals.list()).some((each) => each.id === proposal.id),
        text: (await proposals.round(proposal.id, 1)) !== undefined,
        rest: [
          ...(await reviews.threads(proposal.id)),
          ...(await gate.acceptances(proposal.id)),
          ...(await proposals.approvals(proposal.id)),
        ],
      }));
      const is = inside.has(who);
      expect([seen.one, seen.listed, seen.text], who).toEqual([is, is, is]);
      if (is) continue;
      const [foreign, missing] = await Promise.all(
        [proposal.id, unknown].map((one) =>
          ask(store, id, ({ proposals }) => proposals.withdraw(one, 'x')),
        ),
      );
      expect(foreign, who).toEqual(missing);
      expect(codesOf(foreign ?? missing ?? { kind: 'done', value: 0 })).toEqual([
        'record-not-found',
      ]);
    }
    // The draft itself stays with its office: the reviewers see what was laid before them.
    const draft = await as(store, reviewer(), ({ drafts }) => drafts.find(proposal.draftId));
    expect(draft).toBeUndefined();
  }, 180_000);

  test('a thread on a clause, a suggestion that is applied, and one that comes too late', async () => {
    const proposal = await overlay('62%');
    const [pieces = []] = await clausePieces([cityText('62%')]);
    const clause = pieces.find((each) => each.clause === '「比例」');
    if (!clause) throw new Error('no such clause');
    const thread = await as(store, reviewer(), ({ reviews }) =>
      reviews.begin(proposal.id, { round: 1, clause: clause.key, text: '偏高' }),
    );
    expect((await inboxOf(proposer(), proposal)).map(([task]) => task)).toEqual(['answer']);
    const replacement = clause.text.replace('62%', '58%');
    const texts = { original: clause.text, replacement };
    const twice = await as(store, reviewer(), async ({ reviews }) => {
      await reviews.suggest(thread.id, texts);
      return reviews.suggest(thread.id, {
        ...texts,
        replacement: clause.text.replace('62%', '57%'),
      });
    });
    const [first, second] = twice.suggestions;
    if (!first || !second) throw new Error('two suggestions');
    const choose = (id: string, suggestionId: string) =>
      applySuggestion(store, id, { threadId: thread.id, suggestionId });
    expect(codesOf(await choose(reviewer(), first.id))).toEqual(['record-not-found']);
    expect(await choose(proposer(), first.id)).toMatchObject({
      kind: 'done',
      value: { revision: 2 },
    });
    const text = await as(store, proposer(), ({ drafts }) => drafts.revision(proposal.draftId, 2));
    expect(text?.text).toBe(cityText('58%'));
    expect(codesOf(await choose(proposer(), second.id))).toEqual(['clause-moved']);
    expect(codesOf(await choose(proposer(), first.id))).toEqual(['clause-moved']);
    const settled = await as(store, proposer(), async ({ reviews }) => {
      await reviews.settle(second.id);
      await reviews.comment(thread.id, '已采纳');
      return reviews.resolve(thread.id);
    });
    expect(settled.suggestions.map(({ state, draftRevision }) => [state, draftRevision])).toEqual([
      ['applied', 2],
      ['declined', undefined],
    ]);
    expect(settled.resolvedAt).toBeInstanceOf(Date);
    const reopened = await as(store, reviewer(), ({ reviews }) =>
      reviews.comment(thread.id, '再问'),
    );
    expect(reopened.resolvedAt).toBeUndefined();
    expect(reopened.comments.map(({ number, text: said }) => [number, said])).toEqual([
      [1, '偏高'],
      [2, '已采纳'],
      [3, '再问'],
    ]);
  });

  test('a change of a document is decided by its own office, and not by whoever wrote any of it', async () => {
    const draft = await begin(store, world, 'province', { value: '200元', base: provinceBase });
    const drafter = personOf(world, 'province', 'drafter');
    const both = personOf(world, 'province', 'reviewer');
    await as(store, personOf(world, 'province', 'administrator'), ({ users }) =>
      users.grant(both, world.places.province, 'drafter'),
    );
    await as(store, both, ({ drafts }) => drafts.save(draft.id, 1, provinceText('150元')));
    const request = { draftId: draft.id, effectiveFrom: '2027-06-01', reason: '调整' };
    expect(codesOf(await proposeDraft(store, drafter, { ...request, draftRevision: 1 }))).toEqual([
      'proposal-changed',
    ]);
    const proposed = await proposeDraft(store, drafter, { ...request, draftRevision: 2 });
    if (proposed.kind === 'refused') throw new Error(JSON.stringify(proposed.diagnostics));
    expect(proposed.value).toMatchObject({ kind: 'change', authors: [both, drafter].toSorted() });
    const own = await ask(store, both, ({ proposals }) => proposals.beginReview(proposed.value.id));
    expect(codesOf(own)).toEqual(['not-permitted']);
    await as(store, personOf(world, 'province', 'administrator'), ({ users }) =>
      users.revoke(both, world.places.province, 'drafter'),
    );
    // Written is written, whatever roles somebody has now.
    const still = await ask(store, both, ({ proposals }) =>
      proposals.beginReview(proposed.value.id),
    );
    expect(codesOf(still)).toEqual(['not-permitted']);
    const toAuthor = await ask(store, both, ({ proposals }) =>
      proposals.assign(proposed.value.id, both),
    );
    expect(codesOf(toAuthor)).toEqual(['not-a-reviewer']);
    const others = (who: string) =>
      ask(store, who, ({ proposals }) => proposals.reviewers(proposed.value.id));
    expect(await others(both)).toMatchObject({ value: [] });
    const second = personOf(world, 'province', 'publisher');
    await as(store, personOf(world, 'province', 'administrator'), ({ users }) =>
      users.grant(second, world.places.province, 'reviewer'),
    );
    expect(await others(both)).toMatchObject({ value: [{ id: second }] });
    expect(codesOf(await others(personOf(world, 'province', 'drafter')))).toEqual([
      'not-permitted',
    ]);
  });

  test('a draft whose base has moved: base, mine and theirs by clause, merged, and proposed again', async () => {
    const mine = await begin(store, world, 'province', { value: '300元', base: provinceBase });
    const drafter = personOf(world, 'province', 'drafter');
    const theirs = provinceText('100元').replace('70%', '75%');
    const current = await as(store, personOf(world, 'province', 'publisher'), ({ versions }) =>
      versions.publish({
        ...{ documentId: world.documents.province.id, path: 'policies/province.tiaoli' },
        ...{
          meaningHash: 'a'.repeat(64),
          engineVersion: '1',
          effectiveFrom: '2027-01-01',
          files: [],
        },
        source: new TextEncoder().encode(theirs),
        module: new TextEncoder().encode('module'),
      }),
    );
    const request = { draftId: mine.id, effectiveFrom: '2027-06-01', reason: '调整' };
    const early = await proposeDraft(store, drafter, { ...request, draftRevision: 1 });
    expect(codesOf(early)).toEqual(['base-moved']);
    const moved = await findMovedBase(store, drafter, request);
    const merged = provinceText('300元').replace('70%', '75%');
    expect(moved).toMatchObject({
      value: {
        base: provinceText('100元'),
        theirs,
        merged,
        clauses: [],
        theirsVersionId: current.id,
      },
    });
    const rebased = await rebaseDraft(store, drafter, {
      ...{ draftId: mine.id, baseRevision: 1, text: merged, baseVersionId: current.id },
    });
    expect(rebased).toMatchObject({ value: { revision: 2, baseVersionId: current.id } });
    expect(await findMovedBase(store, drafter, request)).toEqual({
      kind: 'done',
      value: undefined,
    });
    expect(codesOf(await proposeDraft(store, drafter, { ...request, draftRevision: 2 }))).toEqual(
      [],
    );
    const foreign = { draftId: mine.id, baseRevision: 2, text: merged, baseVersionId: cityBase };
    expect(codesOf(await rebaseDraft(store, drafter, foreign))).toEqual(['record-not-found']);
  });
});
