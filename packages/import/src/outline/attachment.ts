import type { SourceBlock } from '../source-document.ts';
import type { Marker } from './marker.ts';
import { ranks } from './marker.ts';

const numbers = '0-9０-９一二三四五六七八九十';
/** 附件, 附件1, 附表二： alone on its line. */
const alone = new RegExp(
  `^((?:附件|附表|附录)\\s?(?:[${numbers}]+(?:[-－—][${numbers}]+)?)?)[：:]?$`,
  'u',
);
/** 附件1：名称, which is also how a list of attachments goes. */
const named = new RegExp(`^((?:附件|附表|附录)\\s?[${numbers}]+)(?:[：:\\s\\u3000]|$)(.*)$`, 'u');

/**
 * Whether an attachment begins here: its number stands alone on the line, or on the first line of a page, or has been
 * in the list of attachments before. The list itself, 附件：1. …, begins none.
 */
export function attachmentAt(blocks: readonly SourceBlock[], at: number): Marker | undefined {
  const block = blocks[at];
  if (block?.kind !== 'paragraph' || block.isPlain) return undefined;
  const { text } = block;
  const single = alone.exec(text)?.[1];
  if (single !== undefined) {
    return isList(blocks[at + 1], text) ? undefined : marker(single, text.slice(single.length));
  }
  const [, label, rest = ''] = named.exec(text) ?? [];
  if (label === undefined) return undefined;
  const isListed = blocks.slice(0, at).some((each) => mentions(each, label));
  const begins = block.startsPage === true || block.heading !== undefined || isListed;
  return begins ? marker(label, rest) : undefined;
}

/** 附件1 and nothing else. */
export function attachmentNumber(text: string): Marker | undefined {
  const label = alone.exec(text)?.[1];
  return label === undefined ? undefined : marker(label, '');
}

function marker(label: string, rest: string): Marker {
  return {
    rank: ranks.attachment,
    label,
    rest: rest.replace(/^[：:\s\u3000]+/u, ''),
    needsTurn: false,
  };
}

/** 附件： with the numbered names of attachments below. */
function isList(next: SourceBlock | undefined, text: string): boolean {
  return (
    /[：:]$/u.test(text) && next?.kind === 'paragraph' && /^(?:1|１|一)[.．、]/u.test(next.text)
  );
}

function mentions(block: SourceBlock, label: string): boolean {
  return block.kind === 'paragraph' && block.text.startsWith(label);
}
