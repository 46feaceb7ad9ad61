import type { DayNumber, Diagnostic, LocalText, Rational } from '@tiaoli/base';
import { assertNever, compare, divide, intersectValidity, isInteger } from '@tiaoli/base';
import type { Bound, Dimension, Expr, ModuleIndex } from '@tiaoli/ir';
import { indexModule, mapExpr, printNumber, readerDate, referencesOf } from '@tiaoli/ir';
import type { BoundBroken, MessageCode } from '../messages.ts';
import { finding } from '../messages.ts';
import { governingDates } from './bind.ts';
import { bindContext } from './bind-context.ts';
import { bindExpr } from './bind-expr.ts';
import type { GridTable, Point } from './cell-grid.ts';
import { cellAt, piecesOf, pointsOf } from './cell-grid.ts';
import type { DelegatedCheck } from './check-delegations.ts';
import { parametersCompared, startsOf } from './compared-parameters.ts';
import { foldExpr } from './fold-expr.ts';
import { chainOf, placeOf } from './jurisdiction.ts';
import { numberOf } from './literal-value.ts';
import { versionInForce } from './version-window.ts';

/** One cell of a setting, worked out, beside the value of the level above in the same cell. */
interface CheckedCell {
  readonly point: Point;
  readonly column?: string;
  /** What holds in the cell: the setting's own value, else that of the level above. */
  readonly value: Rational;
  readonly isOwn: boolean;
  readonly above?: Rational;
}

/** What the cells of one setting are compared in. */
interface Comparison {
  readonly check: DelegatedCheck;
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly CheckedCell[];
  /** Works an expression out where the setting holds; what the place has set for other parameters counts. */
  readonly evaluate: Evaluate;
  /** The same in the place of the delegation. */
  readonly evaluateAbove: Evaluate;
}

type Evaluate = (expr: Expr | undefined) => Rational | undefined;

/**
 * Findings about the bounds that a delegation sets, cell by cell, on each day on which the level above changes.
 *
 * Only the first day on which a bound is broken is reported: the later ones repeat it.
 */
export function checkBounds(check: DelegatedCheck): readonly Diagnostic[] {
  for (const day of daysToCheck(check)) {
    const comparison = compareOn(check, day);
    const findings = check.delegation.bounds.flatMap((bound) => checkBound(bound, comparison));
    if (findings.length > 0) return findings;
  }
  return [];
}

/** The first day of the setting, and each later one on which something that is compared changes; or the one asked for. */
function daysToCheck(check: DelegatedCheck) {
  const { setting, parameter, delegation, jurisdictions, on } = check;
  if (on !== undefined) return [on];
  const effective = jurisdictions.documents.get(delegation.document)?.[0]?.effective;
  const validity = intersectValidity(setting.validity, effective ?? {}) ?? setting.validity;
  const starts = [parameter.id, ...parametersCompared(check)].flatMap((id) =>
    startsOf(id, check.module),
  );
  const first = validity.from ?? Math.min(...starts, 0);
  const later = starts.filter((day) => day > first && day <= (validity.to ?? day));
  return [first, ...[...new Set(later)].sort((left, right) => left - right)];
}

function compareOn(check: DelegatedCheck, day: DayNumber): Comparison {
  const { module, setting, parameter, delegation, jurisdictions } = check;
  const { place = placeOf(setting.document, jurisdictions) } = check;
  const index = indexModule(module);
  const evaluate = evaluateIn(place, day, check, index);
  const evaluateAbove = evaluateIn(
    placeOf(delegation.document, jurisdictions),
    ...([day, check, index] as const),
  );
  const version = versionInForce(parameter.versions, day);
  const base: GridTable = { dimensions: parameter.dimensions, cells: version?.cells ?? [] };
  const own: GridTable =
    setting.kind === 'fill'
      ? setting
      : { dimensions: [], cells: [{ match: [], value: setting.value, span: setting.span }] };
  const dimensions = [
    ...parameter.dimensions,
    ...own.dimensions.filter(
      ({ name }) => !parameter.dimensions.some((dimension) => dimension.name === name),
    ),
  ];
  const pieces = dimensions.map((each) => piecesOf(each, [own, base], index.enumerations));
  const columns = parameter.columns.length > 0 ? parameter.columns : [undefined];
  const cells = pointsOf(pieces).flatMap((point) =>
    columns.flatMap((column): CheckedCell[] => {
      const value = evaluate(cellAt(own, column?.name, dimensions, point)?.value);
      const above = evaluateAbove(cellAt(base, column?.name, dimensions, point)?.value);
      const effective = value ?? above;
      if (!effective) return [];
      return [
        {
          point,
          value: effective,
          isOwn: value !== undefined,
          ...(column && { column: column.name }),
          ...(above && { above }),
        },
      ];
    }),
  );
  return { check, dimensions, cells, evaluate, evaluateAbove };
}

