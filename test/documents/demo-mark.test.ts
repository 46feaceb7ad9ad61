import { comparisonPage, revisionSheet } from '@tiaoli/documents';
import { expect, test } from 'vitest';

const side = { reference: 'a@2027-01-01', document: 'a', title: '办法', file: 'a.tiaoli' };

test('papers of a demonstration say so, and no others', () => {
  const report = { old: side, new: side };
  const marked = { ...report, isDemo: true };
  expect(revisionSheet(marked, 'zh').watermark).toBe('演示数据');
  expect(revisionSheet(marked, 'en').watermark).toBe('Demonstration data');
  expect(revisionSheet(report, 'zh').watermark).toBeUndefined();
  expect(comparisonPage(marked, 'zh')).toContain('演示数据');
  expect(comparisonPage(report, 'zh')).not.toContain('演示数据');
});
