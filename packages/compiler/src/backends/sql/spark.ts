import type { Dialect } from './dialect.ts';
import { hexOf } from './dialect.ts';
import { sql } from './node.ts';

/**
 * Spark SQL 4.1 and later, in ANSI mode (its default): otherwise numbers that do not fit would wrap around.
 *
 * A quotient of decimals has six places, of which an exact quotient needs none.
 */
export const spark: Dialect = {
  name: 'spark',
  types: {
    integer: 'BIGINT',
    wide: 'DECIMAL(38, 0)',
    boolean: 'BOOLEAN',
    status: 'INT',
    text: 'STRING',
    integers: 'ARRAY<BIGINT>',
    wides: 'ARRAY<DECIMAL(38, 0)>',
    booleans: 'ARRAY<BOOLEAN>',
    texts: 'ARRAY<STRING>',
  },
  integer: (value) => (value < 0n ? `CAST(${value} AS BIGINT)` : `${value}L`),
  text: (value) => `decode(unhex('${hexOf(value)}'), 'UTF-8')`,
  byBytes: '',
  divide: (dividend, divisor, isWide) =>
    isWide
      ? sql`CAST(((${dividend} - ${dividend} % ${divisor}) / ${divisor}) AS DECIMAL(38, 0))`
      : sql`(${dividend} div ${divisor})`,
  element: (list, position) => sql`get(${list}, CAST(${position} AS INT) - 1)`,
  each: (count, variable, body) =>
    sql`transform(slice(sequence(1, ${count} + 1), 1, ${count}), ${variable} -> ${body})`,
  firstWhere: (count, variable, condition) =>
    sql`array_min(filter(slice(sequence(1, ${count} + 1), 1, ${count}), ${variable} -> ${condition}))`,
  sum: (list, type) => {
    const name = type === 'wide' ? 'DECIMAL(38, 0)' : 'BIGINT';
    return sql`aggregate(${list}, CAST(0 AS ${name}), (x, y) -> CAST(x + y AS ${name}))`;
  },
  extreme: (operator, list) => sql`array_${operator}(${list})`,
  length: (list) => sql`size(${list})`,
  position: (list, element) => sql`array_position(${list}, ${element})`,
  replace: (list, position, element) =>
    sql`transform(${list}, (x, y) -> CASE WHEN y = ${position} - 1 THEN ${element} ELSE x END)`,
  append: (list, element) => sql`array_append(${list}, ${element})`,
  emptyList: 'array()',
  fold: 'aggregate',
  materialized: 'AS',
  fence: '',
};
