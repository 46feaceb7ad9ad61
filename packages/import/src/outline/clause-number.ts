import { attachmentNumber } from './attachment.ts';
import { markerOf } from './marker.ts';

/** A name that is nothing but a number with its punctuation: 第一条, （一）, 附件1. Undefined for any other. */
export function clauseNumber(name: string): string | undefined {
  const marker = markerOf(name) ?? attachmentNumber(name);
  return marker?.label === name ? name : undefined;
}

/** Whether an import would take a paragraph with these words for the beginning of a clause. */
export function looksLikeClause(text: string): boolean {
  return markerOf(text) !== undefined || /^(?:附件|附表|附录)/u.test(text);
}
