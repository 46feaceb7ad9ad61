import { SaxesParser } from 'saxes';

/** An element with the usual prefix of its namespace, whatever the file calls it: `w:p`. Attributes go without prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Namespaces by the prefix that everybody writes for them; the later ones are those of the strict form. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

/** Documents nest a few dozen elements; what nests thousands is made to break whoever reads it. */
const MOST_DEPTH = 250;

/** The root of an XML text; throws where it is none, declares entities of its own, or nests without end. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: { children: XmlNode[] } = { children: [] };
  const open: { children: XmlNode[] }[] = [top];
  parser.on('doctype', () => {
    throw new Error('a document type of its own');
  });
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    const name = `${prefixes.get(uri) ?? prefix}:${local}`;
    const own: Record<string, string> = {};
    for (const each of Object.values(attributes)) {
      if (each.prefix !== 'xmlns' && each.name !== 'xmlns') own[each.local] ??= each.value;
    }
    const element = { name, attributes: own, children: [] as XmlNode[] };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > MOST_DEPTH) throw new Error('nested without end');
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (content: string): void => {
    open.at(-1)?.children.push(content);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const root = top.children.find((node) => typeof node !== 'string');
  if (root === undefined) throw new Error('no element');
  return root;
}

/** The elements directly in another, text left out. */
export function elementsIn(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((node) => typeof node !== 'string');
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsIn(element).find((each) => each.name === name);
}

/** `w:val` of the child `name`: how Word writes most settings. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.val;
}

/** Whether a setting such as `w:vanish` is on: it is by being there, unless it says otherwise. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const found = childOf(element, name);
  return found !== undefined && !/^(?:0|false|off|none)$/u.test(found.attributes.val ?? '1');
}

/** Every element below, at any depth, in the order of the text; `stop` keeps out of elements of those names. */
export function below(
  element: XmlElement,
  name: string,
  stop: ReadonlySet<string> = new Set(),
): readonly XmlElement[] {
  return elementsIn(element).flatMap((each) => {
    const deeper = stop.has(each.name) ? [] : below(each, name, stop);
    return each.name === name ? [each, ...deeper] : deeper;
  });
}

/** All characters within. */
export function textIn(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textIn(node))).join('');
}
