import type { LocalText } from '@tiaoli/base';
import type { CatalogueColumn, CatalogueValueColumn, ValueType } from '@tiaoli/ir';
import { isNumeric, scaleOfColumn } from '@tiaoli/ir';
import { numberReader } from './parse-cell.ts';

/** Takes the cells of one column from the first row on; answers with what is wrong with a cell. */
export interface ColumnBuilder {
  readonly add: (cell: string) => LocalText | undefined;
  readonly build: () => CatalogueColumn;
}

/** The members of an enumeration by its id. */
export type MembersOf = (enumeration: string) => readonly string[];

export function columnBuilder(schema: CatalogueValueColumn, membersOf: MembersOf): ColumnBuilder {
  return isNumeric(schema.type) ? numberColumn(schema) : textColumn(schema, membersOf);
}

const absentWords = { none: '无', unlimited: '不限' } as const;

function isAbsent(cell: string, { absent }: CatalogueValueColumn): boolean {
  return absent !== undefined && cell === absentWords[absent];
}

const empty: LocalText = { zh: '是空的', en: 'is empty' };

function numberColumn(schema: CatalogueValueColumn): ColumnBuilder {
  const scale = scaleOfColumn(schema);
  const cells = growing();
  const { type, low, high } = schema;
  const read = numberReader({
    type,
    scale,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  });
  return {
    add: (cell) => {
      const number = isAbsent(cell, schema) ? Number.NaN : cell === '' ? empty : read(cell);
      cells.push(typeof number === 'number' ? number : Number.NaN);
      return typeof number === 'number' ? undefined : number;
    },
    build: () => ({ kind: 'number', scale, cells: cells.taken() }),
  };
}

function textColumn(schema: CatalogueValueColumn, membersOf: MembersOf): ColumnBuilder {
  const { type } = schema;
  const known = knownTexts(type, membersOf);
  const texts: string[] = [...(known ?? [])];
  const numbers = new Map(texts.map((text, at) => [text, at]));
  const cells = growing();
  const numberOf = (cell: string): number | LocalText => {
    if (isAbsent(cell, schema)) return -1;
    if (cell === '') return empty;
    const text = type.kind === 'boolean' ? (truths[cell] ?? cell) : cell;
    const found = numbers.get(text);
    if (found !== undefined) return found;
    if (known) return notAmong(type.kind === 'boolean' ? ['是', '否'] : known);
    const fault = textFault(cell);
    if (fault) return fault;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return {
    add: (cell) => {
      const number = numberOf(cell);
      cells.push(typeof number === 'number' ? number : -1);
      return typeof number === 'number' ? undefined : number;
    },
    build: () => ({ kind: 'text', texts, cells: Int32Array.from(cells.taken()) }),
  };
}

const truths: Readonly<Record<string, string>> = {
  是: 'true',
  否: 'false',
  true: 'true',
  false: 'false',
};

function knownTexts(type: ValueType, membersOf: MembersOf): readonly string[] | undefined {
  if (type.kind === 'enumeration') return membersOf(type.enumeration);
  return type.kind === 'boolean' ? ['true', 'false'] : undefined;
}

function notAmong(members: readonly string[]): LocalText {
  return {
    zh: `不在其中：${members.join('、')}`,
    en: `is none of: ${members.join(', ')}`,
  };
}

/** A cell that a spreadsheet would calculate with when somebody opens the file there. */
const formula = /^(?:[=@]|[+-](?=[\p{L}(]))/u;

export function textFault(cell: string): LocalText | undefined {
  if (formula.test(cell)) {
    return { zh: '像表格软件的公式', en: 'looks like a formula of a spreadsheet' };
  }
  if (/\p{Cc}/u.test(cell)) return { zh: '含有控制字符', en: 'has control characters' };
  return undefined;
}

/** Doubles of which it is not known beforehand how many there will be. */
export function growing(): {
  readonly push: (value: number) => void;
  readonly taken: () => Float64Array;
  /** The cells so far, and room behind them; not to be kept. */
  readonly view: () => Float64Array;
} {
  let cells = new Float64Array(1024);
  let count = 0;
  return {
    push: (value) => {
      if (count === cells.length) {
        const larger = new Float64Array(cells.length * 2);
        larger.set(cells);
        cells = larger;
      }
      cells[count] = value;
      count += 1;
    },
    taken: () => cells.slice(0, count),
    view: () => cells,
  };
}
