import { storeOf } from '@tiaoli/store';
import type { CheckedProposal, Outcome, PolicyStore, Proposal } from '@tiaoli/workspace';
import {
  approveProposal,
  checkProposal,
  proposeDraft,
  publishProposal,
  publishVersion,
} from '@tiaoli/workspace';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { cityText, pathOf, provinceText, publishBase } from './delegated.ts';
import { plantFailure } from './planted-failure.ts';
import type { World } from './world.ts';
import { as, ask, codesOf, makeWorld, personOf } from './world.ts';

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe.each(databaseKinds)('%s', (kind) => {
  const failure = plantFailure();
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
  /** The version of the city that is in force. */
  let base: string;

  beforeAll(async () => {
    under = await startDatabase(kind, failure.adapt);
    store = storeOf(under.database, environment);
    world = await makeWorld(store);
  }, 180_000);
  afterAll(() => under.stop(), 60_000);

  beforeEach(async () => {
    await publishBase(store, world, 'province', '100元');
    await publishBase(store, world, 'city', '55%');
    base = await currentBase();
  }, 60_000);

  const reviewer = () => personOf(world, 'province', 'reviewer');
  const author = () => personOf(world, 'city', 'proposer');
  const publisher = () => personOf(world, 'city', 'publisher');

  /** What the city proposes, taken up by the province. */
  async function underReview(text: string): Promise<Proposal> {
    const draft = await as(store, author(), ({ drafts }) =>
      drafts.create({
        ...{ jurisdictionId: world.places.city, documentId: world.documents.city.id },
        ...{ title: '调整', path: pathOf('city'), baseVersionId: base, text },
      }),
    );
    const request = { draftId: draft.id, draftRevision: 1, effectiveFrom: '2027-06-01' };
    const { id } = done(await proposeDraft(store, author(), { ...request, reason: '结余' }));
    return as(store, reviewer(), ({ proposals }) => proposals.beginReview(id));
  }

  const check = async (id: string): Promise<CheckedProposal> =>
    done(await checkProposal(store, reviewer(), id));
  const approve = (proposalId: string, checkId: string) =>
    approveProposal(store, reviewer(), { proposalId, checkId });

  async function approved(text: string): Promise<Proposal> {
    const { id } = await underReview(text);
    const { check: found } = await check(id);
    return done(await approve(id, found.id));
  }

  const stateOf = async (id: string) =>
    (await as(store, reviewer(), ({ proposals }) => proposals.find(id)))?.state;

  test('the whole life: checked with a certificate, approved, published, the draft closed', async () => {
    const { id, draftId } = await underReview(cityText('60%'));
    const { check: found, report } = await check(id);
    expect(report.comparison).toMatchObject({ kind: 'compared', isSame: false });
    const days = report.comparison.kind === 'compared' ? report.comparison.days : [];
    expect(days.map(({ on, isComplete }) => [on, isComplete])).toEqual([['2027-06-01', true]]);
    expect(days[0]?.results.map(({ name, state }) => [name, state])).toEqual([
      ['补助', 'changed-exact'],
    ]);
    expect(report.conformance).toMatchObject([
      { parameter: '支付比例', state: 'within', isOwn: true },
    ]);
    expect(report.undecided).toEqual([]);
    expect(found.certificate).toContain('补助');
    // The same question has the same answer, and the same hashes.
    const again = await check(id);
    expect([again.report, again.check.differenceHash]).toEqual([report, found.differenceHash]);
    expect(codesOf(await approve(id, found.id))).toEqual(['check-outdated']);
    expect(codesOf(await publishProposal(store, publisher(), id))).toEqual(['proposal-step']);
    expect(done(await approve(id, again.check.id)).state).toBe('approved');
    for (const who of [
      'city proposer',
      'city reviewer',
      'province publisher',
      'province reviewer',
    ]) {
      const refused = await publishProposal(store, world.people.get(who) ?? '', id);
      expect(codesOf(refused), who).toEqual(['not-permitted']);
    }
    const version = done(await publishProposal(store, publisher(), id));
    expect(version.effectiveFrom).toBe('2027-06-01');
    const kept = await as(store, author(), async ({ proposals, drafts, versions }) => ({
      proposal: await proposals.find(id),
      draft: await drafts.find(draftId),
      source: new TextDecoder().decode(await versions.bytes(version.sourceHash)),
    }));
    expect(kept).toMatchObject({
      proposal: { state: 'published', versionId: version.id },
      draft: { state: 'closed' },
      source: cityText('60%'),
    });
    const trail = await as(store, personOf(world, 'province', 'auditor'), async ({ audit }) =>
      [...(await audit.list(world.places.city)), ...(await audit.list(world.places.province))]
        .map(({ content }) => JSON.parse(content))
        .filter(({ subject }) => subject === id)
        .map(({ action }) => action),
    );
    expect(trail).toEqual([
      ...['propose-draft', 'publish-proposal', 'begin-review'],
      ...['check-proposal', 'check-proposal', 'approve'],
    ]);
    expect(await store.verify()).toEqual([]);
  });

  test('what the gate finds keeps it from going on until it is mended or answered for', async () => {
    const example = `
算例「不符」 {
  地区 甲市；
  结算 { 合规费用：1000元 }
  期望 { 补助 = 1元 }
}
`;
    const failing = await underReview(`${cityText('60%')}${example}`);
    const blocks = async (id: string) => {
      const outcome = await approve(id, (await check(id)).check.id);
      return outcome.kind === 'refused' ? outcome.diagnostics.map(({ message }) => message.zh) : [];
    };
    expect(await blocks(failing.id)).toEqual(['算例不符：不符']);
    const open = await underReview(cityText('60%'));
    const thread = await as(store, reviewer(), ({ reviews }) =>
      reviews.begin(open.id, { round: 1, clause: '', text: '待议' }),
    );
    expect(await blocks(open.id)).toEqual(['意见尚未解决：1']);
    await as(store, reviewer(), ({ reviews }) => reviews.resolve(thread.id));
    expect(await blocks(open.id)).toEqual([]);
  });

  test('hearsay is published when somebody confirms it by name; what is invented or not known is not', async () => {
    const hearsay = await approved(cityText('60% 等级 D'));
    const refused = await publishProposal(store, publisher(), hearsay.id);
    expect(codesOf(refused)).toEqual(['gate-blocks']);
    const { gradeD } = (await check(hearsay.id)).report;
    const confirm = (id: string) =>
      ask(store, id, ({ gate }) =>
        gate.accept(hearsay.id, {
          ...{ kind: 'grade-d', fingerprint: gradeD[0]?.fingerprint ?? '', reason: '电话核实' },
        }),
      );
    expect(codesOf(await confirm(author()))).toEqual(['not-permitted']);
    expect(codesOf(await confirm(reviewer()))).toEqual([]);
    const accepted = await as(store, author(), ({ gate }) => gate.acceptances(hearsay.id));
    expect(accepted).toMatchObject([
      { kind: 'grade-d', reason: '电话核实', accepterId: reviewer() },
    ]);
    expect(codesOf(await publishProposal(store, publisher(), hearsay.id))).toEqual([]);
    const other = '\n条「另」 出处 "原文" {\n  参数 另：金额 = 未见 "没有公布"；\n}\n';
    const invented = { text: cityText('60% 等级 示例'), told: '示例值不能发布：支付比例' };
    const unseen = { text: `${cityText('60%')}${other}`, told: '取值未见，不能发布：另' };
    for (const { text, told } of [invented, unseen]) {
      base = await currentBase();
      const { id } = await approved(text);
      const outcome = await publishProposal(store, publisher(), id);
      expect(
        outcome.kind === 'refused' && outcome.diagnostics.map(({ message }) => message.zh),
      ).toEqual([told]);
      expect(await stateOf(id)).toBe('approved');
    }
  });

  /** What is in force of the city on the first day of the proposals. */
  async function currentBase(): Promise<string> {
    const history = await as(store, author(), ({ versions }) =>
      versions.history(world.documents.city.id),
    );
    const begun = history.versions.filter(({ effectiveFrom }) => effectiveFrom <= '2027-06-01');
    const sorted = begun.toSorted(
      (left, right) =>
        left.effectiveFrom.localeCompare(right.effectiveFrom) || left.number - right.number,
    );
    return sorted.at(-1)?.id ?? base;
  }

  test('an approval is of one text: a new round, saved while somebody approves, is not approved with it', async () => {
    base = await currentBase();
    const { id, draftId } = await underReview(cityText('61%'));
    const { check: found } = await check(id);
    const edit = async () => {
      const saved = await as(store, author(), ({ drafts }) =>
        drafts.save(draftId, 1, cityText('69%')),
      );
      const request = { draftId, draftRevision: saved?.revision ?? 0, effectiveFrom: '2027-06-01' };
      return proposeDraft(store, author(), { ...request, reason: '改' });
    };
    const [approval, edited] = await Promise.all([approve(id, found.id), edit()]);
    expect(codesOf(edited)).toEqual([]);
    const now = await as(store, reviewer(), ({ proposals }) => proposals.find(id));
    // Whichever came first: the new text is before the office, and nobody approved it.
    expect(now).toMatchObject({ state: 'proposed', round: 2 });
    const approvals = await as(store, reviewer(), ({ proposals }) => proposals.approvals(id));
    expect(approvals.map(({ round }) => round)).toEqual(approval.kind === 'done' ? [1] : []);
    const late = await ask(store, reviewer(), ({ proposals }) => proposals.approve(id, found.id));
    expect(codesOf(late)).toEqual(['proposal-changed']);
    expect(codesOf(await publishProposal(store, publisher(), id))).toEqual(['proposal-step']);
  });

  test('an approval lapses where what is in force has moved, and stands where nothing is other by it', async () => {
    base = await currentBase();
    const moved = await approved(cityText('62%'));
    const publish = async (text: string) =>
      done(
        await publishVersion(store, personOf(world, 'province', 'publisher'), {
          ...{ documentId: world.documents.province.id, path: pathOf('province'), text },
          ...{ effectiveFrom: '2027-05-01', beside: new Map() },
        }),
      );
    // Half of more: every difference is another.
    await publish(provinceText('5000元'));
    // What the newest check says is of what was in force before.
    expect(codesOf(await publishProposal(store, publisher(), moved.id))).toEqual([
      'check-outdated',
    ]);
    expect(await stateOf(moved.id)).toBe('approved');
    await check(moved.id);
    expect(codesOf(await publishProposal(store, publisher(), moved.id))).toEqual([
      'approval-lapsed',
    ]);
    expect(await stateOf(moved.id)).toBe('under-review');
    const { check: found } = await check(moved.id);
    done(await approve(moved.id, found.id));
    // Other words, and nothing that is counted.
    await publish(provinceText('5000元').replaceAll('原文', '另一份原文'));
    done(await checkProposal(store, publisher(), moved.id));
    expect(codesOf(await publishProposal(store, publisher(), moved.id))).toEqual([]);
    base = await currentBase();
    const [first, second] = [await approved(cityText('63%')), await approved(cityText('64%'))];
    expect(codesOf(await publishProposal(store, publisher(), first.id))).toEqual([]);
    expect(codesOf(await publishProposal(store, publisher(), second.id))).toEqual(['base-moved']);
    expect(await stateOf(second.id)).toBe('under-review');
  });

  test('of several who publish one proposal at once one does', async () => {
    base = await currentBase();
    const { id } = await approved(cityText('65%'));
    const count = () => under.database.client.version.count();
    const before = await count();
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => publishProposal(store, publisher(), id)),
    );
    expect(outcomes.filter((each) => each.kind === 'done')).toHaveLength(1);
    expect(new Set(outcomes.flatMap(codesOf))).toEqual(new Set(['proposal-step']));
    expect((await count()) - before).toBe(1);
    expect(await store.verify()).toEqual([]);
  });

  test('whatever statement of approving and of publishing fails, there is no half of it', async () => {
    base = await currentBase();
    const { id } = await underReview(cityText('66%'));
    const { check: found } = await check(id);
    const rows = async () => {
      const { client } = under.database;
      return {
        approvals: await client.approval.count(),
        versions: await client.version.count(),
        events: await client.auditEvent.count(),
        proposal: await client.proposal.findUnique({ where: { id } }),
        drafts: await client.draft.count({ where: { state: 'open' } }),
      };
    };
    const approving = () =>
      ask(store, reviewer(), ({ proposals }) => proposals.approve(id, found.id));
    const publishing = () =>
      ask(store, publisher(), ({ proposals }) =>
        proposals.publish(id, 1, {
          ...{ documentId: world.documents.city.id, path: pathOf('city'), engineVersion: '1' },
          ...{ meaningHash: 'a'.repeat(64), effectiveFrom: '2027-06-01', files: [] },
          source: new TextEncoder().encode(cityText('66%')),
          module: new TextEncoder().encode('module'),
        }),
      );
    const counts: number[] = [];
    for (const attempt of [approving, publishing]) {
      const before = await rows();
      let at = 1;
      for (; ; at += 1) {
        failure.failAt(at);
        const outcome = await attempt();
        const reached = failure.count();
        failure.failAt(0);
        if (reached < at) {
          expect(codesOf(outcome)).toEqual([]);
          break;
        }
        expect(codesOf(outcome), `statement ${at}`).toEqual(['store-unavailable']);
        expect(await rows(), `statement ${at}`).toEqual(before);
      }
      counts.push(at - 1);
    }
    process.stdout.write(`${kind}: each of ${counts.join(' and ')} statements failed once\n`);
    expect(Math.min(...counts)).toBeGreaterThan(8);
    expect(await store.verify()).toEqual([]);
  }, 300_000);

  test('the database itself refuses a step that is left out, and an author’s own approval', async () => {
    base = await currentBase();
    const { id } = await underReview(cityText('67%'));
    const { check: found } = await check(id);
    const connection = await under.database.connect();
    onTestFinished(connection.close);
    const update = (state: string) =>
      connection.run(`UPDATE proposal SET state = '${state}' WHERE id = '${id}'`);
    await expect(update('approved')).rejects.toThrow('nobody approved this round');
    const own = connection.run(`INSERT INTO approval
      SELECT gen_random_uuid(), proposal_id, round, id, content_hash, difference_hash, '${author()}', now()
      FROM gate_check WHERE id = '${found.id}'`);
    await expect(own).rejects.toThrow('an author does not approve');
    await update('withdrawn');
    await expect(update('under-review')).rejects.toThrow('does not become');
    const altered = `UPDATE gate_check SET difference_hash = content_hash WHERE id = '${found.id}'`;
    await expect(connection.run(altered)).rejects.toThrow('never changed');
  });
});
