import type { Column, Field } from './columns.ts';
import { cell, childFieldOf, storeCell } from './columns.ts';
import type { Emission } from './emission.ts';
import { memberCount } from './emission.ts';
import { increment, onlyIf } from './emit-aggregate.ts';
import type { FunctionBody, Node, Statement, WasmType } from './node.ts';
import { int, local, long } from './node.ts';
import { anyOf, arithmetic, compareInt, compareLong, not } from './operators.ts';
import { isHeld } from './value.ts';

/**
 * Marks the claims of which a fact lies beyond its declared bounds, from the first to before the last row; gives their
 * number. What the calculator is proved for, it is proved for those that are not marked.
 */
export function admitFunction(rowFlags: Column, emission: Emission): FunctionBody {
  const [row, last, lost, isLost] = [0, 1, 2, 3].map((index) => local('i32', index)) as [
    Node,
    Node,
    Node,
    Node,
  ];
  const locals: WasmType[] = ['i32', 'i32', 'i32', 'i32'];
  const body: readonly Statement[] = [
    { kind: 'set', local: 3, value: int(0) },
    ...recordStatements(undefined, row, { isLost: 3, locals, emission }),
    storeCell(rowFlags, row, isLost),
    ...onlyIf(isLost, [increment(2)]),
    increment(0),
  ];
  return {
    ref: { name: 'admit', parameters: ['i32', 'i32'], result: 'i32' },
    locals: locals.slice(2),
    statements: [{ kind: 'while', condition: compareInt['<'](row, last), body }],
    result: lost,
  };
}

interface Marking {
  readonly isLost: number;
  readonly locals: WasmType[];
  readonly emission: Emission;
}

/** The facts of a record, and of the records below it; `entity` is absent for the claim and what stands above it. */
function recordStatements(
  entity: string | undefined,
  row: Node,
  marking: Marking,
): readonly Statement[] {
  const { emission, isLost } = marking;
  const { columns, analysis } = emission;
  const isOwn = (of: string | undefined): boolean =>
    of !== undefined && columns.children.has(of) ? of === entity : entity === undefined;
  const own = [...columns.fields.values()].filter(({ input }) =>
    isOwn(analysis.index.inputs.get(input)?.entity),
  );
  const spells = [...columns.spells.values()].filter(({ input }) =>
    isOwn(analysis.index.inputs.get(input)?.entity),
  );
  const below = [...columns.children.keys()].filter((child) =>
    isOwn(analysis.index.entities.get(child)?.parent),
  );
  return [
    ...own.flatMap((field) => markBeyond(field, row, isLost, emission)),
    ...spells.flatMap((field) =>
      loopOver(field.starts, row, marking, (at) => markBeyond(field, at, isLost, emission)),
    ),
    ...below.flatMap((child) =>
      loopOver(childFieldOf(emission, child).starts, row, marking, (at) =>
        recordStatements(child, at, marking),
      ),
    ),
  ];
}

function loopOver(
  starts: Column,
  row: Node,
  { locals }: Marking,
  body: (at: Node) => readonly Statement[],
): readonly Statement[] {
  const index = locals.push('i32') - 1;
  const at = local('i32', index);
  return [
    { kind: 'set', local: index, value: cell(starts, row) },
    {
      kind: 'while',
      condition: compareInt['<'](at, cell(starts, row, 1)),
      body: [...body(at), increment(index)],
    },
  ];
}

function markBeyond(
  field: Pick<Field, 'form' | 'value'> & { readonly given?: Column },
  row: Node,
  isLost: number,
  emission: Emission,
): readonly Statement[] {
  const tests = testsOf(field, cell(field.value, row), emission);
  if (tests.length === 0) return [];
  const mark: Statement = { kind: 'set', local: isLost, value: int(1) };
  const marked = onlyIf(anyOf(tests), [mark]);
  // Stretches of days have their mark on the record, and always a value.
  const isRecords = 'input' in field && 'starts' in field;
  return field.given && !isRecords
    ? onlyIf(compareInt['='](cell(field.given, row), int(1)), marked)
    : marked;
}

function testsOf({ form }: Pick<Field, 'form'>, value: Node, emission: Emission): readonly Node[] {
  const { kind, range, scale, enumeration } = form;
  const members = memberCount(emission, enumeration);
  if (kind === 'index') return [not(compareLong['<'](value, long(members)))];
  if (kind === 'set') {
    const others = arithmetic.shiftRight(value, long(members));
    return [compareLong['!='](others, long(0))];
  }
  if (kind !== 'number') return [];
  const bound = (end: typeof range.low): bigint | undefined => {
    const held = end && (end.numerator * scale) / end.denominator;
    return held !== undefined && isHeld(held) ? held : undefined;
  };
  const [low, high] = [bound(range.low), bound(range.high)];
  return [
    ...(low === undefined ? [] : [compareLong['<'](value, long(low))]),
    ...(high === undefined ? [] : [compareLong['>'](value, long(high))]),
  ];
}
