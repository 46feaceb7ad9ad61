import type { Declaration, Definition, Expr } from '@tiaoli/ir';
import { mapExpr } from '@tiaoli/ir';

/**
 * The definitions with `optional` worked out, and without fallbacks for what is never 不适用.
 *
 * 不适用 comes in by inputs that are 或 无, by tables with such cells, by 最近 before the first claim, by rules, and by
 * what only some places have: a layer of one of the documents `elsewhere` does not apply in the other places.
 */
export function settleOptional(
  definitions: readonly Definition[],
  declarations: readonly Declaration[],
  elsewhere: ReadonlySet<string> = new Set(),
): readonly Definition[] {
  const attached = new Set(
    declarations.filter(({ document }) => elsewhere.has(document)).map(({ id }) => id),
  );
  const absent = new Set([
    ...declarations.filter(bringsAbsence).map(({ id }) => id),
    ...declarations.flatMap(absentColumns),
    ...declarations.flatMap(daysOfListing),
    ...definitions
      .filter(
        ({ origin, visibility }) => visibility === 'result' && attached.has(origin.declaration),
      )
      .map(({ id }) => id),
  ]);
  // A least fixpoint: what is marked stays marked, so the rounds end.
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, body } of definitions) {
      if (absent.has(id) || !mayBeAbsent(body, absent)) continue;
      absent.add(id);
      grown = true;
    }
  }
  return definitions.map((definition) => ({
    ...definition,
    optional: absent.has(definition.id),
    body: mapExpr(definition.body, (expr) =>
      expr.kind === 'or-else' && !mayBeAbsent(expr.operand, absent) ? expr.operand : expr,
    ),
  }));
}

/** True where the value of `expr` may be 不适用, given the ids of what may be. */
function mayBeAbsent(expr: Expr, absent: ReadonlySet<string>): boolean {
  const some = (exprs: readonly (Expr | undefined)[]): boolean =>
    exprs.some((each) => each !== undefined && mayBeAbsent(each, absent));
  switch (expr.kind) {
    case 'not-applicable':
      return true;
    case 'definition':
      return absent.has(expr.definition);
    case 'input':
      return absent.has(expr.input);
    case 'accumulator':
      return absent.has(expr.accumulator);
    case 'parameter':
      return absent.has(expr.parameter);
    case 'child-aggregate':
      return expr.operator === 'only';
    case 'catalogue-cell':
      return absent.has(`${expr.catalogue}.${expr.column}`);
    case 'cases':
      return some([...expr.branches.map(({ value }) => value), expr.otherwise]);
    case 'dated':
      return some([...expr.versions.map(({ value }) => value), expr.otherwise]);
    case 'lookup':
      return some(expr.rows.map(({ value }) => value));
    case 'or-else':
      return some([expr.fallback]);
    case 'combine':
      return expr.operands.every((each) => mayBeAbsent(each, absent));
    default:
      return false;
  }
}

/** Before the first listing there is no day of one. */
function daysOfListing(declaration: Declaration): readonly string[] {
  return declaration.kind === 'watchlist' && declaration.again
    ? [declaration.again.accumulator]
    : [];
}

/** Columns that say 或 无 or 或 不限, as `CATALOGUE.COLUMN`. */
function absentColumns(declaration: Declaration): readonly string[] {
  if (declaration.kind !== 'catalogue') return [];
  const columns = declaration.columns.filter(({ absent }) => absent !== undefined);
  return columns.map(({ name }) => `${declaration.id}.${name}`);
}

function bringsAbsence(declaration: Declaration): boolean {
  switch (declaration.kind) {
    case 'input':
      return declaration.optional;
    case 'accumulator':
      return declaration.operator === 'latest';
    case 'parameter':
      return declaration.versions.some(({ cells }) =>
        cells.some(({ value }) => value.kind === 'not-applicable'),
      );
    default:
      return false;
  }
}
