import type { Diagnostic, Span } from '@tiaoli/base';

/**
 * A table that lacks a row is told once: the finding of the text, with the person whom the gap leaves out beside it.
 *
 * @param lacksRows  which findings of the text are about missing rows; each stands at its table
 */
export function joinGaps(
  found: readonly Diagnostic[],
  gaps: readonly Diagnostic[],
  lacksRows: (finding: Diagnostic) => boolean,
): readonly Diagnostic[] {
  return found.map((each) => {
    const gap = lacksRows(each) ? gaps.find((other) => isAbout(other, each.span)) : undefined;
    if (!gap) return each;
    const message = { zh: clauseOf(gap.message.zh), en: clauseOf(gap.message.en) };
    return { ...each, related: [...each.related, { span: gap.span, message }] };
  });
}

function isAbout({ span, related }: Diagnostic, table: Span): boolean {
  return [span, ...related.map((each) => each.span)].some((each) => isSame(each, table));
}

function isSame(left: Span, right: Span): boolean {
  return left.file === right.file && left.start.offset === right.start.offset;
}

/** Without its full stop: a place follows. */
function clauseOf(sentence: string): string {
  return sentence.replace(/[。.]$/, '');
}
