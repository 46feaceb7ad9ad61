import type { LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { Reading } from '../reading.ts';
import { read, refused } from '../reading.ts';
import type { ImportNote } from '../report/import-note.ts';
import type { SourceDocument } from '../source-document.ts';
import { beginning, oneLine } from '../source-document.ts';
import { readNumbering } from './numbering.ts';
import type { WordPackage } from './open-package.ts';
import { openPackage, packageLimits } from './open-package.ts';
import { readBlocks } from './read-blocks.ts';
import { readStyles } from './styles.ts';
import type { WordReading } from './word-reading.ts';
import type { XmlElement } from './xml-tree.ts';
import { below, childOf, elementsIn, parseXml, textIn } from './xml-tree.ts';

/** The blocks of a Word file (.docx, .docm), tracked changes accepted; what it is not made for is told. */
export async function readWord(bytes: Uint8Array, name: string): Promise<Reading<SourceDocument>> {
  const span = fileSpan(name);
  if (bytes.length > packageLimits.file) {
    return refused(report('import-too-large', { what: fileTooLarge(bytes.length) }, span));
  }
  const opened = await openPackage(bytes);
  switch (opened.kind) {
    case 'too-large':
      return refused(report('import-too-large', opened, span));
    case 'encrypted':
      return refused(report('import-encrypted', {}, span));
    case 'broken':
      return refused(report('import-no-word', { part: '压缩包' }, span));
    case 'package':
      return readParts(opened.parts, name).finally(opened.parts.close);
  }
}

function fileTooLarge(bytes: number): LocalText {
  const [own, most] = [bytes, packageLimits.file].map((size) => Math.ceil(size / 2 ** 20));
  return { zh: `${own} MB，最多 ${most} MB`, en: `${own} MB, and ${most} MB is the most` };
}

async function readParts(parts: WordPackage, name: string): Promise<Reading<SourceDocument>> {
  const span = fileSpan(name);
  if (parts.names.has('mimetype')) return refused(report('import-open-document', {}, span));
  let part = 'word/document.xml';
  const root = async (wanted: string): Promise<XmlElement> => {
    part = wanted;
    return parseXml(await parts.text(wanted));
  };
  const ifAny = (wanted: string | undefined) =>
    wanted !== undefined && parts.names.has(wanted) ? root(wanted) : undefined;
  try {
    const main = await mainPart(root, parts.names);
    const relations = await relationsOf(main, ifAny);
    const of = (type: string) => ifAny(relations.find((each) => each.type === type)?.target);
    const styles = readStyles(await of('styles'));
    const reading: WordReading = {
      styles,
      numbering: readNumbering(await of('numbering'), styles),
      footnotes: notesIn(await of('footnotes'), 'w:footnote'),
      endnotes: notesIn(await of('endnotes'), 'w:endnote'),
      comments: notesIn(await of('comments'), 'w:comment'),
      ...{ notes: [], named: [] },
    };
    const margins: ImportNote[] = [];
    for (const { type, target } of relations.filter((each) => isMargin(each.type))) {
      const found = await ifAny(target);
      if (found) margins.push(...marginNotes(type, found));
    }
    const body = childOf(await root(main), 'w:body');
    if (!body) return refused(report('import-no-word', { part: main }, span));
    const blocks = readBlocks(body, reading);
    const notes = [...reading.notes, ...margins];
    return read({ blocks, footnotes: reading.named, notes });
  } catch {
    // Whatever a damaged or a hostile part makes the reader of it say, the part is named.
    return refused(report('import-no-word', { part }, span));
  }
}

interface Relation {
  /** The last part of its address: `styles`. */
  readonly type: string;
  readonly target: string;
}

async function mainPart(
  root: (name: string) => Promise<XmlElement>,
  names: ReadonlySet<string>,
): Promise<string> {
  const all = relationsIn(names.has('_rels/.rels') ? await root('_rels/.rels') : undefined, '');
  return all.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
}

async function relationsOf(
  main: string,
  ifAny: (name: string) => Promise<XmlElement> | undefined,
): Promise<readonly Relation[]> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const own = `${folder}_rels/${main.slice(folder.length)}.rels`;
  return relationsIn(await ifAny(own), folder);
}

function relationsIn(root: XmlElement | undefined, folder: string): readonly Relation[] {
  return elementsIn(root).flatMap(({ attributes: { Type = '', Target = '', TargetMode } }) => {
    if (TargetMode === 'External') return [];
    const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`;
    return [{ type: Type.slice(Type.lastIndexOf('/') + 1), target }];
  });
}

function notesIn(root: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> {
  return new Map(
    elementsIn(root)
      .filter((each) => each.name === name)
      .map((each) => [each.attributes.id ?? '', each]),
  );
}

function isMargin(type: string): boolean {
  return type === 'header' || type === 'footer';
}

/** Words of a header or a footer, page numbers and lines aside. */
function marginNotes(type: string, root: XmlElement): readonly ImportNote[] {
  const words = oneLine(
    below(root, 'w:p', new Set(['mc:Fallback']))
      .map((each) => below(each, 'w:t').map(textIn).join(''))
      .join(' '),
  );
  if (!/\p{L}/u.test(words.replace(/第?\s*\d*\s*页|共\s*\d*\s*页|page|of/giu, ''))) return [];
  return [{ code: type === 'header' ? 'header' : 'footer', quote: beginning(words) }];
}
