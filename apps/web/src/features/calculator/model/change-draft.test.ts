import { describe, expect, test } from 'vitest';
import type { DraftChange } from './change-draft.ts';
import { changeDraft } from './change-draft.ts';
import type { Draft } from './draft.ts';
import { emptyDraft, isBlank, readDraft } from './draft.ts';

function after(...changes: readonly DraftChange[]): Draft {
  return changes.reduce(changeDraft, emptyDraft);
}

function day(claim: string, answer: string): DraftChange {
  return { kind: 'answer', place: { kind: 'claim', claim }, name: '日期', answer };
}

const item = { kind: 'item', claim: '1', entity: 'items', item: '1' } as const;

describe('a draft', () => {
  test('orders claims by day, however it is written, and those without one last', () => {
    const draft = after(
      day('1', '2023年5月1日'),
      { kind: 'add-claim' },
      { kind: 'add-claim' },
      day('3', '2023-3-1'),
      { kind: 'order-claims', date: '日期' },
    );
    expect(draft.claims.map(({ key }) => key)).toEqual(['3', '1', '2']);
  });

  test('copies a claim behind its model under a key of its own', () => {
    const draft = after(day('1', 'x'), { kind: 'add-claim' }, { kind: 'copy-claim', claim: '1' });
    expect(draft.claims.map(({ key, answers }) => [key, answers.日期])).toEqual([
      ['1', 'x'],
      ['3', 'x'],
      ['2', undefined],
    ]);
  });

  test('is never without a claim', () => {
    expect(after({ kind: 'remove-claim', claim: '1' })).toEqual(emptyDraft);
  });

  test('takes an answer back', () => {
    const change = {
      kind: 'answer',
      place: { kind: 'above', entity: 'person' },
      name: '年龄',
    } as const;
    const given = after({ ...change, answer: '40' });
    expect(given.above).toEqual({ person: { 年龄: '40' } });
    expect(isBlank(given)).toBe(false);
    expect(isBlank(changeDraft(given, { ...change, answer: undefined }))).toBe(true);
  });

  test('voids a claim and takes that back', () => {
    const voided = after(day('1', 'x'), { kind: 'void-claim', claim: '1', voided: true });
    expect(voided.claims[0]).toMatchObject({ voided: true, answers: { 日期: 'x' } });
    const restored = changeDraft(voided, { kind: 'void-claim', claim: '1', voided: false });
    expect(restored).toEqual(after(day('1', 'x')));
  });

  test('holds the people of a household', () => {
    const place = { kind: 'listed', entity: 'person', item: '1' } as const;
    const listed = after(
      { kind: 'add-listed', entity: 'person' },
      { kind: 'answer', place, name: '成员', answer: '配偶' },
    );
    expect(listed.lists).toEqual({ person: [{ key: '1', answers: { 成员: '配偶' } }] });
    expect(isBlank(listed)).toBe(false);
    expect(readDraft(JSON.stringify(listed))).toEqual(listed);
    const gone = changeDraft(listed, { kind: 'remove-listed', entity: 'person', item: '1' });
    expect(isBlank(gone)).toBe(true);
  });

  test('holds items until the last is taken away; then nothing is said of them', () => {
    const one = after(
      { kind: 'add-item', claim: '1', entity: 'items' },
      { kind: 'answer', place: item, name: '金额', answer: '5' },
    );
    expect(one.claims[0]?.children).toEqual({ items: [{ key: '1', answers: { 金额: '5' } }] });
    const none = changeDraft(one, { ...item, kind: 'remove-item' });
    expect(none.claims[0]?.children).toEqual({});
  });
});

test.each([
  ['what was kept', JSON.stringify(after(day('1', 'x'))), true],
  ['nothing', null, false],
  ['no JSON', '{', false],
  ['another shape', '{"claims":[]}', false],
  [
    'a wrong answer',
    '{"above":{},"claims":[{"key":"1","answers":{"x":1},"children":{}}],"state":{}}',
    false,
  ],
  [
    'a wrong list',
    '{"above":{},"lists":{"p":[{"key":1}]},"claims":[{"key":"1","answers":{},"children":{}}],"state":{}}',
    false,
  ],
  [
    'an answer of none',
    '{"above":{"p":{"x":null}},"claims":[{"key":"1","answers":{},"children":{}}],"state":{}}',
    true,
  ],
])('reads back %s', (_what, text, ok) => {
  expect(readDraft(text) !== undefined).toBe(ok);
});
