import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { root } from './run-tiaoli.ts';

const folder = join(root, 'apps/cli/schemas');
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
});
for (const file of readdirSync(folder)) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** What is wrong with `value` by the published schema of that name; empty when it is valid. */
export function schemaErrors(schema: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(schema);
  if (!validate) return [`there is no schema ${schema}`];
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
