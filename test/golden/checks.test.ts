import { join } from 'node:path';
import { printDiagnostic } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { checkFiles, checksFolder, openCheckFiles } from './open-check-files.ts';

const { findingsIn } = openCheckFiles();

test.each(checkFiles('bad'))('$path is told what is wrong', async ({ path, text }) => {
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
    join(checksFolder, path.replace(/\.tiaoli$/, '.expected.txt')),
  );
});

test.each(checkFiles('good'))('$path has no finding', async (source) => {
  const found = await findingsIn(source);
  expect(found.map((each) => printDiagnostic(each, 'zh', source.text))).toEqual([]);
});
