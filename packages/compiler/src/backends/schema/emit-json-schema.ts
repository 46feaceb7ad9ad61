import type {
  Accumulator,
  EntityDeclaration,
  EnumerationDeclaration,
  InputDeclaration,
  Module,
} from '@tiaoli/ir';
import type { CaseEntities } from './case-words.ts';
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
  const { event, above } = entities;
  const enumerations: Enumerations = new Map(
    module.declarations
      .filter((each): each is EnumerationDeclaration => each.kind === 'enumeration')
      .map((each) => [each.id, each]),
  );
  const form: CaseForm = { module, entities, enumerations };
  const eventNames = entityNames(event);
  const properties = new Map<string, JsonSchema>([
    ...above.flatMap((entity) => named(entity, subjectSchema(form, entity))),
    ...named(event, { ...listOf(claimSchema(form)), minItems: 1 }),
    ['state', stateSchema(form)],
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

/** What the schema of every record is made from. */
interface CaseForm {
  readonly module: Module;
  readonly entities: CaseEntities;
  readonly enumerations: Enumerations;
}

/** A record above the claims with the lists that stand in it; where its records can be told apart, or a list of them. */
function subjectSchema(form: CaseForm, entity: EntityDeclaration): JsonSchema {
  const { listed, keys } = form.entities;
  const lists = listed
    .filter(({ parent }) => parent === entity.id)
    .flatMap((each) => named(each, { ...listOf(recordSchema(form, each)), maxItems: each.atMost }));
  const record = recordSchema(form, entity, Object.fromEntries(lists));
  return keys.has(entity) ? { anyOf: [record, listOf(record)] } : record;
}

/** A claim with its id, the mark of a voided one, whose of the household it is, and the lists below it. */
function claimSchema(form: CaseForm): JsonSchema {
  const { event, below, keys } = form.entities;
  const own = { id: { type: 'string' }, void: { type: 'boolean' }, 作废: { type: 'boolean' } };
  const items = below.flatMap((entity) => named(entity, listOf(recordSchema(form, entity))));
  return recordSchema(form, event, { ...own, ...Object.fromEntries(items) }, [...keys.values()]);
}

function named(
  entity: EntityDeclaration,
  schema: JsonSchema,
): readonly (readonly [string, JsonSchema])[] {
  return entityNames(entity).map((name) => [name, schema]);
}

function listOf(items: JsonSchema): { readonly [keyword: string]: unknown } {
  return { type: 'array', items };
}

/** One record: every field under any of its names, but under one of them only. `others` are fields beside its own. */
function recordSchema(
  { module, enumerations }: CaseForm,
  entity: EntityDeclaration,
  extra: Readonly<Record<string, JsonSchema>> = {},
  others: readonly InputDeclaration[] = [],
): JsonSchema {
  const own = module.declarations.filter(
    (each): each is InputDeclaration => each.kind === 'input' && each.entity === entity.id,
  );
  const properties = new Map<string, JsonSchema>(Object.entries(extra));
  const pairs: JsonSchema[] = [];
  for (const input of [...own, ...others]) {
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

/**
 * Accumulators by name, those by key as `NAME[KEY]`, without a key that of the first claim. Where records above the
 * claims have names, every accumulator may stand under one.
 */
function stateSchema({ module, entities, enumerations }: CaseForm): JsonSchema {
  const { accumulators } = module;
  const keyed = accumulators.filter(({ by }) => by.length > 0 || entities.keys.size > 0);
  const exact = ({ type }: Accumulator): JsonSchema =>
    type.kind === 'money' ? valueSchema(type, enumerations, 30) : valueSchema(type, enumerations);
  return {
    type: 'object',
    properties: Object.fromEntries(accumulators.map((each) => [each.name, exact(each)])),
    patternProperties: Object.fromEntries(
      keyed.map((each) => [`^${escapePattern(each.name)}\\[.*\\]$`, exact(each)]),
    ),
    additionalProperties: false,
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
