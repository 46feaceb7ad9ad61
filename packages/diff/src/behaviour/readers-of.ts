import type { Declaration, Definition, Expr, Module } from '@tiaoli/ir';
import { definitionRef, referencesOf } from '@tiaoli/ir';
import { resultKey, stateKey, writtenKey } from './compared-results.ts';

/**
 * Keys of every result, and of everything that a claim leaves behind, that reads the declarations directly or through
 * others.
 *
 * It is asked of the module, where parameters and constants still stand by their names. What an accumulator holds from
 * earlier claims is not followed: that is what the key of its state is there for.
 */
export function readersOf(
  module: Module,
  declarations: readonly Declaration[],
): ReadonlySet<string> {
  const parameters = parametersOver(module, idsOf(declarations));
  const touched = definitionsOver(module, idsOf(declarations), parameters);
  const reads = (exprs: readonly Expr[]): boolean => {
    const read = referencesOf(...exprs);
    return meets(read.definitions, touched) || meets(read.parameters, parameters);
  };
  const results = module.definitions.flatMap(({ id, visibility }) =>
    visibility === 'result' && touched.has(id) ? [resultKey(id)] : [],
  );
  const states = module.accumulators.flatMap(({ id, next, by, instance, writes = [] }) => {
    const keys = [...by, ...(instance ? [instance] : [])];
    const isKept = reads([definitionRef(next), ...keys]);
    const written = writes.map((each, at) =>
      isKept || reads([definitionRef(each.next), ...each.keys]) ? [writtenKey(id, at)] : [],
    );
    return [...(isKept ? [stateKey(id)] : []), ...written.flat()];
  });
  return new Set([...results, ...states]);
}

function idsOf(declarations: readonly Declaration[]): ReadonlySet<string> {
  return new Set(declarations.map(({ id }) => id));
}

/** The parameters among `ids`, and those whose values are made of them. */
function parametersOver({ declarations }: Module, ids: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(
    declarations.flatMap(({ kind, id }) => (kind === 'parameter' && ids.has(id) ? [id] : [])),
  );
  const valued = declarations.flatMap((each) => {
    const value = statedValue(each);
    return value ? [value] : [];
  });
  for (;;) {
    const next = valued.find(
      ({ parameter, values }) =>
        !found.has(parameter) && meets(referencesOf(...values).parameters, found),
    );
    if (!next) return found;
    found.add(next.parameter);
  }
}

/** What a declaration says that a parameter is. */
function statedValue(
  each: Declaration,
): { readonly parameter: string; readonly values: readonly Expr[] } | undefined {
  switch (each.kind) {
    case 'parameter': {
      const cells = each.versions.flatMap((version) => version.cells);
      return { parameter: each.id, values: cells.map(({ value }) => value) };
    }
    case 'fill':
      return { parameter: each.parameter, values: each.cells.map(({ value }) => value) };
    case 'derogation': {
      const values = [each.value, ...(each.when ? [each.when] : [])];
      return { parameter: each.parameter, values };
    }
    default:
      return undefined;
  }
}

/** Definitions that come from the declarations or read one of the parameters, and those that read them. */
function definitionsOver(
  { definitions }: Module,
  ids: ReadonlySet<string>,
  parameters: ReadonlySet<string>,
): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  const found = new Set<string>();
  for (const each of definitions) {
    const read = referencesOf(each.body);
    if (isOf(each, ids) || meets(read.parameters, parameters)) found.add(each.id);
    for (const id of read.definitions) readers.set(id, [...(readers.get(id) ?? []), each.id]);
  }
  for (const id of found) for (const reader of readers.get(id) ?? []) found.add(reader);
  return found;
}

function isOf({ origin }: Definition, ids: ReadonlySet<string>): boolean {
  return ids.has(origin.declaration);
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((each) => others.has(each));
}
