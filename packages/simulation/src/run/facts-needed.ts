import type { WasmLayout } from '@tiaoli/compiler';
import type { InputDeclaration, Program } from '@tiaoli/ir';
import { tables } from '../table/columns.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import type { FactSource } from './encode-field.ts';

/** Where the inputs of a program come from, those that have a source. */
export function sourcesOf(
  program: Program,
  mapping: readonly InputMapping[],
  /** Inputs that rules which are settled first give. */
  derived: readonly string[],
): ReadonlyMap<string, FactSource> {
  const declared = new Set(inputsOf(program).map(({ id }) => id));
  const columns = mapping
    .filter(({ input }) => declared.has(input))
    .map((each): [string, FactSource] => [each.input, { kind: 'column', mapping: each }]);
  const rules = derived
    .filter((input) => declared.has(input))
    .map((input): [string, FactSource] => [input, { kind: 'rules', input }]);
  return new Map([...columns, ...rules]);
}

/** Ids of inputs that every claim has: nobody looks whether they are given. */
export function alwaysGiven(sources: ReadonlyMap<string, FactSource>): readonly string[] {
  return [...sources].flatMap(([input, source]) => (isAlwaysGiven(source) ? [input] : []));
}

/** A word without a member is a fact that is not given. */
function isAlwaysGiven(source: FactSource): boolean {
  return source.kind === 'rules' || source.mapping.members === undefined || isTotal(source.mapping);
}

function isTotal({ table, column, members = {} }: InputMapping): boolean {
  const type = tables[table].find(({ name }) => name === column)?.type;
  return type?.kind === 'member' && type.members.every((word) => members[word] !== undefined);
}

/** Inputs of claims and people that the module asks for, that have no source and no default. */
export function inputsWithoutSource(
  program: Program,
  { fields, spells, children }: WasmLayout,
  sources: ReadonlyMap<string, FactSource>,
): readonly InputDeclaration[] {
  const lists = new Set(children.map(({ entity }) => entity));
  const asked = new Set([
    ...fields.filter(({ entity }) => !lists.has(entity)).map(({ input }) => input),
    ...spells.filter(({ entity }) => !lists.has(entity)).map(({ input }) => input),
  ]);
  return inputsOf(program).filter(
    (input) => asked.has(input.id) && !sources.has(input.id) && !input.default && !input.optional,
  );
}

function inputsOf({ declarations }: Program): readonly InputDeclaration[] {
  return declarations.filter((each): each is InputDeclaration => each.kind === 'input');
}
