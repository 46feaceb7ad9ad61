import { exactly, multiplyRanges } from '../../passes/range.ts';
import type { Column } from './columns.ts';
import { cell, newColumn, storeCell, storeWord, word } from './columns.ts';
import type { Emission } from './emission.ts';
import { newRegion } from './emission.ts';
import { increment, onlyIf } from './emit-aggregate.ts';
import type { RunColumns } from './emit-runs.ts';
import type { ResultColumn } from './emit-step.ts';
import type { FunctionBody, Node, Region, Statement } from './node.ts';
import { int, local, long } from './node.ts';
import {
  arithmetic,
  compareInt,
  compareLong,
  extendUnsigned,
  intArithmetic,
  not,
  select,
  wrap,
} from './operators.ts';
import { fits } from './value.ts';

/** A result that is added up for each person, and compared with what another program gave. */
export interface TotalColumns {
  readonly result: ResultColumn;
  /** Of each person (in `rows`: of each claim). */
  readonly total: Column;
  /** What it is compared with; the host writes it. */
  readonly before: Column;
  /** For each group: how many have more, less, the same; how much more, how much less; then a count for each stretch. */
  readonly changes: Region;
}

export interface TotalParts {
  readonly totals: readonly TotalColumns[];
  /** A count, then the ends of the stretches of a difference in ascending order; the host writes them. */
  readonly edges: Region;
  /** Bytes from the changes of one group to those of the next. */
  readonly stride: number;
}

const amountWidth = { bytes: 8, signed: true, isInt: false } as const;
const stretchesAt = 40;

/** Columns for those of the ids that are numbers of which the sum over all claims of a call stays within 64 bits. */
export function totalParts(
  ids: readonly string[],
  results: readonly ResultColumn[],
  emission: Emission,
): TotalParts {
  const { rows, people, groups, edges } = emission.capacity;
  const units = Math.max(rows, people);
  const stride = stretchesAt + (edges + 1) * 8;
  const count = exactly({ numerator: BigInt(rows) * 2n, denominator: 1n });
  const watched = results.filter(
    ({ definition, form: { kind, range, scale } }) =>
      ids.includes(definition.id) && kind === 'number' && fits(multiplyRanges(range, count), scale),
  );
  return {
    edges: newRegion(emission, (edges + 1) * 8),
    stride,
    totals: watched.map((result) => ({
      result,
      total: newColumn(emission, amountWidth, units),
      before: newColumn(emission, amountWidth, units),
      changes: newRegion(emission, stride * groups),
    })),
  };
}

/** Adds the results of the claims of a person up. */
export function totalFunction({ totals }: TotalParts): FunctionBody {
  const [unit, first, last, row, sum] = [
    local('i32', 0),
    local('i32', 1),
    local('i32', 2),
    local('i32', 3),
    local('i64', 4),
  ] as const;
  const addUp = ({ result: { value, status }, total }: TotalColumns): readonly Statement[] => {
    const amount = status
      ? select(not(cell(status, row)), cell(value, row), long(0))
      : cell(value, row);
    return [
      { kind: 'set', local: 3, value: first },
      { kind: 'set', local: 4, value: long(0) },
      {
        kind: 'while',
        condition: compareInt['<'](row, last),
        body: [{ kind: 'set', local: 4, value: arithmetic.add(sum, amount) }, increment(3)],
      },
      storeCell(total, unit, sum),
    ];
  };
  return {
    ref: { name: 'total', parameters: ['i32', 'i32', 'i32'] },
    locals: ['i32', 'i64'],
    statements: totals.flatMap(addUp),
  };
}

const [unit, last, byPerson, at, edge, stretch] = [0, 1, 2, 3, 4, 5].map((index) =>
  local('i32', index),
) as [Node, Node, Node, Node, Node, Node];
const difference = local('i64', 6);

/**
 * Compares people from the first to before the last with what was before, in the group of their first claim; `byPerson`
 * is 0 where each claim stands for itself. Who has a flag is left out.
 */
export function weighFunction(parts: TotalParts, runs: RunColumns, groups: Column): FunctionBody {
  const row = select(byPerson, cell(runs.people, unit), unit);
  const weighed: readonly Statement[] = [
    { kind: 'set', local: 3, value: intArithmetic.multiply(cell(groups, row), int(parts.stride)) },
    ...parts.totals.flatMap((total) => weigh(total, parts.edges)),
  ];
  return {
    ref: { name: 'weigh', parameters: ['i32', 'i32', 'i32'] },
    locals: ['i32', 'i32', 'i32', 'i64'],
    statements: [
      {
        kind: 'while',
        condition: compareInt['<'](unit, last),
        body: [...onlyIf(not(cell(runs.unitFlags, unit)), weighed), increment(0)],
      },
    ],
  };
}

function weigh({ total, before, changes }: TotalColumns, edges: Region): readonly Statement[] {
  const add = (skip: number, amount: Node, address: Node = at): Statement =>
    storeWord(changes, skip, arithmetic.add(word(changes, skip, address), amount), address);
  const [more, less] = [
    compareLong['>'](difference, long(0)),
    compareLong['<'](difference, long(0)),
  ];
  const count = intArithmetic.multiply(wrap(word(edges, 0)), int(8));
  const isBeyond = compareLong['>='](difference, word(edges, 8, edge));
  const wider = intArithmetic.multiply(isBeyond, int(8));
  return [
    {
      kind: 'set',
      local: 6,
      value: arithmetic.subtract(cell(total, unit), cell(before, unit)),
    },
    add(0, extendUnsigned(more)),
    add(8, extendUnsigned(less)),
    add(16, extendUnsigned(compareLong['='](difference, long(0)))),
    add(24, select(more, difference, long(0))),
    add(32, select(less, difference, long(0))),
    { kind: 'set', local: 4, value: int(0) },
    { kind: 'set', local: 5, value: int(0) },
    {
      kind: 'while',
      condition: compareInt['<'](edge, count),
      body: [
        { kind: 'set', local: 5, value: intArithmetic.add(stretch, wider) },
        { kind: 'set', local: 4, value: intArithmetic.add(edge, int(8)) },
      ],
    },
    add(stretchesAt, long(1), intArithmetic.add(at, stretch)),
  ];
}
