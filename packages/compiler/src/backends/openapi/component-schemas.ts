import type { JsonSchema } from '../schema/value-schema.ts';

const prefix = '#/$defs/';

/**
 * A schema and its `$defs` as components: `Case`, `Case.outputs`. References follow, and the dialect is named once for
 * the whole description.
 */
export function componentSchemas(
  name: string,
  schema: JsonSchema,
): Readonly<Record<string, JsonSchema>> {
  if (typeof schema === 'boolean') return { [name]: schema };
  const { $schema: _, $defs = {}, ...own } = schema;
  const parts = Object.entries($defs as Readonly<Record<string, JsonSchema>>);
  return Object.fromEntries([
    [name, withReferences(own, name)],
    ...parts.map(([part, each]) => [`${name}.${part}`, withReferences(each, name)] as const),
  ]);
}

function withReferences<T>(value: T, name: string): T {
  const text = JSON.stringify(value, (key, each: unknown) =>
    key === '$ref' && typeof each === 'string' && each.startsWith(prefix)
      ? `#/components/schemas/${name}.${each.slice(prefix.length)}`
      : each,
  );
  return JSON.parse(text) as T;
}
