import type {
  Accumulator,
  EnumerationDeclaration,
  Expr,
  ModuleIndex,
  Program,
  ValueType,
} from '@tiaoli/ir';
import { isNumeric, typeOfExpr, walkExpr } from '@tiaoli/ir';
import type { ScaleContext } from './scale-of-expr.ts';
import { scaleOfExpr } from './scale-of-expr.ts';

// What backends with columns of fixed width cannot hold: each says it in words of its own.

/** Bits of a set that stands in 64 with its sign to spare. */
export const MOST_MEMBERS = 63;

/** Keys of accumulators that are numbers stand on one scale, wherever they come from. */
export const keyScale = 1_000_000n;

/** Enumerations of which there are sets, and that have more members than bits. */
export function wideSets(program: Program, index: ModuleIndex): readonly EnumerationDeclaration[] {
  const sets = new Set<string>();
  const note = (type: ValueType | undefined): void => {
    if (type?.kind === 'set') sets.add(type.enumeration);
  };
  for (const { type } of index.inputs.values()) note(type);
  for (const { type, body } of program.definitions) {
    note(type);
    walkExpr(body, (expr) => note(expr.kind === 'literal' ? expr.type : undefined));
  }
  return [...sets].flatMap((id) => {
    const enumeration = index.enumerations.get(id);
    return enumeration && enumeration.members.length > MOST_MEMBERS ? [enumeration] : [];
  });
}

/** Accumulators whose keys are not held alike wherever they come from. */
export function unlikeKeys(
  program: Program,
  index: ModuleIndex,
  scales: ScaleContext,
): readonly Accumulator[] {
  return program.accumulators.filter((accumulator) => {
    const sites = keySites(accumulator, program);
    return accumulator.by.some((_, column) => {
      const [first, ...rest] = sites.map((keys) => formOf(keys[column], index, scales));
      return first === undefined || rest.some((form) => form !== first);
    });
  });
}

function keySites(
  { id, by, writes = [] }: Accumulator,
  { definitions }: Program,
): readonly (readonly Expr[])[] {
  const sites: (readonly Expr[])[] = [by, ...writes.map(({ keys }) => keys)];
  for (const { body } of definitions) {
    walkExpr(body, (expr) => {
      if (expr.kind === 'accumulator' && expr.accumulator === id && expr.keys)
        sites.push(expr.keys);
    });
  }
  return sites;
}

/** How a key is held; undefined for one that is not. */
function formOf(
  key: Expr | undefined,
  index: ModuleIndex,
  scales: ScaleContext,
): string | undefined {
  const type = key && typeOfExpr(key, index)?.type;
  if (!key || !type || type.kind === 'set') return undefined;
  if (type.kind === 'enumeration') return type.enumeration;
  if (!isNumeric(type)) return type.kind;
  return keyScale % scaleOfExpr(key, scales) === 0n ? 'number' : undefined;
}
