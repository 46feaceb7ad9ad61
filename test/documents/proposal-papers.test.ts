import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@tiaoli/store';
import type { Outcome, PolicyStore } from '@tiaoli/workspace';
import { applySuggestion, checkProposal, clausePieces, proposeDraft } from '@tiaoli/workspace';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runHere } from '../cli/run-tiaoli.ts';
import { begin, cityText, publishBase } from '../store/delegated.ts';
import { as, makeWorld, personOf } from '../store/world.ts';
import { convertFiles, pageSizeOf, pagesOf, tableRows } from './office.ts';
import { unzip } from './unzip.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-papers-'));
const opinions = join(folder, '征求意见采纳情况表');
const note = join(folder, '起草说明');
let proposalId: string;

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', '');
  const store = done(await openStore({ kind: 'folder', folder: join(folder, 'data') }));
  proposalId = await makeProposal(store).finally(store.close);
  const made = await run(proposalId, '--as', 'city-proposer', '--out', '.');
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain('征求意见采纳情况表.docx');
  const files = [`${opinions}.docx`, `${note}.docx`];
  await convertFiles(files, 'pdf', folder);
  await convertFiles(files, 'html:HTML (StarWriter):UTF8', folder);
}, 600_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: readonly string[]) =>
  runHere(['proposal-papers', ...args, '--data', 'data'], { cwd: folder });

/** A city's proposal of which the province says four things: followed, not followed, answered, and not settled. */
async function makeProposal(store: PolicyStore): Promise<string> {
  const world = await makeWorld(store);
  await publishBase(store, world, 'province', '100元');
  const base = await publishBase(store, world, 'city', '55%');
  const author = personOf(world, 'city', 'proposer');
  const reviewer = personOf(world, 'province', 'reviewer');
  const draft = await begin(store, world, 'city', { value: '60%', base, role: 'proposer' });
  const wanted = { draftId: draft.id, draftRevision: 1, effectiveFrom: '2027-06-01' };
  const { id } = done(await proposeDraft(store, author, { ...wanted, reason: '基金有结余' }));
  const [pieces = []] = await clausePieces([cityText('60%')]);
  const piece = pieces.find(({ clause }) => clause === '「比例」');
  if (!piece) throw new Error('no clause');
  const { key, text } = piece;
  await as(store, reviewer, ({ proposals }) => proposals.beginReview(id));
  const say = (clause: string, words: string) =>
    as(store, reviewer, ({ reviews }) => reviews.begin(id, { round: 1, clause, text: words }));
  const suggest = async (words: string, rate: string) => {
    const { id: thread } = await say(key, words);
    const replacement = text.replace('60%', rate);
    const { suggestions } = await as(store, reviewer, ({ reviews }) =>
      reviews.suggest(thread, { original: text, replacement }),
    );
    return { thread, suggestion: suggestions[0]?.id ?? '' };
  };
  const refused = await suggest('不宜超过五成半', '55%');
  await as(store, author, async ({ reviews }) => {
    await reviews.comment(refused.thread, '测算表明基金可以承受');
    await reviews.settle(refused.suggestion);
    await reviews.resolve(refused.thread);
  });
  const talk = await say('', '<b>请说明</b> 与相邻城市的差别');
  await as(store, reviewer, ({ reviews }) => reviews.resolve(talk.id));
  await say(key, '尚有疑问');
  done(await checkProposal(store, reviewer, id));
  const followed = await suggest('建议六成二', '62%');
  done(
    await applySuggestion(store, author, {
      ...{ proposalId: id, threadId: followed.thread, suggestionId: followed.suggestion },
    }),
  );
  return id;
}

const html = (file: string): string => readFileSync(`${file}.html`, 'utf8');
const squeezed = (file: string): string => pagesOf(`${file}.pdf`).join('').replace(/\s/gu, '');

test('采纳情况表: a row for each opinion, what became of it, and blanks where only people know', () => {
  const rows = tableRows(html(opinions)).map((row) => row.map((cell) => cell.join(' ')));
  expect(rows[0]).toEqual(['序号', '意见单位/人', '条款', '意见内容', '采纳情况', '理由']);
  const told = rows.slice(1);
  expect(told.map(([number]) => number)).toEqual(['1', '2', '3', '4']);
  expect(told.map(([, who]) => who)).toEqual(Array(4).fill('province-reviewer'));
  expect(told.map(([, , clause]) => clause)).toEqual([
    ...['「比例」', '全文', '「比例」', '「比例」'],
  ]);
  expect(told.map((row) => row[4])).toEqual([
    ...['未采纳', '【请填写：采纳情况】', '尚未处理', '采纳'],
  ]);
  expect(told.map((row) => row[5])).toEqual([
    ...['测算表明基金可以承受', '【请填写：理由】', '【请填写：理由】', '—'],
  ]);
  expect(told[0]?.[3]).toContain('不宜超过五成半');
  expect(told[0]?.[3]).toContain('支付比例 = 55%');
  expect(told[1]?.[3]).toBe('<b>请说明</b> 与相邻城市的差别');
  expect(squeezed(opinions)).toContain('共收到意见4条：采纳1条，未采纳1条，待填写1条，尚未处理1条');
  expect(pageSizeOf(`${opinions}.pdf`)).toEqual([842, 595]);
});

test('起草说明: what differs, on what it rests, what the gate found, and blanks', () => {
  const text = squeezed(note);
  for (const part of [
    '关于《city的办法》的起草说明',
    '一、起草背景',
    '报送理由：基金有结余',
    '依据：《省办法》',
    '自2027-06-01起施行，与现行版本相比改动1条',
    '提高5个百分点',
    '变化的结果有补助；其余结果已证明不变',
    '【请填写：按本地数据测算的基金和群众负担】',
    '六、其他需要说明的问题',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('演示数据');
  expect(pageSizeOf(`${note}.pdf`)).toEqual([595, 842]);
});

test('Word says the language, and the same proposal gives the same bytes', async () => {
  const before = readFileSync(`${opinions}.docx`);
  expect(unzip(before).get('word/styles.xml')).toContain('zh-CN');
  const again = await run(proposalId, '--as', 'province-reviewer', '--out', '.');
  expect(again.code).toBe(0);
  expect(readFileSync(`${opinions}.docx`).equals(before)).toBe(true);
}, 120_000);

test('without a proposal they are listed; one that is not there, and no folder, say so', async () => {
  const listed = await run('--as', 'city-proposer');
  expect(listed.stdout).toBe(`${proposalId}  审查中  调整\n`);
  const none = await run('x', '--as', 'city-proposer', '--out', '.');
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('没有这份提案')]);
  const nowhere = await run(proposalId, '--as', 'city-proposer');
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('--out')]);
  // Another city has no such proposal, and nobody has one of an unknown name.
  expect((await run('--as', 'sister-proposer')).stdout).toBe('');
  const other = await run(proposalId, '--as', 'sister-proposer', '--out', '.');
  expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('没有这份提案')]);
  const unknown = await run('--as', 'nobody');
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('nobody')]);
}, 120_000);
