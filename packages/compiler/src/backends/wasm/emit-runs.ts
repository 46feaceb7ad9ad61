import type { Column } from './columns.ts';
import { cell, storeCell, storeWord } from './columns.ts';
import type { Emission } from './emission.ts';
import { increment, onlyIf } from './emit-aggregate.ts';
import type { FunctionBody, FunctionRef, Node, Statement } from './node.ts';
import { int, local, long } from './node.ts';
import { compareInt, intArithmetic } from './operators.ts';
import { overflowFlag, raiseFlag } from './overflow.ts';
import { clearGroups } from './period-groups.ts';

/** Columns by which a run finds its way. */
export interface RunColumns {
  /** Of each person, and one behind the last: the first claim. */
  readonly people: Column;
  /** Of each claim: not 0 where a fact lies beyond the bounds for which the program was proved. */
  readonly rowFlags: Column;
  /** Of each person (in `rows`: of each claim): 1 where the results are not to be used. */
  readonly unitFlags: Column;
}

/** Makes the state that of someone without earlier claims. */
export function resetFunction(emission: Emission): FunctionBody {
  const keyed = [...emission.slots.values()].filter(({ keys }) => keys !== undefined);
  return {
    ref: { name: 'reset', parameters: [] },
    locals: [],
    statements: [
      ...clearGroups(emission),
      ...keyed.map(({ region }) => storeWord(region, 0, long(0))),
    ],
  };
}

/** Settles the claim of a row on the state at hand; gives 1 where its results and the state are not to be used. */
export function settleFunction({
  columns,
  step,
}: Pick<RunParts, 'columns' | 'step'>): FunctionBody {
  return {
    ref: { name: 'settle', parameters: ['i32'], result: 'i32' },
    locals: [],
    statements: [lowerFlag, ...stepRow(columns, step, local('i32', 0))],
    result: flag,
  };
}

const flag: Node = { kind: 'global', type: 'i32', index: overflowFlag };
const lowerFlag: Statement = { kind: 'set-global', global: overflowFlag, value: int(0) };

function stepRow({ rowFlags }: RunColumns, step: FunctionRef, row: Node): readonly Statement[] {
  return [...onlyIf(cell(rowFlags, row), [raiseFlag]), { kind: 'call', target: step, args: [row] }];
}

interface RunParts {
  readonly columns: RunColumns;
  readonly reset: FunctionRef;
  readonly step: FunctionRef;
  /** Adds the results of claims from the first to before the last to the sums. */
  readonly tally: FunctionRef;
  /** Adds them up for the person. */
  readonly total: FunctionRef;
}

const [first, last, lost, row, end] = [0, 1, 2, 3, 4].map((index) => local('i32', index)) as [
  Node,
  Node,
  Node,
  Node,
  Node,
];

/**
 * People from the first to before the last, each with the claims in their order and the state carried from one to the
 * next; gives the number of people whose results are not to be used.
 */
export function foldFunction(parts: RunParts): FunctionBody {
  const { people } = parts.columns;
  return runFunction('fold', parts, [
    { kind: 'set', local: 3, value: cell(people, first) },
    { kind: 'set', local: 4, value: cell(people, first, 1) },
  ]);
}

/** Claims from the first to before the last, each as the only one of a person. */
export function rowsFunction(parts: RunParts): FunctionBody {
  return runFunction('rows', parts, [
    { kind: 'set', local: 3, value: first },
    { kind: 'set', local: 4, value: intArithmetic.add(first, int(1)) },
  ]);
}

function runFunction(
  name: string,
  { columns, reset, step, tally, total }: RunParts,
  place: readonly Statement[],
): FunctionBody {
  const unit: readonly Statement[] = [
    { kind: 'call', target: reset, args: [] },
    lowerFlag,
    ...place,
    {
      kind: 'while',
      condition: compareInt['<'](row, end),
      body: [...stepRow(columns, step, row), increment(3)],
    },
    storeCell(columns.unitFlags, first, flag),
    {
      kind: 'if',
      condition: flag,
      yes: [increment(2)],
      no: [
        ...place.slice(0, 1),
        { kind: 'call', target: tally, args: [row, end] },
        { kind: 'call', target: total, args: [first, row, end] },
      ],
    },
    increment(0),
  ];
  return {
    ref: { name, parameters: ['i32', 'i32'], result: 'i32' },
    locals: ['i32', 'i32', 'i32'],
    statements: [{ kind: 'while', condition: compareInt['<'](first, last), body: unit }],
    result: lost,
  };
}
