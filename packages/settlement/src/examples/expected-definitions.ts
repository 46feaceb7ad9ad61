import type { ExampleDeclaration, Module } from '@tiaoli/ir';

/**
 * The module with every definition that the example names kept as a result.
 *
 * Binding drops what no result needs; an example may also name a step of a layer, or (through a definition that lowering
 * makes for it) a parameter.
 */
export function withExpectedResults(module: Module, example: ExampleDeclaration): Module {
  const { expected, total, events } = example;
  const expectations = [...expected, ...total, ...events.flatMap((event) => event.expected)];
  const named = new Set(expectations.map(({ target }) => target));
  return {
    ...module,
    definitions: module.definitions.map((each) =>
      named.has(each.id) ? { ...each, visibility: 'result' } : each,
    ),
  };
}
