import { printDiagnostic } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { checkFiles, expectNamedFinding, openCheckFiles } from './open-check-files.ts';

const { findingsIn } = openCheckFiles();

test.each(checkFiles('bad'))('$path is told what is wrong', async (source) => {
  await expectNamedFinding(source, await findingsIn(source));
});

test.each(checkFiles('good'))('$path has no finding', async (source) => {
  const found = await findingsIn(source);
  expect(found.map((each) => printDiagnostic(each, 'zh', source.text))).toEqual([]);
});
