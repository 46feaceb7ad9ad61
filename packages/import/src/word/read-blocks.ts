import type { SourceBlock, SourceParagraph } from '../source-document.ts';
import { oneLine } from '../source-document.ts';
import { blockLines } from '../table/block-lines.ts';
import type { ListLabel } from './numbering.ts';
import type { NoteReference, RunText } from './read-runs.ts';
import { readRuns } from './read-runs.ts';
import { readTable } from './read-table.ts';
import type { ListPlace, ParagraphStyle } from './styles.ts';
import { listPlace, outlineOf } from './styles.ts';
import type { WordReading } from './word-reading.ts';
import { tell } from './word-reading.ts';
import type { XmlElement } from './xml-tree.ts';
import { childOf, elementsIn, isOn, settingOf } from './xml-tree.ts';

/** Styles of a policy that went out from here: rules, sources and quotations are no clauses, whatever they begin with. */
const plainStyles: ReadonlySet<string> = new Set(['条例规则', '条例出处', '条例引文']);
/** A clause with its depth. */
const clauseStyle = /^条例条文 (\d)$/u;

/** Paragraphs and tables within an element, in the order of the text. */
export function readBlocks(parent: XmlElement, reading: WordReading): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  // The end of a paragraph may be deleted too; then the next one goes on with it.
  let begun: { readonly element: XmlElement; readonly runs: RunText } | undefined;
  for (const each of blockElements(parent)) {
    if (each.name === 'w:tbl') {
      if (begun) blocks.push(...paragraphBlocks(begun.element, begun.runs, reading));
      begun = undefined;
      blocks.push(...readTable(each, reading, (inside) => readBlocks(inside, reading)));
      continue;
    }
    const runs = readRuns(each, reading);
    // What stays is the end of the later one, and with it what kind of paragraph it is.
    const joined = { element: each, runs: begun ? join(begun.runs, runs) : runs };
    if (isJoinedToNext(each)) {
      begun = joined;
      continue;
    }
    begun = undefined;
    blocks.push(...paragraphBlocks(joined.element, joined.runs, reading));
  }
  if (begun) blocks.push(...paragraphBlocks(begun.element, begun.runs, reading));
  return blocks;
}

/** Paragraphs and tables, out of the wrappers around them. */
function blockElements(parent: XmlElement): readonly XmlElement[] {
  return elementsIn(parent).flatMap((each) => {
    if (each.name === 'w:p' || each.name === 'w:tbl') return [each];
    if (each.name === 'mc:AlternateContent') {
      const chosen = childOf(each, 'mc:Choice') ?? childOf(each, 'mc:Fallback');
      return chosen ? blockElements(chosen) : [];
    }
    return wrappers.has(each.name) ? blockElements(each) : [];
  });
}

const wrappers: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
]);

function isJoinedToNext(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
}

function join(first: RunText, second: RunText): RunText {
  return {
    text: first.text + second.text,
    notes: [...first.notes, ...second.notes],
    boxes: [...first.boxes, ...second.boxes],
    footnotes: [...first.footnotes, ...second.footnotes],
    startsPage: first.startsPage,
  };
}

function paragraphBlocks(
  element: XmlElement,
  runs: RunText,
  reading: WordReading,
): readonly SourceBlock[] {
  const own = childOf(element, 'w:pPr');
  const styleId = settingOf(own, 'w:pStyle');
  const style = reading.styles.of(styleId);
  const [first = '', ...later] = runs.text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  const at = first;
  for (const note of runs.notes) tell(reading, note.code, { ...note, at });
  const isBlank = first === '' && runs.boxes.length === 0;
  const label = isBlank
    ? undefined
    : labelOf(listPlace(own), { style, styleId: styleId ?? '' }, reading, at);
  addFootnotes(runs.footnotes, at, reading);
  const kind = kindOf(own, style);
  if (kind.isContents) tell(reading, 'contents', { at });
  const { isContents, ...marks } = kind;
  const line: SourceParagraph = {
    ...{ kind: 'paragraph', text: first, ...marks },
    ...(isContents && { isPlain: true }),
    ...(label !== undefined && { label }),
    ...((runs.startsPage || isOn(own, 'w:pageBreakBefore') || style.startsPage) && {
      startsPage: true,
    }),
  };
  const lines = [
    ...(first === '' && label === undefined ? [] : [line]),
    ...later.map(
      (text): SourceParagraph => ({
        ...{ kind: 'paragraph', text },
        ...(marks.isTitle && { isTitle: true }),
        ...((marks.isPlain || isContents) && { isPlain: true }),
      }),
    ),
  ];
  return [...lines, ...runs.boxes.flatMap((box) => boxBlocks(box, reading, at))];
}

function boxBlocks(box: XmlElement, reading: WordReading, at: string): readonly SourceBlock[] {
  const blocks = readBlocks(box, reading);
  const [first] = blocks;
  if (!first) return [];
  const quote = first.kind === 'paragraph' ? first.text : '';
  tell(reading, 'text-box', { quote, at });
  return blocks;
}

interface ParagraphKind {
  readonly heading?: number;
  readonly isTitle?: boolean;
  readonly isPlain?: boolean;
  readonly isContents: boolean;
}

/** What the file says that a paragraph is; the names of Word's own styles are the same in every language. */
function kindOf(own: XmlElement | undefined, style: ParagraphStyle): ParagraphKind {
  const name = style.name.toLowerCase();
  if (/^(?:toc|contents) ?\d*/u.test(name)) return { isContents: true };
  if (name === 'title') return { isContents: false, isTitle: true };
  if (plainStyles.has(style.name)) return { isContents: false, isPlain: true };
  const named = /^heading (\d)$/u.exec(name)?.[1] ?? clauseStyle.exec(style.name)?.[1];
  const outline = outlineOf(own) ?? style.outline;
  const heading = outline !== undefined && outline < 9 ? outline + 1 : Number(named ?? 0);
  return { isContents: false, ...(heading > 0 && { heading }) };
}

/** The number before a paragraph: by its own place in a list, else by that of its style. */
function labelOf(
  own: ListPlace | undefined,
  { style, styleId }: { readonly style: ParagraphStyle; readonly styleId: string },
  reading: WordReading,
  at: string,
): string | undefined {
  const list = own?.list ?? style.list?.list;
  if (list === undefined || list === '0') return undefined;
  const level =
    own?.level ?? reading.numbering.levelOfStyle(list, styleId) ?? style.list?.level ?? 0;
  return toldLabel(reading.numbering.next(list, level), reading, at);
}

function toldLabel(
  label: ListLabel | undefined,
  reading: WordReading,
  at: string,
): string | undefined {
  if (label?.kind === 'bullet') tell(reading, 'bullet', { at });
  if (label?.kind !== 'number') return undefined;
  if (label.isUnknownFormat) tell(reading, 'number-format', { quote: label.text, at });
  return label.text;
}

function addFootnotes(
  references: readonly NoteReference[],
  at: string,
  reading: WordReading,
): void {
  for (const { kind, id } of references) {
    const element = (kind === 'footnote' ? reading.footnotes : reading.endnotes).get(id);
    if (!element) continue;
    const label = `注${reading.named.length + 1}`;
    // Its place is kept before it is read: a note may hold others.
    const place = reading.named.push({ label, lines: [] }) - 1;
    const lines = readBlocks(element, reading).flatMap(blockLines);
    reading.named[place] = { label, lines };
    tell(reading, 'footnote', { quote: `${label} ${lines.join('')}`, at });
  }
}
