import { readJson } from '@tiaoli/settlement';
import { expect, test } from 'vitest';
import { pathAt } from './path-at.ts';

const text =
  '{"person":{"年龄":"40"},"claims":[{"id":"1"},{"items":[{"金额":"1"},{"金额":"二"}]}]}';

test.each([
  ['"40"', 'person.年龄'],
  ['"年龄"', 'person.年龄'],
  ['{"id":"1"}', 'claims[0]'],
  ['"二"', 'claims[1].items[1].金额'],
  ['[{"金额":"1"},{"金额":"二"}]', 'claims[1].items'],
  [text, ''],
])('%s is at %s', (part, path) => {
  const [node] = readJson('case', text).values;
  const offset = text.indexOf(part);
  const at = (of: number) => ({ offset: of, line: 1, column: of + 1 });
  const span = { file: 'case', start: at(offset), end: at(offset + part.length) };
  expect(node && pathAt(node, span)).toBe(path);
});
