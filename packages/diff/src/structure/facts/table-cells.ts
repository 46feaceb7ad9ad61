import type { LocalText, TextLanguage } from '@tiaoli/base';
import { assertNever, parseRational } from '@tiaoli/base';
import type { Piece } from '@tiaoli/compiler';
import { cellAt, piecesOf, pointsOf, withEmptySet } from '@tiaoli/compiler';
import type { Cell, Dimension, NumberRange, ValueType } from '@tiaoli/ir';
import { printNumber } from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { placeOf } from '../fact-context.ts';
import type { At, Facts } from '../fact-list.ts';
import { saidExpr, saidProvenance, within } from '../fact-list.ts';
import type { Step } from '../structure.ts';

/** A table with the columns that its cells name. */
export interface CellTable {
  readonly dimensions: readonly Dimension[];
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
}

/**
 * The cells of a table by key, one for each member and each stretch: how its rows are put together, and what 其余 stands
 * for, is no fact.
 */
export function cellFacts(table: CellTable, context: FactContext, at: At): Facts {
  const { dimensions, columns } = table;
  const pieces = dimensions.map((each) => {
    const found = piecesOf(each, [table], context.index.enumerations);
    return each.type.kind === 'set' ? withEmptySet(found) : found;
  });
  const points = pointsOf(pieces);
  const named = columns.length > 0 ? columns : [undefined];
  return points.flatMap((point) =>
    named.flatMap((column) => {
      const cell = cellAt(table, column, dimensions, point);
      if (!cell) return [];
      const keys = point.map((piece, index) => keyText(piece, dimensions[index]?.type));
      const isAlone = keys.length === 0 && column === undefined;
      const step: Step = { kind: 'cell', keys, ...(column !== undefined && { column }) };
      const place = { ...placeOf(cell), clause: at.place?.clause ?? [] };
      const inside = { ...(isAlone ? at : within(at, step)), place };
      return [
        ...saidExpr('value', cell.value, context, inside),
        ...saidProvenance(cell.provenance, inside),
      ];
    }),
  );
}

function keyText(piece: Piece, type: ValueType = { kind: 'integer' }): LocalText {
  switch (piece.kind) {
    case 'members': {
      const name = piece.members.join('、');
      return { zh: name, en: name };
    }
    case 'otherwise':
      return { zh: '其余', en: 'otherwise' };
    case 'range':
      return { zh: rangeText(piece, type, 'zh'), en: rangeText(piece, type, 'en') };
    default:
      return assertNever(piece);
  }
}

const rangeWords = {
  zh: { over: '超过', from: '不低于', to: '不超过', below: '不满', any: '任何数', comma: '，' },
  en: { over: 'over ', from: 'from ', to: 'up to ', below: 'below ', any: 'any', comma: ', ' },
} as const;

function rangeText({ low, high }: NumberRange, type: ValueType, language: TextLanguage): string {
  const words = rangeWords[language];
  const print = (text: string): string => {
    const number = parseRational(text);
    return number ? printNumber(number, type, language) : text;
  };
  const parts = [
    ...(low ? [`${low.included ? words.from : words.over}${print(low.value)}`] : []),
    ...(high ? [`${high.included ? words.to : words.below}${print(high.value)}`] : []),
  ];
  return parts.length === 0 ? words.any : parts.join(words.comma);
}
