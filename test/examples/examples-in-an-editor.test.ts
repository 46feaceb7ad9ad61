import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseWorkingDays } from '@tiaoli/calendar';
import { createLanguageWorkspace } from '@tiaoli/language';
import { runDocumentExamples } from '@tiaoli/settlement';
import { expect, test } from 'vitest';
import { policyFiles } from '../regions/policy-files.ts';

// An editor reads no rows of catalogues: an example is left out only where its own document looks at such rows.

test('every example of the policies is run where no rows of catalogues were read', async () => {
  const root = join(import.meta.dirname, '../../policies');
  const language = createLanguageWorkspace();
  await language.update(
    policyFiles(root).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
  const paths = language.documents().map(({ path }) => path);
  const written = paths.flatMap((path) => language.examples(path).map(({ name }) => [path, name]));
  const options = { reference: { workingDays: chineseWorkingDays }, skipUnread: true };
  const run = paths.flatMap((path) => runDocumentExamples(language, path, options).examples);
  expect(written.length).toBeGreaterThan(300);
  expect(run.map(({ span, name }) => [span.file, name])).toEqual(written);
  expect(run.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual([]);
});
