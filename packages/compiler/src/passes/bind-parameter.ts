import type { DayNumber, Validity } from '@tiaoli/base';
import { insuredYear, printDate } from '@tiaoli/base';
import type {
  Cell,
  Dimension,
  Expr,
  ModuleIndex,
  ParameterDeclaration,
  ParameterRef,
  ValueType,
} from '@tiaoli/ir';
import { mapExpr, readerDate, typeOfExpr } from '@tiaoli/ir';
import type { BindContext, Near } from './bind-context.ts';
import { daysOfYear, narrowWindow } from './bind-context.ts';
import type { GridTable } from './cell-grid.ts';
import { cellAt, piecesOf, pointsOf, withEmptySet } from './cell-grid.ts';
import { stableWindow, versionInForce } from './version-window.ts';

/** Binds an expression below a parameter: a cell, or the condition of a derogation. */
type Bind = (expr: Expr) => Expr;

interface Scope {
  readonly context: BindContext;
  readonly index: ModuleIndex;
}

/**
 * The value of a parameter in one place on its governing date: a literal, a lookup over its cells, or the cases that
 * a derogation makes. Undetermined, with the parameter and the date named, where no version is in force.
 */
export function bindParameter(ref: ParameterRef, { context, index }: Scope, bindExpr: Bind): Expr {
  const bind: Bind = (expr) => bindExpr(asRead(expr, ref));
  const parameter = context.parameters.get(ref.parameter);
  if (!parameter) throw new Error(`a verified module has the parameter ${ref.parameter}`);
  const type = typeOf(ref, parameter);
  const day = context.dates[ref.on];
  if (day === undefined) return askFor(ref.on, type, `「${parameter.name}」的适用日期`);
  const own = versionOf(ref, parameter, day, context);
  const base = own && { dimensions: parameter.dimensions, cells: own.cells };
  const fill = fillInForce(ref, day, context);
  const table =
    fill && base ? merge(fill, base, ref, parameter, { context, index }) : (fill ?? base);
  const value = table
    ? tableValue(table, ref, parameter, { index, bind: (expr) => rounded(bind(expr), parameter) })
    : noVersion(ref, parameter, type, day, context);
  return derogate(value, ref, parameter, { context, bind, day });
}

/** What a parameter is made of, with the dates of the reference that reads it. */
function asRead(expr: Expr, { on, yearBy = on }: ParameterRef): Expr {
  return mapExpr(expr, (each) => {
    if (each.kind === 'dated') return each.on === readerDate ? { ...each, on } : each;
    if (each.kind !== 'parameter') return each;
    const byReader = each.year?.by === readerDate;
    return {
      ...each,
      on: each.on === readerDate ? on : each.on,
      ...(each.on === readerDate && { yearBy }),
      ...(each.year && byReader && { year: { ...each.year, by: yearBy } }),
    };
  });
}

function typeOf(ref: ParameterRef, parameter: ParameterDeclaration): ValueType {
  return parameter.columns.find(({ name }) => name === ref.column)?.type ?? parameter.type;
}

/** Missing until the governing date is known: what it chooses cannot be guessed. */
export function askFor(date: string, type: ValueType, what: string): Expr {
  const input: Expr = { kind: 'input', input: date };
  const undetermined: Expr = {
    kind: 'undetermined',
    type,
    cause: 'no-version',
    reason: `${what}未给出`,
  };
  const known: Expr = { kind: 'compare', operator: '=', left: input, right: input };
  return {
    kind: 'cases',
    overlap: 'first',
    branches: [{ when: known, value: undetermined }],
    otherwise: undetermined,
  };
}

function noVersion(
  ref: ParameterRef,
  { name }: ParameterDeclaration,
  type: ValueType,
  day: DayNumber,
  context: BindContext,
): Expr {
  const year = yearOf(ref, context);
  const when = year === undefined ? `在${printDate(day)}` : `的${year}年度值`;
  return {
    kind: 'undetermined',
    type,
    cause: 'no-version',
    reason: `参数「${name}」${when}没有规定`,
  };
}

function yearOf({ year }: ParameterRef, { dates, yearStart }: BindContext): number | undefined {
  const day = year && dates[year.by];
  return day === undefined ? undefined : insuredYear(day, yearStart) + (year?.offset ?? 0);
}

function versionOf(
  ref: ParameterRef,
  { versions }: ParameterDeclaration,
  day: DayNumber,
  context: BindContext,
) {
  if (!ref.year) {
    const dated = versions.filter(({ year }) => year === undefined);
    narrowWindow(context, ref.on, windowOf(dated, day));
    return versionInForce(dated, day);
  }
  const year = yearOf(ref, context);
  if (year === undefined) return undefined;
  narrowWindow(context, ref.year.by, daysOfYear(year - ref.year.offset, context.yearStart));
  return versions.find((version) => version.year === year);
}

function windowOf(versions: readonly { readonly validity: Validity }[], day: DayNumber): Validity {
  return stableWindow(
    day,
    versions.map(({ validity }) => validity),
    (date) => versionInForce(versions, date),
  );
}