function evaluateIn(
  place: string | undefined,
  day: DayNumber,
  { module, jurisdictions }: DelegatedCheck,
  index: ModuleIndex,
): Evaluate {
  const dates = Object.fromEntries(
    [...governingDates(module), readerDate].map((date) => [date, day]),
  );
  const context = bindContext(module, dates, chainOf(place, jurisdictions), jurisdictions);
  return (expr) => expr && numberOf(mapExpr(bindExpr(expr, context, index), foldExpr));
}

function checkBound(bound: Bound, comparison: Comparison): readonly Diagnostic[] {
  switch (bound.kind) {
    case 'at-least':
      return checkLimit(bound.value, 'below-lower-bound', comparison);
    case 'at-most':
      return checkLimit(bound.value, 'above-upper-bound', comparison);
    case 'between':
      return [
        ...checkLimit(bound.low, 'below-lower-bound', comparison),
        ...checkLimit(bound.high, 'above-upper-bound', comparison),
      ];
    case 'step':
      return checkStep(bound.value, comparison);
    case 'no-worse':
      return checkNoWorse(comparison);
    case 'monotone':
      return checkMonotone(bound, comparison);
    default:
      return assertNever(bound);
  }
}

/** As it is where the setting holds; what a bound says of the parameter itself is the value above. */
function boundValue(
  expr: Expr,
  { evaluate, evaluateAbove, check }: Comparison,
): Rational | undefined {
  const isOwn = referencesOf(expr).parameters.has(check.parameter.id);
  return isOwn ? evaluateAbove(expr) : evaluate(expr);
}

function checkLimit(
  expr: Expr,
  code: 'below-lower-bound' | 'above-upper-bound',
  comparison: Comparison,
): readonly Diagnostic[] {
  const limit = boundValue(expr, comparison);
  if (!limit) return [undecided(comparison, noLimit)];
  const sign = code === 'below-lower-bound' ? 1 : -1;
  const words: LocalText =
    sign > 0 ? { zh: '不低于', en: 'not below ' } : { zh: '不高于', en: 'not above ' };
  return comparison.cells
    .filter(({ isOwn, value }) => isOwn && compare(value, limit) * sign < 0)
    .map((cell) => broken(code, cell, { words, number: limit }, comparison));
}

function checkStep(expr: Expr, comparison: Comparison): readonly Diagnostic[] {
  const step = boundValue(expr, comparison);
  if (!step || step.numerator === 0n) return [undecided(comparison, noLimit)];
  return comparison.cells
    .filter(({ isOwn, value }) => isOwn && !isInteger(divide(value, step)))
    .map((cell) => {
      const words = { zh: '步长', en: 'a multiple of ' };
      return broken('off-step', cell, { words, number: step }, comparison);
    });
}

function checkNoWorse(comparison: Comparison): readonly Diagnostic[] {
  const { setting, parameter } = comparison.check;
  if (setting.kind === 'derogation' && setting.ifBetter) return [];
  const { better, type } = parameter;
  const direction = better ?? (type.kind === 'rate' ? 'high' : undefined);
  if (!direction) return [undecided(comparison, noDirection)];
  const sign = direction === 'high' ? 1 : -1;
  const words: LocalText =
    sign > 0 ? { zh: '不低于', en: 'not below ' } : { zh: '不高于', en: 'not above ' };
  return comparison.cells.flatMap((cell) => {
    if (!cell.above || compare(cell.value, cell.above) * sign >= 0) return [];
    return [broken('worse-than-above', cell, { words, number: cell.above }, comparison)];
  });
}

