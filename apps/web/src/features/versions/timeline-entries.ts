import type { RecordedRepeal, Version } from '../workflow/answers.ts';

/** What happened to a document: published, brought back, or repealed. */
export type TimelineEntry =
  | { readonly kind: 'version'; readonly number: number; readonly version: Version }
  | { readonly kind: 'repeal'; readonly number: number; readonly repeal: RecordedRepeal };

/** Both in the order in which they were recorded, newest first. */
export function timelineEntries(
  versions: readonly Version[],
  repeals: readonly RecordedRepeal[],
): readonly TimelineEntry[] {
  return [
    ...versions.map((version) => ({ kind: 'version' as const, number: version.number, version })),
    ...repeals.map((repeal) => ({ kind: 'repeal' as const, number: repeal.number, repeal })),
  ].toSorted((left, right) => right.number - left.number);
}
