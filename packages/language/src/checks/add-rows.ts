import type { Fix } from '@tiaoli/base';
import { behind, fixOf } from '@tiaoli/base';
import type { Determination, Table } from '../generated/ast.ts';
import { dimensionNames, headerRow, leadingKeys } from '../references/table-header.ts';
import { spanOf } from '../span-of.ts';
import { printName } from '../syntax/names.ts';
import type { KeywordLanguage } from '../syntax/spellings.ts';
import { spell } from '../syntax/spellings.ts';
import { unfilled } from '../syntax/unfilled.ts';

/** A combination of members, one of each dimension; undefined where the dimension has none. */
export type Gap = readonly (string | undefined)[];

/** Puts the rows that are missing behind the last one, their values to be filled in. */
export function addRows(
  table: Table | Determination,
  gaps: readonly Gap[],
  language: KeywordLanguage,
): Fix | undefined {
  const last = table.rows.at(-1);
  const rows = rowsFor(table, gaps, language);
  if (!last?.$cstNode || rows.length === 0) return undefined;
  const { root, offset } = last.$cstNode;
  const [before = ''] = /[^\n]*$/.exec(root.fullText.slice(0, offset)) ?? [];
  const gap = before.trim() === '' ? `\n${before}` : '  ';
  const text = rows.map((row) => `${spell(';', language)}${gap}${row}`).join('');
  const title = { zh: `补上缺的 ${rows.length} 行`, en: `add the missing rows: ${rows.length}` };
  return { ...fixOf(behind(text), spanOf(last)), title };
}

function rowsFor(
  table: Table | Determination,
  gaps: readonly Gap[],
  language: KeywordLanguage,
): readonly string[] {
  const header = headerRow(table.rows);
  const keyCount = header ? leadingKeys(table, header) : dimensionNames(table).length;
  const valueCount = header ? header.cells.length - keyCount : 1;
  // Where the members of the last dimension stand in the heading, a row is missing where all of them are.
  const isSpread = keyCount < dimensionNames(table).length;
  const keys = gaps.map((gap) => gap.slice(0, keyCount).map((key) => printName(key ?? '')));
  const space = language === 'en' ? ' ' : '';
  const mark = header ? ' | ' : `${spell(',', language)}${space}`;
  const counted = new Map<string, number>();
  for (const each of keys) {
    const key = each.join(mark);
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const values = Array.from({ length: valueCount }, () => unfilled(language)).join(' | ');
  return [...counted]
    .filter(([, count]) => !isSpread || count === valueCount)
    .map(([key]) =>
      header ? `${key} | ${values}` : `${key}${spell(':', language)}${space}${values}`,
    );
}
