import { expect, test } from 'vitest';
import type { Item, Structure } from '../structure/structure.ts';
import { comparePieces, compareText } from './compare-text.ts';
import { segmentWords } from './segment-words.ts';

function clause(line: number, name: string, quote: string): Item {
  const value = { kind: 'quote', paragraphs: [quote] } as const;
  return {
    subject: { kind: 'clause', name },
    facts: [{ part: { field: 'text', steps: [] }, value }],
    place: { file: 'a.tiaoli', line, clause: [name] },
  };
}

function document(...items: readonly Item[]): Structure {
  return { document: 'd', items };
}

test.each([
  ['', []],
  ['住院标准1000元', ['住院', '标准', '1000', '元']],
  ['比例为60.5%，其余不变', ['比例', '为', '60.5%', '，', '其余', '不变']],
])('words of %s', (text, words) => {
  expect(segmentWords(text)).toEqual(words);
  expect(segmentWords(text).join('')).toBe(text);
});

test('a changed number is one number for another', () => {
  expect(comparePieces('起付标准为1000元。', '起付标准为800元。')).toEqual([
    { kind: 'same', text: '起付标准为' },
    { kind: 'deleted', text: '1000' },
    { kind: 'inserted', text: '800' },
    { kind: 'same', text: '元。' },
  ]);
});

test('the pieces give both texts back', () => {
  const [before, after] = ['三级医院起付1000元，比例60%。', '三级医院起付800元，退休人员比例65%。'];
  const pieces = comparePieces(before, after);
  const side = (left: string) =>
    pieces.flatMap(({ kind, text }) => (kind === 'same' || kind === left ? [text] : [])).join('');
  expect(side('deleted')).toBe(before);
  expect(side('inserted')).toBe(after);
});

test('a clause that moved or has another number is no difference, one that came is', () => {
  const before = document(clause(1, '一', '甲类费用全额计入。'), clause(2, '二', '有效期五年。'));
  const after = document(
    clause(1, '一', '有效期五年。'),
    clause(2, '二', '先行自付不计入。'),
    clause(3, '三', '甲类费用全额计入。'),
  );
  expect(compareText(before, after).clauses).toMatchObject([
    {
      kind: 'added',
      after: { name: '二' },
      quote: [{ kind: 'inserted', text: '先行自付不计入。' }],
    },
  ]);
});
