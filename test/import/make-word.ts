import { zip } from './zip.ts';

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts beside the document, by the last word of their relation: `numbering`. */
type WordParts = Readonly<Record<string, string>>;

/** The parts of a Word file whose body is `body`, as a person's Word would lay them out. */
export function wordParts(body: string, parts: WordParts = {}) {
  const roots: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' };
  const relations = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="${types}/${name}" Target="${name}.xml"/>`,
  );
  const rels = (inside: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: rels(
        `<Relationship Id="main" Type="${types}/officeDocument" Target="word/document.xml"/>`,
      ),
    },
    { name: 'word/_rels/document.xml.rels', content: rels(relations.join('')) },
    {
      name: 'word/document.xml',
      content: `<w:document ${spaces}><w:body>${body}</w:body></w:document>`,
    },
    ...Object.entries(parts).map(([name, content]) => {
      const root = roots[name] ?? name;
      return {
        name: `word/${name}.xml`,
        content: `<w:${root} ${spaces}>${content}</w:${root}>`,
      };
    }),
  ];
}

/** A Word file. */
export function makeWord(body: string, parts: WordParts = {}): Uint8Array {
  return zip(wordParts(body, parts));
}

/** A paragraph of one run; `settings` are those of the paragraph. */
export function p(text: string, settings = ''): string {
  return `<w:p><w:pPr>${settings}</w:pPr>${r(text)}</w:p>`;
}

export function r(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph in a list. */
export function item(text: string, list: number, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A cell; `settings` are those of the cell. */
export function tc(text: string, settings = ''): string {
  return `<w:tc><w:tcPr>${settings}</w:tcPr>${p(text)}</w:tc>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}
