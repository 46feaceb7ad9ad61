import { expect, test } from 'vitest';
import { createDocumentPaths } from './document-paths.ts';

test.each([
  ['tiaoli:///policies/national/common.tiaoli', 'policies/national/common.tiaoli'],
  ['tiaoli:///policies/%E7%94%B2%20%E4%B9%99.tiaoli', 'policies/甲 乙.tiaoli'],
  ['tiaoli:///policies/甲 乙.tiaoli', 'policies/甲 乙.tiaoli'],
  ['file:///share/a/%E6%94%BF%E7%AD%96/policies/%e7%94%b2.tiaoli', 'policies/甲.tiaoli'],
  ['FILE:///share/a/政策/b.tiaoli', 'b.tiaoli'],
  ['file:///share/a/政策x/b.tiaoli', '/share/a/政策x/b.tiaoli'],
  ['file:////share/b.tiaoli', '/share/b.tiaoli'],
  ['file://machine/share/b.tiaoli', '/machine/share/b.tiaoli'],
  ['file:///share/a/100%25.tiaoli', '/share/a/100%.tiaoli'],
  ['file:///share/a/100%.tiaoli', '/share/a/100%.tiaoli'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['', ''],
])('%s is %s', (uri, path) => {
  const paths = createDocumentPaths('file:///share/a/%E6%94%BF%E7%AD%96/');
  expect(paths.pathOf(uri)).toBe(path);
});

test('a path is a URI below the folder of the workspace, or in the browser', () => {
  const files = createDocumentPaths('file:///share/a b');
  expect(files.uriOf('policies/甲 乙.tiaoli')).toBe(
    'file:///share/a%20b/policies/%E7%94%B2%20%E4%B9%99.tiaoli',
  );
  expect(files.uriOf('/elsewhere/a.tiaoli')).toBe('file:///elsewhere/a.tiaoli');
  expect(files.pathOf(files.uriOf('policies/#?.tiaoli'))).toBe('policies/#?.tiaoli');
  expect(createDocumentPaths().uriOf('policies/甲.tiaoli')).toBe(
    'tiaoli:///policies/%E7%94%B2.tiaoli',
  );
});

test('the spelling that the editor uses is kept', () => {
  const paths = createDocumentPaths();
  const uri = 'tiaoli:///policies/甲%20乙.tiaoli';
  expect(paths.remember(uri)).toBe('policies/甲 乙.tiaoli');
  paths.note('tiaoli:///policies/%E7%94%B2%20%E4%B9%99.tiaoli');
  expect(paths.uriOf('policies/甲 乙.tiaoli')).toBe(uri);
});
