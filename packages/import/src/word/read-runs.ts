import type { ImportNote } from '../report/import-note.ts';
import type { WordReading } from './word-reading.ts';
import type { XmlElement } from './xml-tree.ts';
import { below, childOf, elementsIn, isOn, textIn } from './xml-tree.ts';

/** What the runs of one paragraph say. */
export interface RunText {
  /** With `\n` where a line is broken by hand. */
  readonly text: string;
  /** What is to be told of it; the paragraph is its place. */
  readonly notes: readonly Pick<ImportNote, 'code' | 'quote'>[];
  /** Text boxes that hang on it, as elements that hold paragraphs. */
  readonly boxes: readonly XmlElement[];
  readonly footnotes: readonly NoteReference[];
  readonly startsPage: boolean;
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** While the runs are walked. */
interface Walk {
  readonly reading: WordReading;
  text: string;
  readonly notes: { code: ImportNote['code']; quote?: string }[];
  readonly boxes: XmlElement[];
  readonly footnotes: NoteReference[];
  startsPage: boolean;
}

/** The words of a paragraph as they stand once every tracked change is accepted. */
export function readRuns(paragraph: XmlElement, reading: WordReading): RunText {
  const walk: Walk = {
    ...{ reading, text: '', notes: [], boxes: [], footnotes: [], startsPage: false },
  };
  walkIn(paragraph, walk);
  return walk;
}

function walkIn(element: XmlElement, walk: Walk): void {
  for (const each of elementsIn(element)) walkElement(each, walk);
}

function walkElement(element: XmlElement, walk: Walk): void {
  const found = rules.get(element.name);
  if (found) found(element, walk);
  else if (!settings.has(element.name)) walkIn(element, walk);
}

type Rule = (element: XmlElement, walk: Walk) => void;

/** What says how words look, or stands for something else. */
const settings: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:instrText',
  'w:delInstrText',
  'w:fldData',
]);

const write =
  (text: string): Rule =>
  (_, walk) => {
    walk.text += text;
  };

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['w:t', (element, walk) => addText(textIn(element), walk)],
  ['w:tab', write('\t')],
  ['w:ptab', write('\t')],
  ['w:cr', write('\n')],
  ['w:noBreakHyphen', write('-')],
  ['w:softHyphen', write('')],
  ['w:br', addBreak],
  ['w:sym', addSymbol],
  ['w:r', addRun],
  ['w:ins', (element, walk) => addKept('inserted', element, walk)],
  ['w:moveTo', (element, walk) => addKept('inserted', element, walk)],
  ['w:del', (element, walk) => addLeftOut('deleted', element, walk)],
  ['w:moveFrom', (element, walk) => addLeftOut('moved-away', element, walk)],
  ['w:ruby', addRuby],
  ['m:oMath', addFormula],
  ['mc:AlternateContent', addChoice],
  ['w:drawing', addDrawing],
  ['w:pict', addDrawing],
  ['w:object', addDrawing],
  ['w:footnoteReference', (element, walk) => addReference('footnote', element, walk)],
  ['w:endnoteReference', (element, walk) => addReference('endnote', element, walk)],
  ['w:commentReference', addComment],
]);

function addText(text: string, walk: Walk): void {
  // What is laid out for reading may stand on several lines of XML.
  walk.text += text.replace(/[\r\n]+/gu, ' ');
}

function addBreak({ attributes: { type } }: XmlElement, walk: Walk): void {
  if (type === 'page' && walk.text.trim() === '') walk.startsPage = true;
  walk.text += '\n';
}

/** Fonts of symbols put their characters where others have none. */
function addSymbol({ attributes: { char = '' } }: XmlElement, walk: Walk): void {
  const code = Number.parseInt(char, 16);
  const isPrivate = Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff);
  if (isPrivate) walk.notes.push({ code: 'lost-symbol' });
  walk.text += isPrivate ? '□' : String.fromCodePoint(code);
}

function addRun(run: XmlElement, walk: Walk): void {
  const from = walk.text.length;
  walkIn(run, walk);
  const written = walk.text.slice(from);
  if (isOn(childOf(run, 'w:rPr'), 'w:vanish') && written.trim() !== '') {
    walk.notes.push({ code: 'hidden', quote: written });
  }
}

function addKept(code: ImportNote['code'], element: XmlElement, walk: Walk): void {
  const from = walk.text.length;
  walkIn(element, walk);
  addChange(code, walk.text.slice(from), walk);
}

function addLeftOut(code: ImportNote['code'], element: XmlElement, walk: Walk): void {
  const words = [...below(element, 'w:delText'), ...below(element, 'w:t')].map(textIn).join('');
  addChange(code, words, walk);
}

/** Word cuts one change into many, run by run. */
function addChange(code: ImportNote['code'], words: string, { notes }: Walk): void {
  if (words.trim() === '') return;
  const last = notes.at(-1);
  if (last?.code === code) last.quote = `${last.quote ?? ''}${words}`;
  else notes.push({ code, quote: words });
}

function addRuby(ruby: XmlElement, walk: Walk): void {
  const base = childOf(ruby, 'w:rubyBase');
  const sound = childOf(ruby, 'w:rt');
  if (base) walkIn(base, walk);
  if (sound) walk.notes.push({ code: 'ruby', quote: textIn(sound) });
}

function addFormula(formula: XmlElement, walk: Walk): void {
  const words = below(formula, 'm:t').map(textIn).join('');
  walk.text += words;
  walk.notes.push({ code: 'formula', quote: words });
}

/** The same thing twice, for newer and for older programs: the first form is read. */
function addChoice(choices: XmlElement, walk: Walk): void {
  const chosen = childOf(choices, 'mc:Choice') ?? childOf(choices, 'mc:Fallback');
  if (chosen) walkIn(chosen, walk);
}

function addDrawing(drawing: XmlElement, walk: Walk): void {
  const boxes = below(drawing, 'w:txbxContent', new Set(['w:txbxContent', 'mc:Fallback']));
  walk.boxes.push(...boxes);
  const outside = new Set(['w:txbxContent', 'mc:Fallback']);
  const pictures = ['a:blip', 'v:imagedata'].flatMap((name) => below(drawing, name, outside));
  const [words] = below(drawing, 'wp:docPr').map(
    ({ attributes: { descr, title } }) => descr ?? title,
  );
  const quote = words === undefined ? {} : { quote: words };
  const isObject = drawing.name === 'w:object' || below(drawing, 'a:graphicData').some(isChart);
  if (isObject) walk.notes.push({ code: 'object', ...quote });
  else if (pictures.length > 0) walk.notes.push({ code: 'picture', ...quote });
}

function isChart({ attributes: { uri = '' } }: XmlElement): boolean {
  return /\/(?:chart|chartex|diagram)$/u.test(uri);
}

function addReference(
  kind: NoteReference['kind'],
  { attributes: { id } }: XmlElement,
  walk: Walk,
): void {
  if (id !== undefined) walk.footnotes.push({ kind, id });
}

function addComment({ attributes: { id = '' } }: XmlElement, walk: Walk): void {
  const comment = walk.reading.comments.get(id);
  if (!comment) return;
  const words = below(comment, 'w:p').map((each) => below(each, 'w:t').map(textIn).join(''));
  const who = comment.attributes.author;
  walk.notes.push({ code: 'comment', quote: [who, words.join(' ')].filter(Boolean).join('：') });
}
