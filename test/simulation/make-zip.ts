import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file of these parts; `claimed` is what a part says of its size, where that is not the truth. */
export function makeZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  claimed?: number,
): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}

/** A cell of a sheet: a text, shared or not, or the number that a workbook keeps. */
export type SheetCell =
  | string
  | { readonly shared: number }
  | { readonly number: string; readonly style?: number };

/** The parts of a workbook with one sheet: styles 0 a number, 1 a day. */
export function workbook(
  rows: readonly (readonly SheetCell[])[],
  shared: readonly string[],
): Readonly<Record<string, string>> {
  const cell = (content: SheetCell, row: number, at: number): string => {
    const place = `r="${columnName(at)}${row}"`;
    if (typeof content === 'string') {
      return content === '' ? '' : `<c ${place} t="inlineStr"><is><t>${content}</t></is></c>`;
    }
    if ('shared' in content) return `<c ${place} t="s"><v>${content.shared}</v></c>`;
    return `<c ${place} s="${content.style ?? 0}"><v>${content.number}</v></c>`;
  };
  const lines = rows.map((cells, at) => {
    const texts = cells.map((content, column) => cell(content, at + 1, column));
    return cells.length === 0 ? '' : `<row r="${at + 1}">${texts.join('')}</row>`;
  });
  return {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="结算" sheetId="1" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/claims.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><r><t>${text}</t></r></si>`).join('')}</sst>`,
    'xl/worksheets/claims.xml': `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
}

function columnName(at: number): string {
  return String.fromCharCode(65 + at);
}
