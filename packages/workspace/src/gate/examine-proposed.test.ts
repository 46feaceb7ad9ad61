import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineProposed } from './examine-proposed.ts';
import { approvalBlocks } from './gate-report.ts';

const root = join(import.meta.dirname, '../../../..');
const path = 'policies/patterns/shape-14.tiaoli';
const common = 'policies/national/common.tiaoli';
const text = readFileSync(join(root, path), 'utf8');

/** The first version of its document, beside what it rests on. */
function first(words: string) {
  return examineProposed({
    ...{ path, text: words, effectiveFrom: '2027-01-01' },
    document: { id: '1', jurisdictionId: '2', code: 'pattern.shape-14', title: '形状14' },
    others: {
      ...{ state: 'others', beside: new Map() },
      sources: new Map([[common, readFileSync(join(root, common))]]),
    },
  });
}

test('what nobody could decide of a first version is to be answered for before it is approved', async () => {
  const { report } = await first(text);
  expect(report.comparison).toEqual({ kind: 'first' });
  const told = report.findings.filter(({ code }) => code === 'undecided');
  expect(told.length).toBeGreaterThan(0);
  expect(report.undecided.map((each) => each.text)).toEqual(told.map(({ message }) => message));
  const blocks = approvalBlocks(report, [], 0).filter(({ kind }) => kind === 'undecided');
  expect(blocks).toHaveLength(told.length);
  const accepted = report.undecided.map(({ fingerprint }) => ({
    ...{ fingerprint, kind: 'undecided' as const, reason: '已用算例核对' },
    ...{ accepterId: '3', acceptedAt: new Date(0) },
  }));
  expect(approvalBlocks(report, accepted, 0)).toEqual([]);
  // An answer holds for the same question in another check, also where the text has moved in its file.
  const moved = await first(text.replace('\n\n', '\n\n// 说明\n\n'));
  expect(moved.report.undecided).toEqual(report.undecided);
}, 120_000);

test('a first version of which everything is decided has nothing to answer for', async () => {
  const plain = text.replace('75% + 0.2个百分点 × 年龄 { 不超过 100% }', '75%');
  expect(plain).not.toBe(text);
  const { report } = await first(plain.slice(0, plain.indexOf('算例「')));
  expect(report.undecided).toEqual([]);
}, 120_000);
