import type { SourceNotes } from '@tiaoli/language';
import type { ClauseView, DocumentParams } from '../protocol.ts';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';

/** `tiaoli/clauses`: the clauses of one document, in the order of the text; none for a document that is not known. */
export function findClauses(session: Session, { uri }: DocumentParams): readonly ClauseView[] {
  const path = session.pathOf(uri);
  return session.workspace.editor.clauses(path).map(({ name, span, text, status, ...rest }) => {
    const source = sourceText(rest.source);
    return {
      name,
      range: rangeOf(span),
      text,
      status,
      ...(rest.reason !== undefined && { reason: rest.reason }),
      ...(source !== '' && { source }),
    };
  });
}

/** `2022-09-05 新闻发布会报道，等级 B，推定、转述`; empty when nothing is said. */
export function sourceText({ source, grade, marks }: SourceNotes): string {
  const parts = [source, grade === undefined ? undefined : `等级 ${grade}`, marks.join('、')];
  return parts.filter((part) => part !== undefined && part !== '').join('，');
}
