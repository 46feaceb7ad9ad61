import fc from 'fast-check';
import type { Description, JsonSchema } from './operations.ts';
import { resolved } from './operations.ts';

/** A plain value of a schema, the same each time. */
export function exampleOf(schema: JsonSchema, description: Description): unknown {
  const form = resolved(schema, description);
  const [first] = form.anyOf ?? form.oneOf ?? [];
  if (first) return exampleOf(first, description);
  if (form.const !== undefined) return form.const;
  if (form.enum) return form.enum[0];
  switch (form.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(form.properties ?? {})
          .filter(([key]) => form.required?.includes(key))
          .map(([key, each]) => [key, exampleOf(each, description)]),
      );
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return false;
    default:
      if (form.format === 'date') return '2027-06-01';
      return form.pattern === undefined ? 'x' : 'a'.repeat(64);
  }
}

/**
 * Values that fit a schema or nearly do.
 *
 * @param texts  what stands in for a text without a form of its own
 */
export function valuesOf(
  schema: JsonSchema,
  description: Description,
  texts: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const form = resolved(schema, description);
  const either = form.anyOf ?? form.oneOf;
  if (either) return fc.oneof(...either.map((each) => valuesOf(each, description, texts)));
  if (form.const !== undefined) return fc.constant(form.const);
  if (form.enum) return fc.constantFrom(...form.enum);
  switch (form.type) {
    case 'object': {
      const entries = Object.entries(form.properties ?? {});
      const record = Object.fromEntries(
        entries.map(([key, each]) => [key, valuesOf(each, description, texts)]),
      );
      return fc.record(record, { requiredKeys: [...(form.required ?? [])] });
    }
    case 'array':
      return fc.array(valuesOf(form.items ?? {}, description, texts), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.constantFrom(1, 1, 1, 2, 0, -1, 2 ** 31 - 1, 2 ** 31, 0.5);
    case 'boolean':
      return fc.boolean();
    default:
      if (form.format === 'date') return fc.constantFrom('2027-06-01', '2027-06-01', '2027-02-30');
      return form.pattern === undefined ? texts : fc.constantFrom('a'.repeat(64), 'b'.repeat(63));
  }
}
