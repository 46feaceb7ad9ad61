import type { DocumentHeader } from '@tiaoli/language';
import type { PlaceChain } from '../places-of-documents.ts';

interface Placed {
  readonly header: DocumentHeader;
  readonly chain: PlaceChain;
}

/** How two sides stand to each other. */
export type SideRelation =
  /** Versions, dates or revisions of one document. */
  | 'same-document'
  /** Two documents of one place, or of places of one level. */
  | 'same-level'
  /** The new side stands below the old one, or above it. */
  | 'below'
  | 'above'
  | 'unrelated';

export function relationOf(before: Placed, after: Placed): SideRelation {
  if (before.header.id === after.header.id) return 'same-document';
  const [old, now] = [before.chain, after.chain];
  if (before.header.level === after.header.level) return 'same-level';
  if (isAbove(old, now)) return 'below';
  return isAbove(now, old) ? 'above' : 'unrelated';
}

/** Whether one place lies on the way to the other; the nation lies above all. */
function isAbove(upper: PlaceChain, lower: PlaceChain): boolean {
  return upper.every(({ place }, index) => lower[index]?.place === place);
}
