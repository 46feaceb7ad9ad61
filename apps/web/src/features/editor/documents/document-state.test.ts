import { expect, test } from 'vitest';
import { decideDraft, decideOutside } from './document-state.ts';

const base = { text: '甲', revision: '1' };
const fresh = { text: '', revision: null };
const same = { text: '甲', revision: '1' };
const other = { text: '乙', revision: '2' };

test.each([
  ['nothing changed', base, true, '丙', same, 'same'],
  ['changed, nothing typed', base, false, '甲', other, 'take'],
  ['changed, and something typed', base, true, '丙', other, 'ask'],
  ['typed what was stored meanwhile', base, true, '乙', other, 'rebase'],
  ['gone, nothing typed', base, false, '甲', undefined, 'close'],
  ['gone, and something typed', base, true, '丙', undefined, 'ask-gone'],
  ['new, and still not stored', fresh, true, '丙', undefined, 'same'],
  ['new, and somebody else made it', fresh, true, '丙', other, 'ask'],
  ['new and empty, and somebody else made it', fresh, false, '', other, 'ask'],
] as const)('%s', (_what, from, isDirty, mine, stored, expected) => {
  expect(decideOutside(from, isDirty, mine, stored)).toBe(expected);
});

const draft = {
  path: 'policies/a.tiaoli',
  owner: 'x',
  text: '草',
  baseText: '甲',
  baseRevision: '1',
  savedAt: 0,
};

test.each([
  ['of the stored text', draft, same, 'offer'],
  ['of an older one', draft, other, 'offer-outdated'],
  ['of a document that is gone', draft, undefined, 'offer-outdated'],
  ['that was saved after all', { ...draft, text: '乙' }, other, 'drop'],
  ['of a new document', { ...draft, baseRevision: null }, undefined, 'offer-outdated'],
] as const)('a draft %s', (_what, left, stored, expected) => {
  expect(decideDraft(left, stored)).toBe(expected);
});
