import type { EntityDeclaration, EnumerationDeclaration, Module } from '@tiaoli/ir';
import { caseEntities, entityNames, fieldNames } from './case-words.ts';
import { outputSchema } from './output-schema.ts';
import type { Enumerations, JsonSchema } from './value-schema.ts';
import { dialect, inputSchema, valueSchema } from './value-schema.ts';

/** What a case about a document looks like, and what its settlement does. */
export interface CaseSchemas {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
}

/**
 * JSON Schemas (2020-12) of a case and of its result, for one module.
 *
 * Nothing but `claims` is required: what is left out is asked for in the result (`missing`), not refused. A field that
 * is not declared is refused.
 */
export function emitJsonSchema(module: Module): CaseSchemas {
  return { input: caseSchema(module), output: outputSchema(module) };
}

function caseSchema(module: Module): JsonSchema {
  const entities = caseEntities(module);
  if (!entities) return false;
  const { event, above, below } = entities;
  const enumerations: Enumerations = new Map(
    module.declarations
      .filter((each): each is EnumerationDeclaration => each.kind === 'enumeration')
      .map((each) => [each.id, each]),
  );
  const record = (entity: EntityDeclaration, extra: Readonly<Record<string, JsonSchema>> = {}) =>
    recordSchema(module, entity, enumerations, extra);
  const items = below.flatMap((entity) =>
    entityNames(entity).map((name) => [name, listOf(record(entity))] as const),
  );
  const own = { id: { type: 'string' }, void: { type: 'boolean' }, 作废: { type: 'boolean' } };
  const claim = record(event, { ...own, ...Object.fromEntries(items) });
  const eventNames = entityNames(event);
  const properties = new Map<string, JsonSchema>([
    ...above.flatMap((entity) =>
      entityNames(entity).map((name) => [name, record(entity)] as const),
    ),
    ...eventNames.map((name) => [name, { ...listOf(claim), minItems: 1 }] as const),
    ['state', stateSchema(module, enumerations)],
    ['stateInstances', { type: 'object', additionalProperties: { type: 'string' } }],
  ]);
  return {
    $schema: dialect,
    title: `${module.document} 的案例`,
    type: 'object',
    properties: Object.fromEntries(properties),
    anyOf: eventNames.map((name) => ({ required: [name] })),
    additionalProperties: false,
  };
}

function listOf(items: JsonSchema): { readonly [keyword: string]: unknown } {
  return { type: 'array', items };
}

/** One record: every field under any of its names, but under one of them only. */
function recordSchema(
  module: Module,
  entity: EntityDeclaration,
  enumerations: Enumerations,
  extra: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const inputs = module.declarations.filter(
    (each) => each.kind === 'input' && each.entity === entity.id,
  );
  const properties = new Map<string, JsonSchema>(Object.entries(extra));
  const pairs: JsonSchema[] = [];
  for (const input of inputs) {
    if (input.kind !== 'input') continue;
    const names = fieldNames(input, entity);
    for (const name of names) properties.set(name, inputSchema(input, enumerations));
    pairs.push(...pairsOf(names).map((required) => ({ not: { required } })));
  }
  return {
    type: 'object',
    title: entity.name,
    properties: Object.fromEntries(properties),
    ...(pairs.length > 0 && { allOf: pairs }),
    additionalProperties: false,
  };
}

function pairsOf(names: readonly string[]): readonly (readonly string[])[] {
  return names.flatMap((name, index) => names.slice(index + 1).map((other) => [name, other]));
}

/** Accumulators by name, those by key as `NAME[KEY]`. */
function stateSchema({ accumulators }: Module, enumerations: Enumerations): JsonSchema {
  const plain = accumulators.filter(({ by }) => by.length === 0);
  const keyed = accumulators.filter(({ by }) => by.length > 0);
  const exact = (type: (typeof accumulators)[number]['type']): JsonSchema =>
    type.kind === 'money' ? valueSchema(type, enumerations, 30) : valueSchema(type, enumerations);
  return {
    type: 'object',
    properties: Object.fromEntries(plain.map(({ name, type }) => [name, exact(type)])),
    patternProperties: Object.fromEntries(
      keyed.map(({ name, type }) => [`^${escapePattern(name)}\\[.*\\]$`, exact(type)]),
    ),
    additionalProperties: false,
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
