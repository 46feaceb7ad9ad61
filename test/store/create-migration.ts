// Writes the migration that the schema of the store lacks:
//
//   npm run migration -- NAME
//
// Look at what it wrote: a renamed column comes out as one that is dropped and one that is new, and triggers are by hand.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '@tiaoli/store';
import { generateClient, schemaPath } from './generate-client.ts';
import { missingStatements } from './schema-engine.ts';

const root = join(import.meta.dirname, '../..');

await main(process.argv[2]);

async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z]+(_[a-z]+)*$/.test(name)) {
    process.stderr.write('usage: npm run migration -- name_in_small_letters\n');
    process.exitCode = 2;
    return;
  }
  const known = await migrations();
  const sql = await missingStatements(readFileSync(join(root, schemaPath), 'utf8'), known);
  if (sql === undefined) {
    process.stdout.write('The migrations make what the schema says.\n');
    return;
  }
  const number = String(known.length + 1).padStart(4, '0');
  const folder = `packages/store/prisma/migrations/${number}_${name}`;
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'migration.sql'), sql);
  const problem = generateClient();
  process.stdout.write(problem ?? `${folder}/migration.sql\n`);
}
