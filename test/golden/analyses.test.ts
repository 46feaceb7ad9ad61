import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printDiagnostic } from '@tiaoli/base';
import type { Source } from '@tiaoli/language';
import { checkPolicies, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { checkFiles } from './open-check-files.ts';

const folder = join(import.meta.dirname, 'analyses');

test.each(filesIn('bad'))('$path: the finding names a person', async ({ path, text }) => {
  const found = await findingsIn({ path, text });
  // One mistake, one finding, of the code that the file is named after.
  const name = path.replace(/^bad\/|\.tiaoli$/g, '');
  expect(found.map(({ code }) => code)).toHaveLength(1);
  expect(name.startsWith(found[0]?.code ?? '-'), `${name}: ${found[0]?.code}`).toBe(true);
  const printed = found.flatMap((each) => [
    printDiagnostic(each, 'zh', text),
    printDiagnostic(each, 'en', text),
  ]);
  await expect(`${printed.join('\n')}\n`).toMatchFileSnapshot(
    join(folder, path.replace(/\.tiaoli$/, '.expected.txt')),
  );
});

test.each(filesIn('good'))('$path has no finding', async (source) => {
  const found = await findingsIn(source);
  expect(found.map((each) => printDiagnostic(each, 'zh', source.text))).toEqual([]);
});

function filesIn(kind: string): readonly Source[] {
  return readdirSync(join(folder, kind))
    .filter((file) => file.endsWith('.tiaoli'))
    .sort()
    .map((file) => ({
      path: `${kind}/${file}`,
      text: readFileSync(join(folder, kind, file), 'utf8'),
    }));
}

async function findingsIn(source: Source) {
  const basis = checkFiles('basis').filter(({ path }) => path.endsWith('common.tiaoli'));
  const policies = await linkPolicies([...basis, source]);
  return checkPolicies(policies, (path) => path === source.path);
}
