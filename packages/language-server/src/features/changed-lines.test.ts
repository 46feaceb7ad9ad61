import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DifferingLines } from '../protocol.ts';
import { changedLines, differingLines } from './changed-lines.ts';

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

test.each<[before: string, after: string, found: readonly DifferingLines[]]>([
  ['a\nb\n', 'a\nb\n', []],
  ['a\nb\nc', 'a\nB\nc', [{ kind: 'changed', from: 1, to: 2 }]],
  ['a\nc', 'a\nb\nB\nc', [{ kind: 'added', from: 1, to: 3 }]],
  ['a\nb\nc', 'a\nc', [{ kind: 'removed', from: 1, to: 1 }]],
  [
    'a\nb\nc\nd',
    'x\na\nc\nD',
    [
      { kind: 'added', from: 0, to: 1 },
      { kind: 'removed', from: 2, to: 2 },
      { kind: 'changed', from: 3, to: 4 },
    ],
  ],
])('%j differs from %j in these lines', (before, after, found) => {
  expect(differingLines(before, after)).toEqual(found);
});
