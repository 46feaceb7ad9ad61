import { exactly, multiplyRanges } from '../../passes/range.ts';
import type { Column } from './columns.ts';
import { cell, storeWord, word } from './columns.ts';
import type { Emission } from './emission.ts';
import { newRegion } from './emission.ts';
import { increment } from './emit-aggregate.ts';
import type { ResultColumn } from './emit-step.ts';
import type { TotalParts } from './emit-totals.ts';
import type { FunctionBody, Node, Region, Statement } from './node.ts';
import { int, local, long } from './node.ts';
import { arithmetic, compareInt, extendUnsigned, intArithmetic, not, select } from './operators.ts';
import { fits } from './value.ts';

/** Where the sums of a result stand among those of a group: the sum, how many values, how many missing. */
export interface SumCell {
  readonly result: ResultColumn;
  readonly skip: number;
}

/** The sums of all groups, those of one group beside each other: how many claims, then the sums of each result. */
export interface SumParts {
  readonly region: Region;
  /** Bytes from one group to the next. */
  readonly stride: number;
  readonly cells: readonly SumCell[];
}

const bytesOfSum = 24;
const bytesOfClaims = 8;

/** Sums of those results of which the sum over all claims of a call provably stays within 64 bits. */
export function sumParts(results: readonly ResultColumn[], emission: Emission): SumParts {
  const { rows, groups } = emission.capacity;
  const count = exactly({ numerator: BigInt(rows), denominator: 1n });
  const summed = results.filter(
    ({ definition, form: { kind, range, scale } }) =>
      kind === 'number' &&
      definition.type.kind !== 'date' &&
      fits(multiplyRanges(range, count), scale),
  );
  const stride = bytesOfClaims + bytesOfSum * summed.length;
  return {
    region: newRegion(emission, stride * groups),
    stride,
    cells: summed.map((result, at) => ({ result, skip: bytesOfClaims + bytesOfSum * at })),
  };
}

/** Adds the results of claims to the sums of their groups. */
export function tallyFunction({ region, stride, cells }: SumParts, groups: Column): FunctionBody {
  const [row, last, at] = [0, 1, 2].map((index) => local('i32', index)) as [Node, Node, Node];
  const add = (skip: number, amount: Node): Statement =>
    storeWord(region, skip, arithmetic.add(word(region, skip, at), amount), at);
  const adds = cells.flatMap(({ result, skip }) =>
    amountsOf(result, row).map((amount, index) => add(skip + index * 8, amount)),
  );
  return {
    ref: { name: 'tally', parameters: ['i32', 'i32'] },
    locals: ['i32'],
    statements: [
      {
        kind: 'while',
        condition: compareInt['<'](row, last),
        body: [
          { kind: 'set', local: 2, value: intArithmetic.multiply(cell(groups, row), int(stride)) },
          add(0, long(1)),
          ...adds,
          increment(0),
        ],
      },
    ],
  };
}

/** What a claim adds: the value, one where there is a value, one where it is missing; what is always so is left out. */
function amountsOf({ value, status, mayMiss, zeroed }: ResultColumn, row: Node): readonly Node[] {
  if (!status) return [cell(value, row)];
  const so = cell(status, row);
  const isMissing = extendUnsigned(compareInt['<'](so, int(0)));
  const amount = zeroed ? cell(value, row) : select(not(so), cell(value, row), long(0));
  return [amount, extendUnsigned(not(so)), ...(mayMiss ? [isMissing] : [])];
}

/** Sets all sums, and all counts of changes, to zero. */
export function clearFunction(
  { region, stride: sumStride }: SumParts,
  { totals, stride }: TotalParts,
  groups: number,
): FunctionBody {
  const changed = totals.map(({ changes }) => changes);
  return {
    ref: { name: 'clear', parameters: [] },
    locals: ['i32'],
    statements: [
      ...clearLoop([region], sumStride * groups),
      ...clearLoop(changed, stride * groups),
    ],
  };
}

function clearLoop(regions: readonly Region[], bytes: number): readonly Statement[] {
  if (regions.length === 0) return [];
  const at = local('i32', 0);
  return [
    { kind: 'set', local: 0, value: int(0) },
    {
      kind: 'while',
      condition: compareInt['<'](at, int(bytes)),
      body: [
        ...regions.map((region) => storeWord(region, 0, long(0), at)),
        { kind: 'set', local: 0, value: intArithmetic.add(at, int(8)) },
      ],
    },
  ];
}
