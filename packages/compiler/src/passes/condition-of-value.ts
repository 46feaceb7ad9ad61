import type { Expr } from '@tiaoli/ir';
import { childrenOf, startsAbsent } from '@tiaoli/ir';
import type { Analysis } from './analyse.ts';
import { coversAll } from './covers-all.ts';
import { placeExprs } from './guarded-runs.ts';
import type { RangeContext } from './range-of-expr.ts';

/** What an emission knows of values that may be lacking. */
interface ValueContext {
  readonly analysis: Pick<Analysis, 'index'>;
  readonly ranges: RangeContext;
  /** True when facts may be absent: then what needs them is missing. */
  readonly partial: boolean;
  /** Inputs that are given with every claim. */
  readonly given?: ReadonlySet<string>;
}

/** What was found out so far about the definitions. */
interface Search {
  readonly emission: ValueContext;
  readonly known: Map<string, boolean>;
}

/**
 * Whether a definition may come to no value: 不适用, undetermined, or missing.
 *
 * Conservative: true wherever it is not plain that there always is one.
 */
function mayLackValue(definition: string, emission: ValueContext): boolean {
  return definitionLacks(definition, { emission, known: new Map() });
}

/**
 * On what it depends whether a definition has a value: `''` when it always has, the text of the one condition that
 * decides, undefined when it is not plain. Two definitions with the same answer have values on the same claims.
 */
export function conditionOfValue(definition: string, emission: ValueContext): string | undefined {
  if (!mayLackValue(definition, emission)) return '';
  const body = emission.analysis.index.definitions.get(definition)?.body;
  if (body?.kind !== 'cases' || body.overlap === 'checked') return undefined;
  const [branch, second] = body.branches;
  if (!branch || second || body.otherwise?.kind !== 'not-applicable') return undefined;
  const lacks = exprLacks(branch.value, { emission, known: new Map() });
  return lacks ? undefined : JSON.stringify(branch.when);
}

function definitionLacks(id: string, search: Search): boolean {
  const found = search.known.get(id);
  if (found !== undefined) return found;
  const body = search.emission.analysis.index.definitions.get(id)?.body;
  const lacks = body === undefined || exprLacks(body, search);
  search.known.set(id, lacks);
  return lacks;
}

function inputLacks(id: string, search: Search): boolean {
  const { analysis, partial, given } = search.emission;
  const input = analysis.index.inputs.get(id);
  if (input?.spells) return true;
  if (given?.has(id)) return false;
  if (input?.optional) return true;
  return input?.default ? exprLacks(input.default, search) : partial;
}

function accumulatorLacks(id: string, search: Search): boolean {
  const accumulator = search.emission.analysis.index.accumulators.get(id);
  if (!accumulator || startsAbsent(accumulator)) return true;
  return placeExprs(accumulator).some((expr) => exprLacks(expr, search));
}

function exprLacks(expr: Expr, search: Search): boolean {
  switch (expr.kind) {
    case 'input':
      return inputLacks(expr.input, search);
    case 'definition':
      return definitionLacks(expr.definition, search);
    case 'accumulator':
      return (
        accumulatorLacks(expr.accumulator, search) ||
        childrenOf(expr).some((key) => exprLacks(key, search))
      );
    case 'or-else':
      return exprLacks(expr.fallback, search);
    default:
      return (
        mayFail(expr, search.emission) || childrenOf(expr).some((child) => exprLacks(child, search))
      );
  }
}

/** Kinds that may lack a value though all that they read has one. */
function mayFail(expr: Expr, { partial, ranges }: ValueContext): boolean {
  switch (expr.kind) {
    case 'not-applicable':
    case 'undetermined':
    case 'quotient':
    case 'parameter':
    case 'dated':
    case 'working-day-shift':
    case 'catalogue-cell':
      return true;
    case 'lookup':
      return !coversAll(expr, ranges);
    case 'floor-divide':
      return expr.right.kind !== 'literal';
    case 'cases':
      return !expr.otherwise || expr.overlap === 'checked';
    case 'child-aggregate':
      return partial || expr.operator === 'only';
    default:
      return false;
  }
}
