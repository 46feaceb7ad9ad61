import { expect, test } from 'vitest';
import { pairClauses } from './pair-clauses.ts';
import type { Item } from './structure.ts';

const place = { file: 'a.tiaoli', line: 1, clause: [] };

function clause(name: string, quote: string, ...holds: readonly string[]): Item {
  const value = { kind: 'quote', paragraphs: [quote] } as const;
  const facts = quote === '' ? [] : [{ part: { field: 'text', steps: [] }, value } as const];
  return { subject: { kind: 'clause', name }, facts, place, holds };
}

const long = '一级医院起付标准为二百元，二级医院起付标准为四百元，三级医院起付标准为八百元。';

test.each<[string, Item, Item, boolean]>([
  [
    'another number, the same rules',
    clause('五', '', 'parameter 起付'),
    clause('六', '', 'parameter 起付'),
    true,
  ],
  [
    'another number, the same words',
    clause('五', '有效期一年。'),
    clause('七', '有效期一年。'),
    true,
  ],
  [
    'another number, words a little different',
    clause('五', long),
    clause('七', long.replace('八百', '一千')),
    true,
  ],
  [
    'the same number, other words',
    clause('五', '有效期一年。'),
    clause('五', '本办法由省局解释。'),
    false,
  ],
  [
    'the same topic, other words',
    clause('附则', '有效期一年。'),
    clause('附则', '由省局解释。'),
    true,
  ],
  [
    'one more rule',
    clause('五', '', 'parameter 起付'),
    clause('六', '', 'layer 住院', 'parameter 起付'),
    true,
  ],
  ['the same number, neither says anything', clause('五', ''), clause('五', ''), true],
])('%s', (_, before, after, isPair) => {
  expect(pairClauses([before], [after]).get(after)).toBe(isPair ? before : undefined);
});

test('an inserted clause does not take the number of the one that it pushes down', () => {
  const [first, second] = [clause('一', '', 'parameter 甲'), clause('二', '', 'parameter 乙')];
  const inserted = clause('二', '新的一条。');
  const pushed = clause('三', '', 'parameter 乙');
  const pairs = pairClauses([first, second], [first, inserted, pushed]);
  expect(pairs.get(pushed)).toBe(second);
  expect(pairs.get(inserted)).toBeUndefined();
});
