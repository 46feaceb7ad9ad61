import type { Dialect } from './dialect.ts';
import { hexOf } from './dialect.ts';
import { sql } from './node.ts';

/** DuckDB 1.4 and later. */
export const duckdb: Dialect = {
  name: 'duckdb',
  types: {
    integer: 'BIGINT',
    wide: 'HUGEINT',
    boolean: 'BOOLEAN',
    status: 'INTEGER',
    text: 'VARCHAR',
    integers: 'BIGINT[]',
    wides: 'HUGEINT[]',
    booleans: 'BOOLEAN[]',
    texts: 'VARCHAR[]',
  },
  integer: (value) => `CAST(${value} AS BIGINT)`,
  text: (value) => `decode(unhex('${hexOf(value)}'))`,
  byBytes: '',
  divide: (dividend, divisor) => sql`(${dividend} // ${divisor})`,
  element: (list, position) => sql`${list}[${position}]`,
  each: (count, variable, body) =>
    sql`list_transform(range(1, ${count} + 1), lambda ${variable}: ${body})`,
  firstWhere: (count, variable, condition) =>
    sql`list_filter(range(1, ${count} + 1), lambda ${variable}: ${condition})[1]`,
  sum: (list, type) => sql`CAST(list_sum(${list}) AS ${type === 'wide' ? 'HUGEINT' : 'BIGINT'})`,
  extreme: (operator, list) => sql`list_${operator}(${list})`,
  length: (list) => sql`len(${list})`,
  position: (list, element) => sql`list_position(${list}, ${element})`,
  replace: (list, position, element) =>
    sql`list_concat(list_slice(${list}, 1, ${position} - 1), list_value(${element}), list_slice(${list}, ${position} + 1, len(${list})))`,
  append: (list, element) => sql`list_append(${list}, ${element})`,
  emptyList: '[]',
  fold: 'recursive',
  materialized: 'AS MATERIALIZED',
  fence: '',
};
