import { assertNever } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import { childrenOf, startsAbsent } from '@tiaoli/ir';
import { coversAll } from '../../passes/covers-all.ts';
import type { Emission } from './emission.ts';

/**
 * Whether a definition may come to no value: 不适用, undetermined, or missing.
 *
 * Conservative: true wherever it is not plain that there always is one. An accumulator whose next value may lack keeps
 * an instance of its own in the state, for then it may stay behind the others of its period.
 */
export function mayLackValue(definition: string, emission: Emission): boolean {
  const { index } = emission.analysis;
  const known = new Map<string, boolean>();
  const ofDefinition = (id: string): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    // A cycle cannot be: the program is verified.
    const body = index.definitions.get(id)?.body;
    const lacks = body === undefined || ofExpr(body);
    known.set(id, lacks);
    return lacks;
  };
  const ofInput = (id: string): boolean => {
    const input = index.inputs.get(id);
    if (input?.optional || input?.spells) return true;
    if (input?.default) return ofExpr(input.default);
    return emission.partial;
  };
  const ofExpr = (expr: Expr): boolean => {
    switch (expr.kind) {
      case 'input':
        return ofInput(expr.input);
      case 'definition':
        return ofDefinition(expr.definition);
      case 'accumulator': {
        const accumulator = index.accumulators.get(expr.accumulator);
        return (
          !accumulator || startsAbsent(accumulator) || [...placeExprs(accumulator)].some(ofExpr)
        );
      }
      case 'not-applicable':
      case 'undetermined':
      case 'quotient':
      case 'parameter':
      case 'dated':
        return true;
      case 'floor-divide':
        return expr.right.kind !== 'literal' || childrenOf(expr).some(ofExpr);
      case 'lookup':
        return !coversAll(expr, emission.ranges) || childrenOf(expr).some(ofExpr);
      case 'cases':
        return !expr.otherwise || expr.overlap === 'checked' || childrenOf(expr).some(ofExpr);
      case 'child-aggregate':
        return emission.partial || childrenOf(expr).some(ofExpr);
      case 'or-else':
        return ofExpr(expr.fallback);
      case 'literal':
      case 'element':
      case 'arithmetic':
      case 'extremum':
      case 'brackets':
      case 'round':
      case 'compare':
      case 'logic':
      case 'not':
      case 'combine':
      case 'present':
      case 'member':
      case 'intersects':
      case 'set-aggregate':
      case 'date-part':
      case 'date-shift':
        return childrenOf(expr).some(ofExpr);
      default:
        return assertNever(expr);
    }
  };
  return ofDefinition(definition);
}

/** What the place of an accumulator in the state depends on. */
export function placeExprs(accumulator: {
  readonly by: readonly Expr[];
  readonly instance?: Expr;
  readonly period: string;
  readonly on: string;
}): readonly Expr[] {
  const { by, instance, period, on } = accumulator;
  if (instance) return [...by, instance];
  return period === 'ever' ? by : [...by, { kind: 'input', input: on }];
}
