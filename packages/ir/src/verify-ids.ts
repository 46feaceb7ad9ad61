import { nextDefinitions } from './accumulator.ts';
import type { Declaration } from './declaration.ts';
import type { Module } from './module.ts';
import type { ModuleIndex } from './module-index.ts';
import type { ValueType } from './type.ts';
import type { Fault } from './verify-messages.ts';

type Lists = Pick<Module, 'declarations' | 'definitions' | 'accumulators' | 'outputs'>;

/** Ids that occur twice among declarations, definitions, accumulators; names of accumulators; fields of outputs. */
export function duplicateFaults(module: Lists): readonly Fault[] {
  return [
    ...repeated(module.declarations.map(({ id }) => id)),
    ...repeated(module.definitions.map(({ id }) => id)),
    ...repeated(module.accumulators.map(({ id }) => id)),
    ...repeated(module.accumulators.map(({ name }) => name)),
    ...repeated(module.outputs.map(({ field }) => field)),
  ].map((id) => ({ code: 'ir-duplicate-id', id, detail: '' }));
}

/**
 * Ids outside expressions that do not resolve.
 *
 * A program may have dropped definitions that nothing reads, so those that its declarations list are not looked up.
 */
export function referenceFaults(module: Lists, index: ModuleIndex): readonly Fault[] {
  const declarations =
    'jurisdiction' in module
      ? module.declarations.filter(({ kind }) => !['layer', 'rule', 'output'].includes(kind))
      : module.declarations;
  return [
    ...module.definitions.flatMap(({ id, entity, type }) => [
      ...unknown(id, index.entities, entity),
      ...unknownEnumeration(id, type, index),
    ]),
    ...module.accumulators.flatMap(({ id, by, next, writes, type, on, period, instance }) => [
      ...nextDefinitions({ next, writes: writes ?? [] }).flatMap((each) =>
        unknown(id, index.definitions, each),
      ),
      ...(writes ?? []).flatMap(({ keys }) => keyFaults(id, keys.length, by.length)),
      ...unknownEnumeration(id, type, index),
      ...(on === 'on' ? [] : unknown(id, index.inputs, on)),
      ...instanceFaults(id, period, instance !== undefined),
    ]),
    ...module.outputs.flatMap(({ field, definition }) =>
      unknown(field, index.definitions, definition),
    ),
    ...declarations.flatMap((each) => declarationFaults(each, index)),
  ];
}

function declarationFaults(each: Declaration, index: ModuleIndex): readonly Fault[] {
  const { id } = each;
  switch (each.kind) {
    case 'entity':
      return each.parent === undefined ? [] : unknown(id, index.entities, each.parent);
    case 'input':
      return [
        ...unknown(id, index.entities, each.entity),
        ...unknownEnumeration(id, each.type, index),
      ];
    case 'group':
      return unknown(id, index.enumerations, each.enumeration);
    case 'catalogue':
      return [...each.keys, ...each.columns].flatMap(({ type }) =>
        unknownEnumeration(id, type, index),
      );
    case 'catalogue-change':
      return unknown(id, index.catalogues, each.catalogue);
    case 'delegation':
      return index.inputs.has(each.parameter) ? [] : unknown(id, index.parameters, each.parameter);
    case 'fill':
    case 'derogation':
      return unknown(id, index.parameters, each.parameter);
    case 'rule':
    case 'output':
      return unknown(id, index.definitions, each.definition);
    case 'layer':
      return [
        ...Object.values(each.results).flatMap((result) => unknown(id, index.definitions, result)),
        ...each.accumulators.flatMap((name) => unknown(id, index.accumulators, name)),
      ];
    default:
      return [];
  }
}

function instanceFaults(id: string, period: string, hasInstance: boolean): readonly Fault[] {
  const needed = period === 'visit' || period === 'stay';
  return needed === hasInstance ? [] : [{ code: 'ir-instance', id, detail: period }];
}

function keyFaults(id: string, found: number, wanted: number): readonly Fault[] {
  return found === wanted ? [] : [{ code: 'ir-key-count', id, detail: `${found} ≠ ${wanted}` }];
}

function unknownEnumeration(id: string, type: ValueType, index: ModuleIndex): readonly Fault[] {
  const named = type.kind === 'enumeration' || type.kind === 'set';
  return named ? unknown(id, index.enumerations, type.enumeration) : [];
}

function unknown(
  id: string,
  table: ReadonlyMap<string, unknown>,
  target: string,
): readonly Fault[] {
  return table.has(target) ? [] : [{ code: 'ir-unknown-reference', id, detail: target }];
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.has(id) || !seen.add(id));
}
