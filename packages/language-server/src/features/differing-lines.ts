import type { DifferencesParams, DifferingLines } from '../protocol.ts';
import type { Session } from '../session.ts';
import { differingLines } from './changed-lines.ts';

/** `tiaoli/differences`: where the text as it stands differs from another one; nothing for a document that is not known. */
export function findDifferences(
  session: Session,
  { uri, before }: DifferencesParams,
): readonly DifferingLines[] {
  const text = session.textOf(session.pathOf(uri));
  return text === undefined ? [] : differingLines(before, text);
}
