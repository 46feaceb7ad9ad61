import { rational, ZERO } from '@tiaoli/base';
import type { Accumulator, LayerDeclaration, ModuleIndex, Program, ValueType } from '@tiaoli/ir';
import { indexModule, isNumeric, nextDefinitions } from '@tiaoli/ir';
import type { Found } from './find-scales.ts';
import { findScales } from './find-scales.ts';
import { isSeparable } from './is-separable.ts';
import type { Range } from './range.ts';
import { anyNumber, between, fitsDouble, isNonNegative } from './range.ts';
import { rangeOfExpr, rangeOfType } from './range-of-expr.ts';
import type { ScaleContext } from './scale-of-expr.ts';

/** What is known of the numbers that a definition or an accumulator takes. */
export interface NumberFacts {
  readonly range: Range;
  /** Static denominator: the value times this is an integer. */
  readonly scale: bigint;
  /** True when value × scale may reach 2^53, so that a double would not hold it. */
  readonly wide: boolean;
}

export interface Analysis {
  readonly index: ModuleIndex;
  /** By definition id; definitions of other than numbers are left out. */
  readonly definitions: ReadonlyMap<string, NumberFacts>;
  /** By accumulator id. The ranges are what a calculator accepts as state, not what it can prove of every history. */
  readonly accumulators: ReadonlyMap<string, NumberFacts>;
  /** By layer id: whether a year's exact due needs no accumulator of its own (window form). */
  readonly separable: ReadonlyMap<string, boolean>;
}

/**
 * The most that an accumulator is taken to hold: 10^11 fen (10 亿元) of money, 10^6 of a count.
 *
 * No person's year comes near it. A calculator refuses a state beyond it instead of losing digits.
 */
function mostOf(type: ValueType) {
  return type.kind === 'money' || type.kind === 'unit-price'
    ? rational(10n ** 11n)
    : rational(10n ** 6n);
}

/** What was found before, for as long as somebody holds the program: several backends ask the same. */
const found = new WeakMap<Program, Analysis>();

/** Ranges, scales and separability of a bound program; interval arithmetic from the declared domains. */
export function analyse(program: Program): Analysis {
  const before = found.get(program);
  if (before) return before;
  const analysis = workOut(program);
  found.set(program, analysis);
  return analysis;
}

function workOut(program: Program): Analysis {
  const index = indexModule(program);
  const scales = findScales(program.definitions, program.accumulators, { index });
  const ranges = findRanges(program, { index, ...scales });
  const factsOf = (id: string, kind: 'definitions' | 'accumulators'): NumberFacts => {
    const range = ranges[kind].get(id) ?? anyNumber;
    const scale = scales[kind].get(id) ?? 1n;
    return { range, scale, wide: !fitsDouble(range, scale) };
  };
  const numeric = program.definitions.filter(({ type }) => isNumeric(type));
  const layers = program.declarations.filter(
    (each): each is LayerDeclaration => each.kind === 'layer',
  );
  return {
    index,
    definitions: new Map(numeric.map(({ id }) => [id, factsOf(id, 'definitions')])),
    accumulators: new Map(program.accumulators.map(({ id }) => [id, factsOf(id, 'accumulators')])),
    separable: new Map(layers.map((layer) => [layer.id, isSeparable(layer, program)])),
  };
}

/**
 * Accumulators are first taken to be never negative, and those for which that is not inductive are taken again without.
 */
function findRanges(program: Program, scales: ScaleContext): Found<Range> {
  const { index } = scales;
  const negative = new Set<string>();
  for (;;) {
    const accumulators = new Map(
      program.accumulators.map((each) => [each.id, rangeOfAccumulator(each, negative)]),
    );
    const definitions = new Map<string, Range>();
    for (const { id, body, type } of program.definitions) {
      const context = { index, definitions, accumulators, scales };
      definitions.set(id, isNumeric(type) ? rangeOfExpr(body, context) : anyNumber);
    }
    const refuted = program.accumulators.filter(
      (each) =>
        each.type.kind !== 'date' &&
        !negative.has(each.id) &&
        nextDefinitions(each).some((next) => !isNonNegative(definitions.get(next) ?? anyNumber)),
    );
    if (refuted.length === 0) return { definitions, accumulators };
    for (const { id } of refuted) negative.add(id);
  }
}

function rangeOfAccumulator({ id, type }: Accumulator, negative: ReadonlySet<string>): Range {
  if (type.kind === 'date') return rangeOfType(type);
  const most = mostOf(type);
  return between(negative.has(id) ? rational(-most.numerator) : ZERO, most);
}
