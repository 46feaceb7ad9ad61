import type { DayNumber, Rational } from '@tiaoli/base';
import { add, isInForce, parseRational, printRational, rational } from '@tiaoli/base';
import type {
  DelegationDeclaration,
  Dimension,
  Expr,
  Module,
  ModuleIndex,
  NumberRange,
  ParameterDeclaration,
  ValueType,
} from '@tiaoli/ir';
import { indexModule, literal, mapExpr, readerDate } from '@tiaoli/ir';
import { governingDates } from './bind.ts';
import { bindContext } from './bind-context.ts';
import { bindExpr } from './bind-expr.ts';
import type { GridTable, Piece, Point } from './cell-grid.ts';
import { piecesOf, pointsOf } from './cell-grid.ts';
import type { DelegatedSetting } from './check-delegations.ts';
import { foldExpr } from './fold-expr.ts';
import { chainOf, jurisdictionsOf, placeOf } from './jurisdiction.ts';
import { literalOfNumber } from './literal-value.ts';
import { versionInForce } from './version-window.ts';

/** A parameter on one day, cell by cell on one grid for all the places. */
export interface ParameterValues {
  readonly parameter: ParameterDeclaration;
  readonly delegations: readonly DelegationDeclaration[];
  readonly dimensions: readonly Dimension[];
  readonly points: readonly ParameterPoint[];
  /** In the order of the places that were asked for. */
  readonly places: readonly PlaceValues[];
}

/** One cell of the grid. */
export interface ParameterPoint {
  /** The piece of each dimension, for people: `三级`, `10万元至20万元`. */
  readonly pieces: Point;
  readonly column?: string;
  readonly type: ValueType;
}

/** What holds in one place. */
export interface PlaceValues {
  readonly place: string;
  /** Bound and folded, one per point: a literal where the documents settle it. */
  readonly values: readonly Expr[];
  /** The 确定 and 特别规定 of the place itself that are in force. */
  readonly settings: readonly DelegatedSetting[];
}

/**
 * What the parameters of `module` that `wanted` chooses are worth in each of `places` on `day`.
 *
 * Statistics (values by the year that they measure) are facts, not rules, and are left out; so is what has no version
 * in force on the day. A place is one that some document of the module names; another one has the values of the nation.
 */
export function parameterValues(
  module: Module,
  places: readonly string[],
  day: DayNumber,
  wanted: (parameter: ParameterDeclaration) => boolean,
): readonly ParameterValues[] {
  const index = indexModule(module);
  return module.declarations
    .filter((each): each is ParameterDeclaration => each.kind === 'parameter')
    .filter((parameter) => wanted(parameter) && versionsOn(parameter, day))
    .map((parameter) => valuesOf(parameter, { module, index, places, day }));
}

interface Question {
  readonly module: Module;
  readonly index: ModuleIndex;
  readonly places: readonly string[];
  readonly day: DayNumber;
}

function versionsOn({ versions }: ParameterDeclaration, day: DayNumber): boolean {
  if (versions.some(({ year }) => year !== undefined)) return false;
  return versionInForce(versions, day) !== undefined;
}

function valuesOf(parameter: ParameterDeclaration, question: Question): ParameterValues {
  const { module, places, day } = question;
  const jurisdictions = jurisdictionsOf(module);
  const settings = module.declarations.filter(
    (each): each is DelegatedSetting =>
      (each.kind === 'fill' || each.kind === 'derogation') &&
      each.parameter === parameter.id &&
      isInForce(each.validity, day),
  );
  const grid = gridOf(parameter, settings, question);
  return {
    parameter,
    delegations: module.declarations.filter(
      (each): each is DelegationDeclaration =>
        each.kind === 'delegation' && each.parameter === parameter.id,
    ),
    ...grid,
    places: places.map((place) => ({
      place,
      values: evaluate(parameter, grid, place, question),
      settings: settings.filter((each) => placeOf(each.document, jurisdictions) === place),
    })),
  };
}

type Grid = Pick<ParameterValues, 'dimensions' | 'points'>;

/** The smallest cells that the parameter and any of its settings tell apart. */
function gridOf(
  parameter: ParameterDeclaration,
  settings: readonly DelegatedSetting[],
  { index, day }: Question,
): Grid {
  const fills = settings.filter((each) => each.kind === 'fill');
  const own = {
    dimensions: parameter.dimensions,
    cells: versionInForce(parameter.versions, day)?.cells ?? [],
  };
  const tables: readonly GridTable[] = [own, ...fills];
  const byName = new Map(
    tables.flatMap(({ dimensions }) => dimensions.map((each) => [each.name, each] as const)),
  );
  const dimensions = [...byName.values()];
  const pieces = dimensions.map((each) => piecesOf(each, tables, index.enumerations));
  const columns = parameter.columns.length > 0 ? parameter.columns : [undefined];
  const points = pointsOf(pieces).flatMap((point) =>
    columns.map((column) => ({
      pieces: point,
      type: column?.type ?? parameter.type,
      ...(column && { column: column.name }),
    })),
  );
  return { dimensions, points };
}

/** The parameter as a claim of each point would read it: bound in the place, with the point for its keys. */
function evaluate(
  parameter: ParameterDeclaration,
  { dimensions, points }: Grid,
  place: string,
  { module, index, day }: Question,
): readonly Expr[] {
  const jurisdictions = jurisdictionsOf(module);
  const dates = Object.fromEntries(
    [...governingDates(module), readerDate].map((date) => [date, day]),
  );
  const context = bindContext(module, dates, chainOf(place, jurisdictions), jurisdictions);
  const keyOf = (name: string, pieces: Point): Expr => {
    const at = dimensions.findIndex((each) => each.name === name);
    const type = dimensions[at]?.type ?? { kind: 'text' };
    return keyIn(pieces[at] ?? { kind: 'otherwise' }, type);
  };
  const splits = dimensions.filter(
    ({ name }) => !parameter.dimensions.some((each) => each.name === name),
  );
  return points.map(({ pieces, column }) => {
    const ref: Expr = {
      kind: 'parameter',
      parameter: parameter.id,
      ...(column !== undefined && { column }),
      keys: parameter.dimensions.map(({ name }) => keyOf(name, pieces)),
      splits: splits.map(({ name }) => ({ dimension: name, key: keyOf(name, pieces) })),
      on: 'on',
    };
    return mapExpr(bindExpr(ref, context, index), foldExpr);
  });
}

/** Some key that lies in the piece; every key of a piece finds the same cell. */
function keyIn(piece: Piece, type: ValueType): Expr {
  switch (piece.kind) {
    case 'members': {
      // The members of a set are looked up one by one: one of them is a key of the enumeration.
      const single: ValueType =
        type.kind === 'set' ? { kind: 'enumeration', enumeration: type.enumeration } : type;
      return literal(single, piece.members[0] ?? '');
    }
    case 'otherwise':
      return literal({ kind: 'text' }, '');
    case 'range': {
      const number = numberIn(piece);
      return literalOfNumber(type, number) ?? literal(type, printRational(number));
    }
  }
}

function numberIn({ low, high }: NumberRange): Rational {
  const from = low && parseRational(low.value);
  const to = high && parseRational(high.value);
  if (from && low?.included) return from;
  if (to && high?.included) return to;
  if (from && to) {
    const sum = add(from, to);
    return rational(sum.numerator, sum.denominator * 2n);
  }
  const one = rational(1);
  if (from) return add(from, one);
  return to ? add(to, rational(-1)) : rational(0);
}
