import type { Diagnostic } from '@tiaoli/base';
import type { Accumulator, Expr, Program, ValueType } from '@tiaoli/ir';
import { isNumeric, typeOfExpr, walkExpr } from '@tiaoli/ir';
import { finding } from '../../messages.ts';
import { scaleOfExpr } from '../../passes/scale-of-expr.ts';
import { keyScale } from './accumulator-slots.ts';
import type { Emission } from './emission.ts';

/** Bits of a set that stands in 64 with its sign to spare. */
const mostMembers = 63;

/** What of the program the backend cannot hold; each once. */
export function refusals(program: Program, emission: Emission): readonly Diagnostic[] {
  return [...wideSets(program, emission), ...foreignKeys(program, emission)];
}

function wideSets(program: Program, { analysis: { index } }: Emission): readonly Diagnostic[] {
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
    const count = enumeration?.members.length ?? 0;
    if (!enumeration || count <= mostMembers) return [];
    const { name, span } = enumeration;
    return [finding('set-too-wide', { name, count, most: mostMembers }, span)];
  });
}

/** Keys of one accumulator must be held alike wherever they come from. */
function foreignKeys(program: Program, emission: Emission): readonly Diagnostic[] {
  const keyed = program.accumulators.filter(({ by }) => by.length > 0);
  return keyed.flatMap((accumulator) => {
    const sites = keySites(accumulator, program);
    const forms = accumulator.by.map((_, column) =>
      sites.map((keys) => formOf(keys[column], emission)),
    );
    const isAlike = forms.every(
      ([first, ...rest]) => first !== undefined && rest.every((form) => form === first),
    );
    const { name, origin } = accumulator;
    return isAlike ? [] : [finding('key-not-held', { name }, origin.span)];
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
  { analysis: { index }, scales }: Emission,
): string | undefined {
  const type = key && typeOfExpr(key, index)?.type;
  if (!key || !type || type.kind === 'set') return undefined;
  if (type.kind === 'enumeration') return type.enumeration;
  if (!isNumeric(type)) return type.kind;
  return keyScale % scaleOfExpr(key, scales) === 0n ? 'number' : undefined;
}
