import type { Validity } from '@tiaoli/base';
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

/** Days on which each version of a document is in force, oldest first, by its id; documents of one file are left out. */
export type VersionWindows = ReadonlyMap<string, readonly Validity[]>;

/**
 * When the versions of documents that have several are in force: one without an end lasts until the day before a later one
 * begins. Files of one document that begin on the same day are in force side by side: each is checked.
 */
export function versionWindows(language: LanguageWorkspace): VersionWindows {
  const byId = [...Map.groupBy(headersOf(language), ({ id }) => id)];
  return new Map(
    byId.flatMap(([id, headers]) => (headers.length > 1 ? [[id, windowsOf(headers)]] : [])),
  );
}

function windowsOf(headers: readonly DocumentHeader[]): readonly Validity[] {
  return headers.map(({ from, to }) => {
    const later = headers.flatMap((each) =>
      each.from !== undefined && each.from > (from ?? -Infinity) ? [each.from] : [],
    );
    const last = Math.min(to ?? Infinity, ...later.map((day) => day - 1));
    return { ...(from !== undefined && { from }), ...(last !== Infinity && { to: last }) };
  });
}
