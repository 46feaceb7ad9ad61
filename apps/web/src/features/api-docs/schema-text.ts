import type { ApiDescription, DescribedSchema } from './description.ts';

/** What is named is written out once, inside what it is the form of; deeper down its name stands for it. */
const MOST_DEPTH = 6;

/** A schema as a type that people read: fields one below the other, those that may be left out with `?`, with what is said of them. */
export function schemaText(schema: DescribedSchema, description: ApiDescription): string {
  return textOf(schema, { description, indent: '', above: [] });
}

interface Setting {
  readonly description: ApiDescription;
  readonly indent: string;
  /** Names that are being written out. */
  readonly above: readonly string[];
}

function textOf(schema: DescribedSchema, setting: Setting): string {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return namedText(name, setting);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.map((each) => textOf(each, setting)).join(' | ');
  if (schema.allOf) return schema.allOf.map((each) => textOf(each, setting)).join(' & ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return schema.properties ? objectText(schema, setting) : 'any';
  return types.map((type) => typeText(type, schema, setting)).join(' | ');
}

function typeText(type: string, schema: DescribedSchema, setting: Setting): string {
  if (type === 'object') return objectText(schema, setting);
  if (type === 'array') return `[${schema.items ? textOf(schema.items, setting) : 'any'}]`;
  return type === 'string' && schema.format ? schema.format : type;
}

function namedText(name: string, setting: Setting): string {
  const { description, above } = setting;
  const schema = description.components?.schemas?.[name];
  if (!schema || above.includes(name) || above.length >= MOST_DEPTH) return name;
  return textOf(schema, { ...setting, above: [...above, name] });
}

function objectText(schema: DescribedSchema, setting: Setting): string {
  const { properties = {}, required = [], additionalProperties } = schema;
  const inner = { ...setting, indent: `${setting.indent}  ` };
  const fields = Object.entries(properties).map(([key, each]) => {
    const mark = required.includes(key) ? '' : '?';
    const note = each.description === undefined ? '' : `  // ${each.description}`;
    return `${inner.indent}${key}${mark}: ${textOf(each, inner)}${note}`;
  });
  if (additionalProperties === true) fields.push(`${inner.indent}…`);
  else if (typeof additionalProperties === 'object') {
    fields.push(`${inner.indent}[key]: ${textOf(additionalProperties, inner)}`);
  }
  return fields.length === 0 ? '{}' : `{\n${fields.join('\n')}\n${setting.indent}}`;
}