/** Compares each cell with the one before it along the dimension, all else equal. */
function checkMonotone(
  { direction, dimension }: Extract<Bound, { kind: 'monotone' }>,
  comparison: Comparison,
): readonly Diagnostic[] {
  const axis = comparison.dimensions.findIndex(({ name }) => name === dimension);
  if (axis < 0) return [];
  const sign = direction === 'rising' ? 1 : -1;
  const rows = Map.groupBy(comparison.cells, ({ point, column }) =>
    JSON.stringify([column, point.filter((_, index) => index !== axis)]),
  );
  return [...rows.values()].flatMap((row) =>
    row.slice(1).flatMap((cell, index) => {
      const before = row[index];
      if (!before || compare(cell.value, before.value) * sign >= 0) return [];
      const words: LocalText =
        sign > 0
          ? { zh: `按${dimension}递增，前一格`, en: `rising by ${dimension}, the cell before has ` }
          : {
              zh: `按${dimension}递减，前一格`,
              en: `falling by ${dimension}, the cell before has `,
            };
      return [broken('not-monotone', cell, { words, number: before.value }, comparison)];
    }),
  );
}

const noLimit: LocalText = {
  zh: '授权的界限没有数值',
  en: 'the bound of the delegation has no value',
};

const noDirection: LocalText = {
  zh: '参数没有写明「向优」',
  en: 'the parameter does not say which way is better',
};

function undecided({ check }: Comparison, reason: LocalText): Diagnostic {
  const { parameter, clause, setting, related } = check;
  const params = { parameter: parameter.name, clause, reason };
  return finding('bound-undecided', params, setting.span, related);
}

/** What a bound says: words, and the number behind them. */
interface BoundWords {
  readonly words: LocalText;
  readonly number: Rational;
}

function broken(
  code: Extract<
    MessageCode,
    'below-lower-bound' | 'above-upper-bound' | 'off-step' | 'worse-than-above' | 'not-monotone'
  >,
  cell: CheckedCell,
  { words, number }: BoundWords,
  comparison: Comparison,
): Diagnostic {
  const { parameter, clause, setting, related } = comparison.check;
  const span = spanOf(cell, comparison);
  // A step is no value, and the other bounds are met by what they name.
  const isNamed = span !== undefined && code !== 'off-step';
  const bound = withNumber(words, number, comparison, cell.column);
  const nearest = withNumber({ zh: '', en: '' }, number, comparison, cell.column).zh;
  const params: BoundBroken = {
    parameter: parameter.name,
    clause,
    cell: nameOf(cell),
    value: withNumber({ zh: '', en: '' }, cell.value, comparison, cell.column),
    bound,
    ...(isNamed && { nearest }),
  };
  return finding(code, params, span ?? setting.span, related);
}

/** The place of the cell that was broken, finer than its statement. */
function spanOf({ point, column }: CheckedCell, { check, dimensions }: Comparison) {
  const { setting } = check;
  return setting.kind === 'fill' ? cellAt(setting, column, dimensions, point)?.span : undefined;
}

function nameOf({ point, column }: CheckedCell): string {
  const parts = point.flatMap((piece) => {
    if (piece.kind === 'members') return piece.members;
    if (piece.kind === 'otherwise') return ['其余'];
    return [`${piece.low?.value ?? ''}..${piece.high?.value ?? ''}`];
  });
  const all = column === undefined ? parts : [...parts, column];
  return all.length === 0 ? '' : `[${all.join('、')}]`;
}

function withNumber(
  words: LocalText,
  value: Rational,
  { check }: Comparison,
  column?: string,
): LocalText {
  const { type, columns } = check.parameter;
  const own = columns.find(({ name }) => name === column)?.type ?? type;
  return {
    zh: `${words.zh}${printNumber(value, own, 'zh')}`,
    en: `${words.en}${printNumber(value, own, 'en')}`,
  };
}
