import { expect, test } from 'vitest';
import type { JsonNode } from './json-node.ts';
import { readJson } from './read-json.ts';

test.each([
  '{}',
  '[]',
  '"a"',
  'true',
  'null',
  '{"a": [1, -2.50, 3e4, {"b": "\\u4e2d\\n"}], "__proto__": {"c": false}}',
  ' \r\n\t{"a" : 1 , "b" : [ ] } ',
])('%s reads as JSON.parse reads it', (text) => {
  const { values, diagnostics } = readJson('x.json', text);
  expect(diagnostics).toEqual([]);
  expect(values.map(plain)).toEqual([JSON.parse(text)]);
});

test('numbers keep their digits', () => {
  const [value] = readJson('x.json', '12345678901234567890.10').values;
  expect(value).toMatchObject({ kind: 'number', text: '12345678901234567890.10' });
});

test('several values are JSON lines', () => {
  const { values } = readJson('x.json', '{"a":1}\n{"a":2}\n');
  expect(values.map(plain)).toEqual([{ a: 1 }, { a: 2 }]);
});

test.each([
  ['', 'empty-input', 1, 1],
  ['\n\n', 'empty-input', 1, 1],
  ['{"a" 1}', 'json-syntax', 1, 6],
  ['{"a": 1,}', 'json-syntax', 1, 9],
  ['{a: 1}', 'json-syntax', 1, 2],
  ['[1 2]', 'json-syntax', 1, 4],
  ['[\n  01]', 'json-syntax', 2, 3],
  ['"\u0001"', 'json-syntax', 1, 1],
  ['{"a": tru}', 'json-syntax', 1, 7],
  ['{"a": NaN}', 'json-syntax', 1, 7],
  ['{"a": "b', 'json-syntax', 1, 7],
  ['{"a": 1,\n "a": 2}', 'duplicate-field', 2, 2],
  ['['.repeat(41), 'json-too-deep', 1, 41],
])('%j is refused: %s at %d:%d', (text, code, line, column) => {
  const { diagnostics } = readJson('x.json', text);
  expect(diagnostics.map((each) => each.code)).toEqual([code]);
  expect(diagnostics[0]?.span).toMatchObject({ file: 'x.json', start: { line, column } });
});

test('a byte order mark is no character of the text', () => {
  const { values, diagnostics } = readJson('x.json', '\uFEFF{"a": true}');
  expect(diagnostics).toEqual([]);
  expect(values.map(plain)).toEqual([{ a: true }]);
});

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
    case 'array':
      return node.items.map(plain);
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
