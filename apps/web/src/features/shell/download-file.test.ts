import { expect, test } from 'vitest';
import { fileName } from './download-file.ts';

test.each([
  ["attachment; filename*=UTF-8''%E5%AF%B9%E7%85%A7%E8%A1%A8.docx", '对照表.docx'],
  ["attachment; filename*=UTF-8''a.html; size=3", 'a.html'],
  ['attachment', ''],
  [null, ''],
])('%s names %s', (disposition, name) => {
  expect(fileName(disposition)).toBe(name);
});
