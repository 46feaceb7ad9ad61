import { join } from 'node:path';
import { printDiagnostic } from '@tiaoli/base';
import type { Source } from '@tiaoli/language';
import { checkPolicies, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { applyFix, checkFiles, expectNamedFinding } from './open-check-files.ts';

const folder = join(import.meta.dirname, 'analyses');

test.each(checkFiles('bad', folder))('$path: the finding names a person', async (source) => {
  await expectNamedFinding(source, await findingsIn(source), folder);
});

test.each(checkFiles('good', folder))('$path has no finding', async (source) => {
  const found = await findingsIn(source);
  expect(found.map((each) => printDiagnostic(each, 'zh', source.text))).toEqual([]);
});

test('each remedy that is offered mends what it is offered for, and breaks nothing', async () => {
  const mended = new Set<string>();
  for (const source of checkFiles('bad', folder)) {
    for (const found of await findingsIn(source)) {
      for (const fix of found.fixes ?? []) {
        const text = applyFix(source.text, fix);
        const left = await findingsIn({ ...source, text });
        expect(left.map((each) => printDiagnostic(each, 'zh', text))).toEqual([]);
        mended.add(found.code);
      }
    }
  }
  expect([...mended]).toEqual(expect.arrayContaining(['gap', 'overlap', 'needless-exemption']));
});

async function findingsIn(source: Source) {
  const basis = checkFiles('basis').filter(({ path }) => path.endsWith('common.tiaoli'));
  const policies = await linkPolicies([...basis, source]);
  return checkPolicies(policies, (path) => path === source.path);
}
