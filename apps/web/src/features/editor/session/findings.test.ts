import { expect, test } from 'vitest';
import { countRows, rowsOf, withFindings } from './findings.ts';

const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } };

test('a finding has its fact, its remedy and its places', () => {
  const [row] = rowsOf('policies/a.tiaoli', [
    {
      range,
      severity: 1,
      code: 'value-below-bound',
      message: '60% 低于下限 70%\n建议：写 70% 以上',
      data: { hint: '写 70% 以上', fixes: [{ title: '改为 70%', edits: [] }] },
      relatedInformation: [
        { location: { uri: 'tiaoli:///policies/%E7%94%B2.tiaoli', range }, message: '下限' },
      ],
    },
  ]);
  expect(row).toMatchObject({
    severity: 'error',
    fact: '60% 低于下限 70%',
    remedy: '写 70% 以上',
    related: [{ path: 'policies/甲.tiaoli', line: 3, column: 5, message: '下限' }],
  });
  expect(row?.fixes.map(({ title }) => title)).toEqual(['改为 70%']);
});

test('a finding without a remedy keeps all its lines', () => {
  const [row] = rowsOf('a', [{ range, message: '一\n二' }]);
  expect(row).toMatchObject({ fact: '一\n二', severity: 'error', fixes: [], related: [] });
});

test('counts', () => {
  const rows = rowsOf(
    'a',
    [1, 2, 2, 3, 4].map((severity) => ({ range, message: '', severity: severity as 1 })),
  );
  expect(countRows(rows)).toEqual({ error: 1, warning: 2, info: 2 });
});

test('the newest word on a document counts; other schemes are none of ours', () => {
  const one = withFindings(new Map(), { uri: 'tiaoli:///a', version: 1, diagnostics: [] });
  const two = withFindings(one, { uri: 'tiaoli:/a', version: 2, diagnostics: [] });
  expect(two.get('a')?.version).toBe(2);
  expect(two.size).toBe(1);
  expect(withFindings(two, { uri: 'file:///a', diagnostics: [] })).toBe(two);
});
