import type { Rational, Validity } from '@tiaoli/base';
import { add, compare, parseRational, printRational, rational } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import { literal, money, rate } from '@tiaoli/ir';
import type { Reference } from 'langium';
import type { Band, Bound, Interval, Named, Table } from '../generated/ast.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { lowerParameterRef } from './expressions/lower-name.ts';
import { lowerTableVersion } from './lower-cells.ts';
import type { Place } from './lower-context.ts';
import { withAllVersions } from './lower-context.ts';
import { statementValidity } from './validity.ts';

/** Bands in ascending order; the last is open (reference 3.1 step 5). */
export interface LoweredBand {
  readonly upTo?: Expr;
  readonly rate: Expr;
}

/** The bands of a layer's own 分段 { … }, written in ascending order (checked). */
export function lowerBands(bands: readonly Band[], place: Place): readonly LoweredBand[] {
  return bands.map(({ range, value }) => {
    const upTo = range && upperBound(range, place);
    return { ...(upTo && { upTo }), rate: lowerExpression(value, place, rate) };
  });
}

function upperBound({ first, second }: Interval, place: Place): Expr | undefined {
  if (second) return lowerExpression(second.value, place);
  return isUpper(first) ? lowerExpression(first.value, place) : undefined;
}

const UPPER_WORDS = new Set(['not_above', 'less_than', 'lower_than', 'or_less', 'within_bound']);

function isUpper({ word }: Bound): boolean {
  return word !== undefined && UPPER_WORDS.has(word);
}

/**
 * The brackets that a table by 分段 gives, one set per version of the table: limits from its rows, rates as cells of
 * the table, so that a fill or a comparison of versions still sees the parameter.
 */
export function tableBrackets(
  reference: Reference<Named>,
  place: Place,
): readonly { readonly validity: Validity; readonly bands: readonly LoweredBand[] }[] {
  const resolution = place.scope.resolveReference(reference);
  if (resolution.kind !== 'parameter') return [];
  const { nodes } = withAllVersions(resolution.declared, place);
  const tables = nodes.filter((node): node is Table => node.$type === 'Table');
  return tables.flatMap((table) => {
    const place0 = table.dimensions.findIndex(
      (dimension) => dimension.$type === 'BracketDimension',
    );
    if (place0 === -1) return [];
    const limits = limitsOf(table, place0, place);
    const keys = [...limits, undefined];
    const bands = keys.map((upTo, index): LoweredBand => {
      const key = literal(money, printRational(insideOf(limits[index - 1], upTo)));
      const cell = lowerParameterRef(
        { ...resolution, keys: resolution.keys.filter(({ kind }) => kind !== 'brackets') },
        place,
      );
      return {
        ...(upTo && { upTo: literal(money, printRational(upTo)) }),
        rate:
          cell.kind === 'parameter' ? { ...cell, keys: cell.keys.toSpliced(place0, 0, key) } : cell,
      };
    });
    return [{ validity: statementValidity(table), bands }];
  });
}

/** The distinct limits between the bands of a table, ascending. */
function limitsOf(table: Table, dimension: number, place: Place): readonly Rational[] {
  const texts = lowerTableVersion(table, place).cells.flatMap(({ match }) => {
    const range = match[dimension];
    if (range?.kind !== 'range') return [];
    return [range.low?.value, range.high?.value];
  });
  const values = new Set(texts.filter((text) => text !== undefined));
  return [...values]
    .flatMap((text) => parseRational(text) ?? [])
    .filter((value) => value.numerator > 0n)
    .sort(compare);
}

/** An amount that lies inside a band whatever its ends include. */
function insideOf(low: Rational | undefined, high: Rational | undefined): Rational {
  const from = low ?? rational(0);
  if (!high) return add(from, rational(1));
  const sum = add(from, high);
  return rational(sum.numerator, sum.denominator * 2n);
}
