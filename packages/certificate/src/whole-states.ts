import type { Rational } from '@tiaoli/base';
import { leastCommonMultiple, parseRational, rational } from '@tiaoli/base';
import { isNumber, valueOfLiteral } from '@tiaoli/interpreter';
import type { Expr, InputDeclaration, ModuleIndex } from '@tiaoli/ir';
import { isNumeric, nextDefinitions } from '@tiaoli/ir';

/** How many steps there are from one value of a number to the next whole one; 0 where there is no such step. */
export function stepsOf({ type, places }: Pick<InputDeclaration, 'type' | 'places'>): bigint {
  switch (type.kind) {
    case 'unit-price':
      return 10n ** 4n;
    case 'rate':
    case 'decimal':
      return places === undefined ? 0n : 10n ** BigInt(places);
    default:
      return 1n;
  }
}

/**
 * Accumulators that are whole numbers times their denominators after every history: taken for granted of all, and given
 * up for those that a claim may leave behind otherwise, until none is left to give up.
 */
export function wholeStates(indexes: readonly ModuleIndex[]): ReadonlySet<string> {
  const all = indexes.flatMap(({ accumulators }) => [...accumulators.values()]);
  let kept = new Set(all.filter(({ type }) => isNumeric(type)).map(({ id }) => id));
  for (;;) {
    const broken = indexes.flatMap((index) => brokenBy(index, kept));
    if (broken.length === 0) return kept;
    kept = new Set([...kept].filter((id) => !broken.includes(id)));
  }
}

function brokenBy(index: ModuleIndex, kept: ReadonlySet<string>): readonly string[] {
  const scales = { index, kept, definitions: new Map<string, bigint | undefined>() };
  return [...index.accumulators.values()].flatMap((each) => {
    if (!kept.has(each.id)) return [];
    const isWhole = nextDefinitions(each).every((definition) => {
      const scale = scaleOf({ kind: 'definition', definition }, scales);
      return scale !== undefined && BigInt(each.denominator ?? '1') % scale === 0n;
    });
    return isWhole ? [] : [each.id];
  });
}

interface Scales {
  readonly index: ModuleIndex;
  readonly kept: ReadonlySet<string>;
  readonly definitions: Map<string, bigint | undefined>;
}

/** A number by which the value of a numeric expression is whole in every case; undefined where none is known. */
function scaleOf(expr: Expr, scales: Scales): bigint | undefined {
  const joined = (exprs: readonly Expr[]) => joinedScale(exprs, scales);
  switch (expr.kind) {
    case 'literal': {
      const value = valueOfLiteral(expr);
      return isNumber(value) ? value.denominator : 1n;
    }
    case 'input': {
      const input = scales.index.inputs.get(expr.input);
      return input ? stepsOf(input) || undefined : 1n;
    }
    case 'definition':
      return scaleOfDefinition(expr.definition, scales);
    case 'accumulator': {
      const held = scales.index.accumulators.get(expr.accumulator);
      return scales.kept.has(expr.accumulator) ? BigInt(held?.denominator ?? '1') : undefined;
    }
    case 'not-applicable':
    case 'undetermined':
    case 'floor-divide':
    case 'date-part':
    case 'date-shift':
    case 'working-day-shift':
      return 1n;
    case 'arithmetic':
      return expr.operator === '*'
        ? productScale([expr.left], [expr.right], scales)
        : joined([expr.left, expr.right]);
    case 'extremum':
    case 'combine':
      return joined(expr.operands);
    case 'round':
    case 'quotient':
      return unitOf(expr).denominator;
    case 'brackets': {
      if (expr.perBand) return unitOf(expr.perBand).denominator;
      const ends = [expr.from, expr.to, ...expr.bands.flatMap(({ upTo }) => (upTo ? [upTo] : []))];
      const rates = expr.bands.map(({ rate }) => rate);
      return productScale(rates, ends, scales);
    }
    case 'cases':
      return joined([
        ...expr.branches.map(({ value }) => value),
        ...(expr.otherwise ? [expr.otherwise] : []),
      ]);
    case 'lookup':
      return joined(expr.rows.map(({ value }) => value));
    case 'or-else':
      return joined([expr.operand, expr.fallback]);
    case 'set-aggregate':
    case 'child-aggregate':
      return expr.operator === 'count' ? 1n : scaleOf(expr.value, scales);
    default:
      return undefined;
  }
}

function scaleOfDefinition(id: string, scales: Scales): bigint | undefined {
  if (scales.definitions.has(id)) return scales.definitions.get(id);
  const body = scales.index.definitions.get(id)?.body;
  const scale = body && scaleOf(body, scales);
  scales.definitions.set(id, scale);
  return scale;
}

function joinedScale(exprs: readonly Expr[], scales: Scales): bigint | undefined {
  let joined: bigint = 1n;
  for (const expr of exprs) {
    const scale = scaleOf(expr, scales);
    if (scale === undefined) return undefined;
    joined = leastCommonMultiple(joined, scale);
  }
  return joined;
}

function productScale(
  left: readonly Expr[],
  right: readonly Expr[],
  scales: Scales,
): bigint | undefined {
  const [one, other] = [joinedScale(left, scales), joinedScale(right, scales)];
  return one === undefined || other === undefined ? undefined : one * other;
}

function unitOf({ unit }: { readonly unit: string }): Rational {
  return parseRational(unit) ?? rational(1n);
}
