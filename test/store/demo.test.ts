import { storeOf } from '@tiaoli/store';
import type { PolicyStore } from '@tiaoli/workspace';
import {
  clausePieces,
  demoPeople,
  listInbox,
  makeDemo,
  openPolicyFolder,
  operatorId,
  stateOfDemo,
} from '@tiaoli/workspace';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../architecture/source-tree.ts';
import { startDatabase } from './databases.ts';
import { as, codesOf } from './world.ts';

test('a demonstration has the policies, people of every role, a proposal that waits and one under review', async () => {
  const under = await startDatabase('embedded');
  onTestFinished(() => under.stop());
  const store = storeOf(under.database);
  const state = async () => {
    const found = await stateOfDemo(store);
    return found.kind === 'done' ? found.value : found;
  };
  expect(await state()).toBe('empty');
  const request = { folder: openPolicyFolder(root, 'policies'), from: '2027-01-01' };
  const made = await makeDemo(store, request);
  if (made.kind === 'refused') throw new Error(JSON.stringify(made.diagnostics.slice(0, 5)));
  const { people, open, underReview } = made.value;
  expect(await state()).toBe('made');
  expect([...people.keys()]).toEqual(demoPeople.map(({ login }) => login));
  expect([open.state, underReview.state]).toEqual(['proposed', 'under-review']);
  expect([open.kind, underReview.kind]).toEqual(['overlay', 'overlay']);
  const reviewer = people.get('shandong-reviewer') ?? '';
  const inbox = await listInbox(store, reviewer);
  if (inbox.kind === 'refused') throw new Error('refused');
  expect(inbox.value.map(({ proposal }) => proposal?.id)).toEqual(
    expect.arrayContaining([open.id]),
  );
  const { threads, text } = await as(store, reviewer, async ({ reviews, proposals }) => ({
    threads: await reviews.threads(underReview.id),
    text: (await proposals.round(underReview.id, 1))?.text ?? '',
  }));
  const [pieces = []] = await clausePieces([text]);
  expect(pieces.map(({ key }) => key)).toContain(threads[0]?.clause);
  // A city sees its own proposal and not that of its neighbour.
  const seen = await as(store, people.get('zibo-proposer') ?? '', ({ proposals }) =>
    proposals.list(),
  );
  expect(seen.map(({ id }) => id)).toEqual([open.id]);
  const codes = await as(store, reviewer, async ({ documents }) =>
    (await documents.list()).map(({ code }) => code),
  );
  expect(codes).toContain('taiyuan.resident-inpatient');
  expect(codes.some((code) => code.startsWith('shape'))).toBe(false);
  expect(await store.verify()).toEqual([]);
  // Nothing that is there is made a demonstration of.
  expect(codesOf(await makeDemo(store, request))).toEqual(['demo-not-empty']);
}, 300_000);

test('a demonstration that was broken off is known, and a store of somebody’s own is none', async () => {
  const stateAfter = async (fill: (store: PolicyStore) => Promise<unknown>) => {
    const under = await startDatabase('embedded');
    onTestFinished(() => under.stop());
    const store = storeOf(under.database);
    await fill(store);
    const found = await stateOfDemo(store);
    return found.kind === 'done' ? found.value : found;
  };
  expect(await stateAfter((store) => store.markDemo())).toBe('broken-off');
  const withPlace = (store: PolicyStore) =>
    as(store, operatorId, ({ jurisdictions }) =>
      jurisdictions.add({ name: '国家', level: 'nation' }),
    );
  // What is deleted and made anew is never somebody's own.
  expect(await stateAfter(withPlace)).toBe('real');
}, 120_000);
