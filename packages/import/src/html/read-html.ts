import { parse } from 'parse5';
import type { ImportNote } from '../report/import-note.ts';
import type { SourceBlock, SourceDocument } from '../source-document.ts';
import { decodeFile } from '../text/decode.ts';
import type { HtmlNode } from './html-node.ts';
import { closeParagraph, walkNodes } from './html-walk.ts';

/** The blocks of a page; undefined where its bytes are no text. */
export function readHtml(bytes: Uint8Array): SourceDocument | undefined {
  const decoded = decodeFile(bytes, encodingOf(bytes));
  if (!decoded) return undefined;
  const blocks: SourceBlock[] = [];
  const notes: ImportNote[] = decoded.isGb18030 ? [{ code: 'gb18030' }] : [];
  const walk = { blocks, notes, text: '', state: {}, pending: [], lists: [] };
  walkNodes((parse(decoded.text) as HtmlNode).childNodes ?? [], walk);
  closeParagraph(walk);
  return { blocks, footnotes: [], notes };
}

/** As the page names it near its beginning. GBK and GB2312 are GB18030 with fewer characters. */
function encodingOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  return /^gb/u.test(name) ? 'gb18030' : name;
}
