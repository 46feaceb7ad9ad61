import { join } from 'node:path';
import { printDiagnostic } from '@tiaoli/base';
import type { Source } from '@tiaoli/language';
import { checkPolicies, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { checkFiles, expectNamedFinding } from './open-check-files.ts';

const folder = join(import.meta.dirname, 'analyses');

test.each(checkFiles('bad', folder))('$path: the finding names a person', async (source) => {
  await expectNamedFinding(source, await findingsIn(source), folder);
});

test.each(checkFiles('good', folder))('$path has no finding', async (source) => {
  const found = await findingsIn(source);
  expect(found.map((each) => printDiagnostic(each, 'zh', source.text))).toEqual([]);
});

async function findingsIn(source: Source) {
  const basis = checkFiles('basis').filter(({ path }) => path.endsWith('common.tiaoli'));
  const policies = await linkPolicies([...basis, source]);
  return checkPolicies(policies, (path) => path === source.path);
}
