import { expect, test } from 'vitest';
import type { GateReport } from './gate-report.ts';
import { approvalBlocks, publicationBlocks } from './gate-report.ts';

const text = { zh: '甲', en: 'a' };
const clean: GateReport = {
  ...{
    form: 1,
    engineVersion: '1',
    comparedWith: 'x',
    findings: [],
    examples: [],
    conformance: [],
  },
  ...{ comparison: { kind: 'first' }, undecided: [], illustrative: [], unseen: [], gradeD: [] },
};
const accepted = (fingerprint: string, kind: 'undecided' | 'grade-d') => ({
  ...{ fingerprint, kind, reason: 'x', accepterId: 'me', acceptedAt: new Date(0) },
});
const kinds = (blocks: readonly { readonly kind: string }[]) => blocks.map(({ kind }) => kind);

test('nothing stands in the way of a clean text, and each fault stands in the way of approval', () => {
  const row = { parameter: '甲', place: '乙' } as const;
  expect(approvalBlocks(clean, [], 0)).toEqual([]);
  const found = (severity: 'error' | 'warning') => ({
    code: 'x',
    severity,
    message: text,
    line: 1,
  });
  expect(
    kinds(approvalBlocks({ ...clean, findings: [found('error'), found('warning')] }, [], 0)),
  ).toEqual(['finding']);
  const examples = [
    { name: '例', passed: false },
    { name: '好', passed: true },
  ];
  expect(kinds(approvalBlocks({ ...clean, examples }, [], 0))).toEqual(['example']);
  const conformance = [
    { ...row, state: 'outside' as const, isOwn: true },
    { ...row, state: 'gone' as const, isOwn: true },
    { ...row, state: 'within' as const, isOwn: true },
    // What another office set is told, and is that office's to change.
    { ...row, state: 'outside' as const, isOwn: false },
  ];
  expect(kinds(approvalBlocks({ ...clean, conformance }, [], 0))).toEqual(['outside', 'outside']);
  expect(kinds(approvalBlocks(clean, [], 2))).toEqual(['thread']);
});

test('what is undecided or hearsay blocks until somebody answers for that very thing', () => {
  const open = {
    ...clean,
    undecided: [{ fingerprint: 'u', text }],
    gradeD: [{ fingerprint: 'd', text }],
  };
  expect(kinds(approvalBlocks(open, [], 0))).toEqual(['undecided']);
  expect(kinds(approvalBlocks(open, [accepted('other', 'undecided')], 0))).toEqual(['undecided']);
  expect(approvalBlocks(open, [accepted('u', 'undecided')], 0)).toEqual([]);
  expect(kinds(publicationBlocks(open, [], false))).toEqual(['grade-d']);
  expect(kinds(publicationBlocks(open, [], true))).toEqual(['grade-d']);
  expect(publicationBlocks(open, [accepted('d', 'grade-d')], false)).toEqual([]);
});

test('what is invented or not known is published in a demonstration alone', () => {
  const weak = { ...clean, illustrative: ['甲'], unseen: ['乙'] };
  expect(kinds(publicationBlocks(weak, [], false))).toEqual(['illustrative', 'unseen']);
  expect(publicationBlocks(weak, [], true)).toEqual([]);
});
