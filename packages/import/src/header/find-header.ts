import { attachmentAt } from '../outline/attachment.ts';
import { markerOf } from '../outline/marker.ts';
import type { SourceBlock, SourceDocument, SourceParagraph } from '../source-document.ts';
import { findEffective } from './find-effective.ts';
import { findIssuers } from './find-issuers.ts';
import { findTitle } from './find-title.ts';

/** What a document says of itself beyond doubt; anything else is left for people to fill in. */
export interface SourceHeader {
  readonly title?: string;
  /** 晋医保发〔2021〕14号 */
  readonly number?: string;
  /** ISO 8601 days. */
  readonly from?: string;
  readonly to?: string;
  readonly issuers: readonly string[];
}

/** The title, number, validity and offices that the text itself names. */
export function findHeader({ blocks }: SourceDocument): SourceHeader {
  const main = mainPart(blocks);
  const opening = openingOf(main);
  const number = findNumber(opening);
  const title = findTitle(opening, main);
  return {
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    ...findEffective(main),
    issuers: findIssuers(main),
  };
}

/** Without its attachments, which are documents of their own. */
function mainPart(blocks: readonly SourceBlock[]): readonly SourceParagraph[] {
  const end = blocks.findIndex((_, at) => attachmentAt(blocks, at) !== undefined);
  return blocks
    .slice(0, end < 0 ? blocks.length : end)
    .filter((block) => block.kind === 'paragraph');
}

const MOST_OPENING = 30;

/** What stands before the first number. */
function openingOf(main: readonly SourceParagraph[]): readonly SourceParagraph[] {
  const first = main.findIndex(
    ({ label, text, isPlain }) =>
      isPlain !== true && (label !== undefined || markerOf(text)?.needsTurn === false),
  );
  return main.slice(0, Math.min(first < 0 ? main.length : first, MOST_OPENING));
}

const documentNumber =
  /^([\p{L}]{1,16})\s?[〔﹝［[【（(](\d{4})[〕﹞］\]】）)]\s?第?(\d{1,5})\s?号(?=$|[\s\u3000])/u;

/** The number on a line of its own; where several are, none can be told to be the one. */
function findNumber(opening: readonly SourceParagraph[]): string | undefined {
  const found = opening.flatMap(({ text }) => {
    const [, word, year, count] = documentNumber.exec(text) ?? [];
    return word === undefined ? [] : [`${word}〔${year}〕${count}号`];
  });
  const all = new Set(found);
  return all.size === 1 ? found[0] : undefined;
}
