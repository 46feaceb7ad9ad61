import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printDiagnostic } from '@tiaoli/base';
import { createLanguageWorkspace } from '@tiaoli/language';
import { expect, test } from 'vitest';

const here = join(import.meta.dirname, 'checks');

/** Documents that the files of `bad/` and `good/` rest on. */
const basis = tiaoliFiles('basis');

test.each(tiaoliFiles('bad'))('$path is told what is wrong', async ({ path, text }) => {
  const found = await findingsIn({ path, text });
  const printed = found.map((each) =>
    [printDiagnostic(each, 'zh', text), printDiagnostic(each, 'en', text)].join('\n'),
  );
  expect(found.length).toBeGreaterThan(0);
  await expect(`${printed.join('\n\n')}\n`).toMatchFileSnapshot(
    join(here, `${path.replace(/\.tiaoli$/, '')}.expected.txt`),
  );
});

test.each(tiaoliFiles('bad'))('$path shows the finding that it is named after', async (source) => {
  const codes = (await findingsIn(source)).map(({ code }) => code);
  const name = source.path.replace(/^bad\/|\.tiaoli$/g, '');
  // One mistake, one finding: what follows from it is not reported again.
  expect(codes).toHaveLength(1);
  expect(name.startsWith(codes[0] ?? ''), `${name}: ${codes[0]}`).toBe(true);
});

test.each(tiaoliFiles('good'))('$path has no finding', async (source) => {
  const found = await findingsIn(source);
  expect(found.map((each) => printDiagnostic(each, 'zh', source.text))).toEqual([]);
});

async function findingsIn(source: { readonly path: string; readonly text: string }) {
  const workspace = createLanguageWorkspace();
  await workspace.update([...basis, source]);
  return workspace.findings().filter(({ span }) => span.file === source.path);
}

function tiaoliFiles(folder: string) {
  return readdirSync(join(here, folder))
    .filter((file) => file.endsWith('.tiaoli'))
    .sort()
    .map((file) => ({
      path: `${folder}/${file}`,
      text: readFileSync(join(here, folder, file), 'utf8'),
    }));
}
