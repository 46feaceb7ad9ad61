import type { TextLanguage } from '@tiaoli/base';
import type { AddedExample } from '@tiaoli/workspace';
import { addExample, readSource, saveSource } from '@tiaoli/workspace';
import type { StoredPolicies } from '../../../http/stored-policies.ts';
import type { ExampleAnswer, ExampleRequest } from '../model/example-wire.ts';
import type { AskedTarget } from './asked-target.ts';

/** Shows what an example would look like in its document; with the revision of what was shown, writes it there. */
export async function addToDocument(
  { folder, live }: StoredPolicies,
  { path, name, case: input, expect, revision }: ExampleRequest,
  target: AskedTarget,
  language: TextLanguage,
): Promise<ExampleAnswer> {
  const stored = await readSource(folder, path);
  if (!stored) return { kind: 'refused', reasons: [noSuchFile[language]] };
  if (revision !== undefined && revision !== stored.revision) return { kind: 'conflict' };
  const added = await live.ask(async (policies): Promise<AddedExample | undefined> => {
    // The file changed between two looks at it: what would be added is made from a text that is no longer there.
    if (policies.texts.get(path) !== stored.text) return undefined;
    return addExample(policies, { path, name, input, expected: expect, ...target });
  });
  if (!added) return { kind: 'conflict' };
  if (added.kind === 'refused') {
    const reasons = added.diagnostics.map(({ message, hint }) =>
      [message[language], hint?.[language]].filter(Boolean).join(' '),
    );
    return { kind: 'refused', reasons };
  }
  const { text, line, example } = added;
  if (revision === undefined) {
    return { kind: 'ready', block: example, line, revision: stored.revision };
  }
  const saved = await saveSource(folder, { path, text, baseRevision: revision });
  switch (saved.kind) {
    case 'saved':
      return { kind: 'saved', path, line };
    case 'conflict':
      return { kind: 'conflict' };
    case 'gone':
      return { kind: 'refused', reasons: [noSuchFile[language]] };
    default:
      return {
        kind: 'refused',
        reasons: saved.diagnostics.map(({ message }) => message[language]),
      };
  }
}

const noSuchFile = {
  zh: '这个文件已经不在了，可能改名或移走了。请刷新页面，重新选择文件。',
  en: 'This file is no longer there; it may have been renamed or moved. Reload the page and choose it anew.',
};
