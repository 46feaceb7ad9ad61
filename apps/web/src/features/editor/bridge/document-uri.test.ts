import { expect, test } from 'vitest';
import { modelUriOf, pathOf, uriOf } from './document-uri.ts';

test.each(['policies/a.tiaoli', 'policies/山东省/居民 大病(一).tiaoli', 'policies/100%.tiaoli'])(
  '%s',
  (path) => {
    expect(pathOf(uriOf(path))).toBe(path);
    expect(pathOf(modelUriOf('tiaoli-draft', path))).toBe(path);
    expect(modelUriOf('tiaoli-draft', path)).not.toBe(uriOf(path));
  },
);

test('other spellings, and other schemes', () => {
  expect(pathOf('tiaoli:///policies/%E7%94%B2.tiaoli')).toBe('policies/甲.tiaoli');
  expect(pathOf('tiaoli:/policies/甲.tiaoli')).toBe('policies/甲.tiaoli');
  expect(pathOf('file:///policies/a.tiaoli')).toBeUndefined();
  expect(pathOf('tiaoli:///%')).toBe('%');
});
