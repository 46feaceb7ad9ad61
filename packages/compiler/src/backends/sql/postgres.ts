import type { Dialect } from './dialect.ts';
import { hexOf } from './dialect.ts';
import { sql } from './node.ts';

/** PostgreSQL 13 and later. Without fences its planner puts the text of each column where it is used, twice where it is used twice. */
export const postgres: Dialect = {
  name: 'postgres',
  types: {
    integer: 'BIGINT',
    wide: 'NUMERIC',
    boolean: 'BOOLEAN',
    status: 'INTEGER',
    text: 'TEXT',
    integers: 'BIGINT[]',
    wides: 'NUMERIC[]',
    booleans: 'BOOLEAN[]',
    texts: 'TEXT[]',
  },
  integer: (value) => `CAST(${value} AS BIGINT)`,
  text: (value) => `convert_from(decode('${hexOf(value)}', 'hex'), 'UTF8')`,
  byBytes: ' COLLATE "C"',
  divide: (dividend, divisor, isWide) =>
    isWide ? sql`div(${dividend}, ${divisor})` : sql`(${dividend} / ${divisor})`,
  element: (list, position) => sql`(${list})[CAST(${position} AS INTEGER)]`,
  each: (count, variable, body) =>
    sql`ARRAY(SELECT ${body} FROM generate_series(1, ${count}) AS e(${variable}) ORDER BY ${variable})`,
  firstWhere: (count, variable, condition) =>
    sql`(SELECT min(${variable}) FROM generate_series(1, ${count}) AS e(${variable}) WHERE ${condition})`,
  sum: (list, type) =>
    sql`(SELECT CAST(sum(x) AS ${type === 'wide' ? 'NUMERIC' : 'BIGINT'}) FROM unnest(${list}) AS e(x))`,
  extreme: (operator, list, type) =>
    sql`(SELECT ${type === 'boolean' ? 'bool_or' : operator}(x) FROM unnest(${list}) AS e(x))`,
  length: (list) => sql`cardinality(${list})`,
  position: (list, element) => sql`array_position(${list}, ${element})`,
  replace: (list, position, element) =>
    sql`((${list})[1:${position} - 1] || ${element} || (${list})[${position} + 1:cardinality(${list})])`,
  append: (list, element) => sql`(${list} || ${element})`,
  emptyList: "'{}'",
  fold: 'recursive',
  materialized: 'AS MATERIALIZED',
  fence: ' OFFSET 0',
};
