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

/** Where the sums of a result stand: the sum, the number of values, the number of those that are missing. */
export interface SumCell {
  readonly definition: string;
  readonly region: Region;
  /** False where there is always a value: then there are as many as claims. */
  readonly counted: boolean;
}

const bytesOfSum = 24;

/** Those results of which the sum over all claims of a call provably stays within 64 bits. */
export function sumsOf(results: readonly ResultColumn[], emission: Emission): readonly SumCell[] {
  const { rows, groups } = emission.capacity;
  const count = exactly({ numerator: BigInt(rows), denominator: 1n });
  return results.flatMap(({ definition, status, form: { kind, range, scale } }) => {
    const isSummed = kind === 'number' && definition.type.kind !== 'date';
    if (!isSummed || !fits(multiplyRanges(range, count), scale)) return [];
    const region = newRegion(emission, bytesOfSum * groups);
    return [{ definition: definition.id, region, counted: status !== undefined }];
  });
}

/** The group of each claim, and how many claims each group has. */
export interface Grouping {
  readonly groups: Column;
  readonly claims: Region;
}

/** Adds the results of claims to the sums of their groups. */
export function tallyFunction(
  sums: readonly SumCell[],
  results: readonly ResultColumn[],
  { groups, claims }: Grouping,
): FunctionBody {
  const [row, last, at] = [0, 1, 2].map((index) => local('i32', index)) as [Node, Node, Node];
  const adds = sums.flatMap(({ definition, region }) => {
    const result = results.find((each) => each.definition.id === definition);
    return result ? addCell(result, region, row, at) : [];
  });
  return {
    ref: { name: 'tally', parameters: ['i32', 'i32'] },
    locals: ['i32'],
    statements: [
      {
        kind: 'while',
        condition: compareInt['<'](row, last),
        body: [
          {
            kind: 'set',
            local: 2,
            value: intArithmetic.multiply(cell(groups, row), int(bytesOfSum)),
          },
          storeWord(claims, 0, arithmetic.add(word(claims, 0, at), long(1)), at),
          ...adds,
          increment(0),
        ],
      },
    ],
  };
}

function addCell(
  { value, status, mayMiss }: ResultColumn,
  region: Region,
  row: Node,
  at: Node,
): readonly Statement[] {
  const add = (skip: number, amount: Node): Statement =>
    storeWord(region, skip, arithmetic.add(word(region, skip, at), amount), at);
  if (!status) return [add(0, cell(value, row))];
  const so = cell(status, row);
  const isMissing = extendUnsigned(compareInt['<'](so, int(0)));
  return [
    add(0, select(not(so), cell(value, row), long(0))),
    add(8, extendUnsigned(not(so))),
    ...(mayMiss ? [add(16, isMissing)] : []),
  ];
}

/** Bytes from one group to the next. */
export const sumStride = bytesOfSum;

/** Sets all sums, and all counts of changes, to zero. */
export function clearFunction(
  sums: readonly SumCell[],
  { totals, stride }: TotalParts,
  { claims, count }: { readonly claims: Region; readonly count: number },
): FunctionBody {
  const cleared = [claims, ...sums.map(({ region }) => region)];
  const changed = totals.map(({ changes }) => changes);
  return {
    ref: { name: 'clear', parameters: [] },
    locals: ['i32'],
    statements: [...clearLoop(cleared, bytesOfSum * count), ...clearLoop(changed, stride * count)],
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
