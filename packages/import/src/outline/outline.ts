import type { ImportNote } from '../report/import-note.ts';
import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceParagraph,
} from '../source-document.ts';
import { beginning } from '../source-document.ts';
import { attachmentAt } from './attachment.ts';
import type { Marker } from './marker.ts';
import { beginsClause, markerOf, markerOfLabel, ranks } from './marker.ts';

/** A clause of the source with what stands in it. */
export interface OutlineClause {
  readonly kind: 'clause';
  /** Its number, or the words of a heading without one. */
  readonly label: string;
  readonly texts: string[];
  readonly parts: OutlinePart[];
  /** Its first text is a heading: words without the end of a sentence, with clauses below. */
  readonly isHeading: boolean;
}

export interface OutlineTable {
  readonly kind: 'table';
  readonly label: string;
  readonly rows: readonly (readonly SourceCell[])[];
}

export type OutlinePart = OutlineClause | OutlineTable;

export interface Outline {
  readonly parts: readonly OutlinePart[];
  readonly notes: readonly ImportNote[];
}

/** A clause that later blocks may still belong to. */
interface Open {
  readonly clause: OutlineClause;
  /** Undefined for a heading without a number. */
  readonly rank?: number;
  readonly heading?: number;
}

interface Builder {
  readonly top: OutlineClause;
  readonly open: Open[];
  readonly notes: ImportNote[];
  /** By rank: the number of the last clause of it. */
  readonly turns: Map<number, number>;
  tables: number;
}

const before = '开头';
const whole = '正文';
const footnotes = '脚注';

/** Nests the blocks of a source by their numbers and headings. Nothing is left out, and the order stays. */
export function outlineOf({ blocks, footnotes: named }: SourceDocument): Outline {
  const builder: Builder = {
    ...{ top: newClause('', false), open: [], notes: [], turns: new Map(), tables: 0 },
  };
  const isArticleHeading = chineseAboveArticles(blocks);
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') addTable(block.rows, builder);
    else
      addParagraph(block, attachmentAt(blocks, at) ?? markerIn(block, isArticleHeading), builder);
  }
  const { top, notes } = builder;
  if (named.length > 0) {
    const notesClause = newClause(footnotes, true);
    const inner = named.map(({ label, lines }) => ({
      ...newClause(label, false),
      texts: [...lines],
    }));
    notesClause.parts.push(...inner);
    top.parts.push(notesClause);
  }
  if (top.texts.length === 0) return { parts: top.parts, notes };
  const label = top.parts.some(({ kind }) => kind === 'clause') ? before : whole;
  const first: OutlineClause = { ...newClause(label, false), texts: top.texts };
  return { parts: [first, ...top.parts], notes };
}

function newClause(label: string, isHeading: boolean): OutlineClause {
  return { kind: 'clause', label, texts: [], parts: [], isHeading };
}

/** 一、总则 above 第一条, as against 一、 within an article. */
function chineseAboveArticles(blocks: readonly SourceBlock[]): boolean {
  const first = (rank: number): number =>
    blocks.findIndex((each) => each.kind === 'paragraph' && firstMarker(each)?.rank === rank);
  const [chinese, article] = [first(ranks.chinese), first(ranks.article)];
  return chinese >= 0 && chinese < article;
}

function firstMarker(block: SourceParagraph): Marker | undefined {
  if (block.isPlain || block.isTitle) return undefined;
  return block.label === undefined ? markerOf(block.text) : markerOfLabel(block.label, block.text);
}

function markerIn(block: SourceParagraph, isChineseAbove: boolean): Marker | undefined {
  const marker = firstMarker(block);
  if (marker?.rank !== ranks.chinese || !isChineseAbove) return marker;
  return { ...marker, rank: ranks.article - 0.5 };
}

function addParagraph(block: SourceParagraph, marker: Marker | undefined, builder: Builder): void {
  if (marker && hasTurn(marker, builder)) beginNumbered(block, marker, builder);
  else if (block.heading !== undefined && !block.isTitle && !block.isPlain)
    beginHeading(block, block.heading, builder);
  else addText(wordsOf(block), block, builder);
}

function wordsOf({ label, text }: SourceParagraph): string {
  return label === undefined ? text : `${label} ${text}`.trim();
}

function hasTurn(marker: Marker, { turns }: Builder): boolean {
  if (!marker.needsTurn) return true;
  const last = turns.get(marker.rank) ?? 0;
  return marker.ordinal === last + 1 && beginsClause(marker);
}

function beginNumbered(block: SourceParagraph, marker: Marker, builder: Builder): void {
  const { rank, label, rest, ordinal } = marker;
  const { heading } = block;
  closeFor({ rank, ...(heading !== undefined && { heading }) }, builder);
  if (ordinal !== undefined) builder.turns.set(rank, ordinal);
  for (const below of builder.turns.keys()) {
    // Articles are counted through the chapters.
    const isThrough = below === ranks.article && rank > ranks.attachment;
    if (below > rank && !isThrough) builder.turns.delete(below);
  }
  const clause = newClause(label, rest !== '' && !/[。；！？：，;:,]$/u.test(rest));
  if (rest !== '') clause.texts.push(rest);
  begin({ clause, rank, ...(heading !== undefined && { heading }) }, builder);
}

function beginHeading({ text, label }: SourceParagraph, heading: number, builder: Builder): void {
  closeFor({ heading }, builder);
  begin(
    { clause: newClause(label === undefined ? text : `${label} ${text}`, true), heading },
    builder,
  );
}

function begin(opened: Open, { top, open }: Builder): void {
  (open.at(-1)?.clause ?? top).parts.push(opened.clause);
  open.push(opened);
}

/** Closes the clauses that one of this rank, or this level of a heading, does not stand in. */
function closeFor(next: Pick<Open, 'rank' | 'heading'>, { open }: Builder): void {
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    if (holds(last, next)) return;
    open.pop();
  }
}

function holds(outer: Open, inner: Pick<Open, 'rank' | 'heading'>): boolean {
  if (outer.rank === ranks.attachment && inner.rank !== ranks.attachment) {
    return outer.heading === undefined || (inner.heading ?? outer.heading) >= outer.heading;
  }
  // Levels that the file gives come before what the numbers look like.
  if (outer.heading !== undefined && inner.heading !== undefined) {
    if (outer.heading !== inner.heading) return outer.heading < inner.heading;
    return outer.rank !== undefined && inner.rank !== undefined && outer.rank < inner.rank;
  }
  if (outer.rank !== undefined && inner.rank !== undefined) return outer.rank < inner.rank;
  // A number without a level stands in the heading above it; a heading without a number stands in none.
  return outer.rank === undefined;
}

function addText(text: string, block: SourceParagraph, builder: Builder): void {
  const holder = builder.open.at(-1);
  const clause = holder?.clause ?? builder.top;
  if (holder && (holder.rank ?? 0) > ranks.article && !holder.clause.isHeading && !block.isPlain) {
    builder.notes.push({ code: 'follows-item', quote: beginning(text) });
  }
  const last = clause.parts.at(-1);
  if (!last) clause.texts.push(text);
  else if (last.kind === 'clause') last.texts.push(text);
  else clause.parts.push({ ...newClause(`${last.label}之后`, false), texts: [text] });
}

function addTable(rows: OutlineTable['rows'], builder: Builder): void {
  builder.tables += 1;
  const table: OutlineTable = { kind: 'table', label: `表${builder.tables}`, rows };
  (builder.open.at(-1)?.clause ?? builder.top).parts.push(table);
}
