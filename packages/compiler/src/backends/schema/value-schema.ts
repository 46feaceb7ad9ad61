import { assertNever, parseRational } from '@tiaoli/base';
import type { EnumerationDeclaration, InputDeclaration, ValueType } from '@tiaoli/ir';
import { printNumber } from '@tiaoli/ir';

/** A JSON Schema: plain data of the 2020-12 dialect. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** Enumerations of the module, by id. */
export type Enumerations = ReadonlyMap<string, EnumerationDeclaration>;

/** The dialect that every schema names. */
export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** Decimals of amounts in yuan; rates and decimals have four, unit prices six, unless an input declares others. */
const places = { money: 2, 'unit-price': 6, rate: 4, decimal: 4 } as const;

/** The value of a type in JSON: amounts in yuan and rates per one are decimal strings, never numbers. */
export function valueSchema(
  type: ValueType,
  enumerations: Enumerations,
  digits?: number,
): JsonSchema {
  switch (type.kind) {
    case 'money':
    case 'unit-price':
    case 'rate':
    case 'decimal':
      return { type: 'string', pattern: decimalPattern(digits ?? places[type.kind]) };
    case 'integer':
      return { type: ['integer', 'string'], pattern: '^-?\\d{1,18}$' };
    case 'date':
      return { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'boolean':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string' };
    case 'enumeration':
      return { enum: memberNames(enumerations.get(type.enumeration)) };
    case 'set':
      return {
        type: 'array',
        items: { enum: memberNames(enumerations.get(type.enumeration)) },
        uniqueItems: true,
      };
    default:
      return assertNever(type);
  }
}

function decimalPattern(digits: number): string {
  return digits === 0 ? '^-?\\d+$' : `^-?\\d+(\\.\\d{1,${digits}})?$`;
}

function memberNames(enumeration: EnumerationDeclaration | undefined): readonly string[] {
  const members = enumeration?.members ?? [];
  return members.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
}

/** A declared input: its value, its spells (按日), whether it may be none, and in words what it asks and its domain. */
export function inputSchema(input: InputDeclaration, enumerations: Enumerations): JsonSchema {
  const value = withBounds(valueSchema(input.type, enumerations, input.places), input);
  const choices: readonly JsonSchema[] = [
    value,
    ...(input.spells ? [spellsSchema(value)] : []),
    ...(input.optional ? [{ type: 'null' }] : []),
  ];
  const description = [input.question, domainText(input)].filter((text) => text !== undefined);
  const [only] = choices;
  const schema = choices.length === 1 && typeof only === 'object' ? only : { anyOf: choices };
  return {
    title: input.name,
    ...(description.length > 0 && { description: description.join(' ') }),
    ...schema,
  };
}

function withBounds(schema: JsonSchema, { type, low, high, atMost }: InputDeclaration): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  if (type.kind === 'set') return { ...schema, ...(atMost !== undefined && { maxItems: atMost }) };
  if (type.kind !== 'integer') return schema;
  const bounds = {
    ...(low !== undefined && { minimum: Number(low) }),
    ...(high !== undefined && { maximum: Number(high) }),
  };
  return { ...schema, ...bounds };
}

/** 按日: a value for each stretch of days. */
function spellsSchema(value: JsonSchema): JsonSchema {
  const day = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
  return {
    type: 'array',
    items: {
      type: 'object',
      properties: { from: day, to: day, value },
      required: ['value'],
      additionalProperties: false,
    },
  };
}

/** `0元至10000000元`, as the document declares it. */
function domainText({ type, low, high, default: otherwise }: InputDeclaration): string | undefined {
  const print = (text: string | undefined): string | undefined => {
    const value = text === undefined ? undefined : parseRational(text);
    return value && printNumber(value, type, 'zh');
  };
  const from = print(low);
  const to = print(high);
  const range = from === undefined && to === undefined ? undefined : `${from ?? ''}至${to ?? ''}`;
  const parts = [range, otherwise ? '可不填' : undefined].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('，');
}
