import { expect, test } from 'vitest';
import { chosenText } from './conflict.ts';

const pieces = [
  { clause: '', text: '甲\n' },
  { clause: '比例', base: '一\n', mine: '二\n', theirs: '三\n' },
  { clause: '待遇', base: '四\n', mine: '五\n' },
];

test('a text is made of what nobody disputes and of what is chosen', () => {
  const text = (...choices: readonly ['mine' | 'theirs' | 'base', 'mine' | 'theirs' | 'base']) =>
    chosenText(pieces, new Map([[1, choices[0]] as const, [2, choices[1]] as const]));
  expect(text('mine', 'mine')).toBe('甲\n二\n五\n');
  expect(text('theirs', 'base')).toBe('甲\n三\n四\n');
  // They took the clause out.
  expect(text('mine', 'theirs')).toBe('甲\n二\n');
});

test('nothing is made before all is chosen', () => {
  expect(chosenText(pieces, new Map([[1, 'mine'] as const]))).toBeUndefined();
});
