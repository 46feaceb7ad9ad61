import { compareText } from '@tiaoli/base';
import type { LanguageWorkspace } from './language-workspace.ts';
import type { DocumentHeader } from './tiaoli-document.ts';

/** The headers of all files, each document's versions from old to new. */
export function headersOf(language: LanguageWorkspace): readonly DocumentHeader[] {
  return language
    .documents()
    .toSorted(
      (left, right) =>
        compareText(left.id, right.id) ||
        (left.from ?? Number.NEGATIVE_INFINITY) - (right.from ?? Number.NEGATIVE_INFINITY) ||
        compareText(left.path, right.path),
    );
}
