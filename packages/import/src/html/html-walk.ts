import type { ImportNote, NoteCode } from '../report/import-note.ts';
import type { SourceBlock } from '../source-document.ts';
import { beginning, oneLine } from '../source-document.ts';
import type { HtmlNode } from './html-node.ts';
import { attribute, wordsIn } from './html-node.ts';
import { readHtmlTable } from './html-table.ts';
import type { HtmlList } from './list-label.ts';
import { beginList, nextLabel } from './list-label.ts';

/** While a page is walked: the paragraph that is open, and what stood before it. */
export interface HtmlWalk {
  readonly blocks: SourceBlock[];
  readonly notes: ImportNote[];
  text: string;
  state: { heading?: number; label?: string };
  /** Of the paragraph that is open: told with its first words once they are known. */
  pending: { readonly code: NoteCode; readonly quote?: string }[];
  readonly lists: HtmlList[];
}

export function walkNodes(nodes: readonly HtmlNode[], walk: HtmlWalk): void {
  for (const node of nodes) walkNode(node, walk);
}

function walkNode(node: HtmlNode, walk: HtmlWalk): void {
  const { nodeName: name, childNodes = [] } = node;
  const silent = leftOut.get(name);
  if (name === '#text') walk.text += node.value ?? '';
  else if (silent !== undefined) leaveOut(node, silent, walk);
  else if (name === 'table') {
    closeParagraph(walk);
    readTable(node, walk);
  } else if (name === 'br' || name === 'hr') closeParagraph(walk);
  else if (name === 'ol' || name === 'ul') walkList(node, walk);
  else if (name === 'ins') addChange('inserted', node, walk);
  else if (name === 'del' || name === 's' || name === 'strike') walkDeleted(node, walk);
  else if (blockNames.has(name)) walkBlock(node, walk);
  else walkNodes(childNodes, walk);
}

/** Elements whose words are no words of the document, and what is told of them. */
const leftOut: ReadonlyMap<string, NoteCode | 'silent'> = new Map<string, NoteCode | 'silent'>([
  ['script', 'script'],
  ['style', 'silent'],
  ['template', 'script'],
  ['noscript', 'silent'],
  ['head', 'silent'],
  ['img', 'picture'],
  ['picture', 'picture'],
  ['svg', 'picture'],
  ['canvas', 'picture'],
  ['video', 'object'],
  ['audio', 'object'],
  ['iframe', 'object'],
  ['object', 'object'],
  ['embed', 'object'],
  ['input', 'control'],
  ['button', 'control'],
  ['select', 'control'],
  ['textarea', 'control'],
  ['rt', 'ruby'],
  ['rp', 'silent'],
  ['math', 'formula'],
]);

const blockNames: ReadonlySet<string> = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
   h4 h5 h6 header hgroup html legend li main nav p pre section summary`.split(/\s+/u),
);

function leaveOut(node: HtmlNode, code: NoteCode | 'silent', walk: HtmlWalk): void {
  if (code === 'formula') walk.text += wordsIn(node);
  if (code === 'silent') return;
  const words = oneLine(attribute(node, 'alt') ?? (code === 'script' ? '' : wordsIn(node)));
  walk.pending.push({ code, ...(words !== '' && { quote: words }) });
}

function readTable(node: HtmlNode, walk: HtmlWalk): void {
  const inside = (cell: HtmlNode): readonly SourceBlock[] => {
    const own: HtmlWalk = { ...walk, blocks: [], text: '', state: {}, pending: [], lists: [] };
    walkNodes(cell.childNodes ?? [], own);
    closeParagraph(own);
    return own.blocks;
  };
  walk.blocks.push(...readHtmlTable(node, inside, walk.notes));
}

function walkBlock(node: HtmlNode, walk: HtmlWalk): void {
  const { nodeName: name, childNodes = [] } = node;
  closeParagraph(walk);
  const heading = /^h([1-6])$/u.exec(name)?.[1];
  if (heading !== undefined) walk.state.heading = Number(heading);
  const label = name === 'li' ? labelOf(node, walk) : undefined;
  if (label !== undefined) walk.state.label = label;
  walkNodes(childNodes, walk);
  closeParagraph(walk);
  walk.state = {};
}

function walkList(node: HtmlNode, walk: HtmlWalk): void {
  closeParagraph(walk);
  walk.lists.push(beginList(node));
  walkNodes(node.childNodes ?? [], walk);
  closeParagraph(walk);
  walk.lists.pop();
}

function labelOf(item: HtmlNode, walk: HtmlWalk): string | undefined {
  const list = walk.lists.at(-1);
  if (list?.isOrdered === true) return nextLabel(item, list);
  walk.pending.push({ code: 'bullet' });
  return undefined;
}

function addChange(code: NoteCode, node: HtmlNode, walk: HtmlWalk): void {
  const words = oneLine(wordsIn(node));
  if (words !== '') walk.pending.push({ code, quote: words });
  walkNodes(node.childNodes ?? [], walk);
}

/** `del` is what was deleted; struck through is only how words look, and they stay. */
function walkDeleted(node: HtmlNode, walk: HtmlWalk): void {
  if (node.nodeName !== 'del') walkNodes(node.childNodes ?? [], walk);
  else walk.pending.push({ code: 'deleted', quote: oneLine(wordsIn(node)) });
}

/** Ends the paragraph that is open, if it says anything. */
export function closeParagraph(walk: HtmlWalk): void {
  const text = oneLine(walk.text);
  const { heading, label } = walk.state;
  walk.text = '';
  const at = text === '' ? {} : { at: beginning(text) };
  if (text !== '' || walk.pending.length > 0) {
    walk.notes.push(...walk.pending.map((note) => ({ ...note, ...at })));
    walk.pending = [];
  }
  if (text === '') return;
  walk.blocks.push({
    ...{ kind: 'paragraph', text },
    ...(heading !== undefined && { heading }),
    ...(label !== undefined && { label }),
  });
  // The number stands before the first line of an item alone.
  walk.state = heading === undefined ? {} : { heading };
}