/** The lowest place that has a fill in force prevails, and in it the newest. */
function fillInForce(ref: ParameterRef, day: DayNumber, context: BindContext) {
  const fills = context.fills.get(ref.parameter) ?? [];
  const mine = fills.filter(({ cells }) => cells.some(({ column }) => column === ref.column));
  const choose = (date: DayNumber) => nearestInForce(mine, date);
  narrowWindow(
    context,
    ref.on,
    stableWindow(
      day,
      mine.map(({ validity }) => validity),
      choose,
    ),
  );
  return choose(day);
}

function nearestInForce<T extends { readonly validity: Validity }>(
  items: readonly Near<T>[],
  day: DayNumber,
): Near<T> | undefined {
  const distances = [...new Set(items.map(({ distance }) => distance))].sort((a, b) => a - b);
  for (const distance of distances) {
    const found = versionInForce(
      items.filter((item) => item.distance === distance),
      day,
    );
    if (found) return found;
  }
  return undefined;
}

/** The fill, with the default for each cell that it leaves open. */
function merge(
  fill: GridTable,
  base: GridTable,
  ref: ParameterRef,
  parameter: ParameterDeclaration,
  { context, index }: Scope,
): GridTable {
  const { dimensions } = parameter;
  const splits = fill.dimensions.filter(
    ({ name }) => !dimensions.some((dimension) => dimension.name === name),
  );
  const all: readonly Dimension[] = [...dimensions, ...splits];
  const pieces = all.map((dimension) => {
    const found = piecesOf(dimension, [fill, base], context.enumerations);
    return isSet(keyOf(dimension.name, ref, parameter), index) ? withEmptySet(found) : found;
  });
  const points = pointsOf(pieces);
  const open = points.filter((point) => !cellAt(fill, ref.column, all, point));
  if (open.length === 0) return fill;
  const cells = points.flatMap((match): Cell[] => {
    const cell = cellAt(fill, ref.column, all, match) ?? cellAt(base, ref.column, all, match);
    return cell ? [{ ...cell, match }] : [];
  });
  return { dimensions: all, cells };
}

function isSet(key: Expr, index: ModuleIndex): boolean {
  return typeOfExpr(key, index)?.type.kind === 'set';
}

function tableValue(
  { dimensions, cells }: GridTable,
  ref: ParameterRef,
  parameter: ParameterDeclaration,
  { index, bind }: { index: ModuleIndex; bind: Bind },
): Expr {
  const column = cells.filter((cell) => cell.column === ref.column);
  const [only] = column;
  if (
    only &&
    column.length === 1 &&
    only.match.every(({ kind }) => kind !== 'members' && kind !== 'range')
  ) {
    return bind(only.value);
  }
  const keys = dimensions.map(({ name }) => keyOf(name, ref, parameter));
  const hasSet = keys.some((key) => isSet(key, index));
  return {
    kind: 'lookup',
    keys,
    rows: column.map(({ match, value }) => ({ match, value: bind(value) })),
    ...(hasSet && { best: parameter.better === 'low' ? 'lowest' : 'highest' }),
  };
}

function keyOf(name: string, ref: ParameterRef, { dimensions }: ParameterDeclaration): Expr {
  const index = dimensions.findIndex((dimension) => dimension.name === name);
  const key = ref.keys[index] ?? ref.splits.find(({ dimension }) => dimension === name)?.key;
  if (!key) throw new Error(`a verified reference to ${ref.parameter} has a key for ${name}`);
  return key;
}

function rounded(value: Expr, { rounding }: ParameterDeclaration): Expr {
  return rounding ? { kind: 'round', operand: value, ...rounding } : value;
}

/**
 * Derogations prevail, those of the nearest place and the newest first; each may stand under a condition.
 *
 * INVARIANT: no derogation is about a parameter with several columns: the language refuses it.
 */
function derogate(
  value: Expr,
  ref: ParameterRef,
  parameter: ParameterDeclaration,
  { context, bind, day }: { context: BindContext; bind: Bind; day: DayNumber },
): Expr {
  if (ref.column !== undefined) return value;
  const all = context.derogations.get(parameter.id) ?? [];
  return all
    .toSorted(
      (left, right) =>
        right.distance - left.distance || (left.validity.from ?? 0) - (right.validity.from ?? 0),
    )
    .reduce((lower, derogation) => {
      narrowWindow(context, ref.on, windowOf([derogation], day));
      if (!versionInForce([derogation], day)) return lower;
      const own = rounded(bind(derogation.value), parameter);
      const special = derogation.ifBetter ? better(own, lower, parameter) : own;
      if (!derogation.when) return special;
      const branch = { when: bind(derogation.when), value: special, label: derogation.name };
      return { kind: 'cases', overlap: 'first', branches: [branch], otherwise: lower };
    }, value);
}

function better(own: Expr, lower: Expr, { better: direction }: ParameterDeclaration): Expr {
  const operator = direction === 'low' ? 'lowest' : 'highest';
  return { kind: 'combine', operator, operands: [own, lower] };
}
