import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPolicies, linkPolicies, runExamples } from '@tiaoli/workspace';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = 'test/conformance/fixtures';

const paths = readdirSync(join(root, folder))
  .filter((name) => name.endsWith('.tiaoli'))
  .map((name) => `${folder}/${name}`);

/** What the generator once found, cut down to a page: the examples have the figures of the reference. */
test.each(paths)('%s still gives what it should', async (path) => {
  const sources = ['policies/national/common.tiaoli', path].map((each) => ({
    path: each,
    text: readFileSync(join(root, each), 'utf8'),
  }));
  const policies = await linkPolicies(sources);
  expect(checkPolicies(policies).filter(({ severity }) => severity === 'error')).toEqual([]);
  const { examples, diagnostics } = runExamples(policies, (each) => each === path);
  expect(diagnostics).toEqual([]);
  expect(examples.length).toBeGreaterThan(0);
  for (const { name, comparisons, problems } of examples) {
    expect(problems, name).toEqual([]);
    expect(
      comparisons.filter(({ agrees }) => !agrees),
      name,
    ).toEqual([]);
  }
});
