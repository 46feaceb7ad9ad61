import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changedLines } from './changed-lines.ts';

test.each<[before: string, after: string, edits: number]>([
  ['', '', 0],
  ['a\nb\n', 'a\nb\n', 0],
  ['a\nb\nc\n', 'a\nB\nc\n', 1],
  ['a\nb\nc\nd\n', 'A\nb\nc\nD\n', 2],
  ['a\nb\nc\n', 'b\nc\n', 1],
  ['b\n', 'a\nb\n', 1],
  ['a', 'a\n', 1],
  ['a\n\n\n', 'a\n', 1],
  ['a\nb', 'b\n', 2],
  ['', 'a\n', 1],
  ['a\n', '', 1],
  ['x', 'y', 1],
  ['a\nx\ny\nb\nz', 'a\nb\nz\n', 2],
])('%j becomes %j in %i edits', (before, after, edits) => {
  const changes = changedLines(before, after);
  const document = TextDocument.create('', '', 0, before);
  expect(TextDocument.applyEdits(document, changes)).toBe(after);
  expect(changes).toHaveLength(edits);
});
