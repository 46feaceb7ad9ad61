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
  // One mistake, one finding, of the code that the file is named after.
  const name = path.replace(/^bad\/|\.tiaoli$/g, '');
  expect(found.map(({ code }) => code)).toHaveLength(1);
  expect(name.startsWith(found[0]?.code ?? '-'), `${name}: ${found[0]?.code}`).toBe(true);
  const printed = found.flatMap((each) => [
    printDiagnostic(each, 'zh', text),
    printDiagnostic(each, 'en', text),
  ]);
  await expect(`${printed.join('\n')}\n`).toMatchFileSnapshot(
    join(here, path.replace(/\.tiaoli$/, '.expected.txt')),
  );
});

test.each(tiaoliFiles('good'))('$path has no finding', async (source) => {
  const found = await findingsIn(source);
  expect(found.map((each) => printDiagnostic(each, 'zh', source.text))).toEqual([]);
});

/** One workspace takes the files in turn, as an editor would. */
const workspace = createLanguageWorkspace();
let open: string[] = [];

async function findingsIn(source: { readonly path: string; readonly text: string }) {
  await workspace.update([...basis, source], open);
  open = [source.path];
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
