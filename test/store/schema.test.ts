import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '@tiaoli/store';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../architecture/source-tree.ts';
import { generateClient, schemaPath } from './generate-client.ts';
import { missingStatements } from './schema-engine.ts';

const schema = readFileSync(join(root, schemaPath), 'utf8');

test('the migrations make what the schema says (npm run migration -- NAME)', async () => {
  const known = await migrations();
  expect(known.length).toBeGreaterThan(0);
  expect(await missingStatements(schema, known)).toBeUndefined();
});

test('a column that no migration makes is told', async () => {
  const planted = schema.replace('model Document {', 'model Document {\n  planted String\n');
  expect(await missingStatements(planted, await migrations())).toContain('"planted" TEXT NOT NULL');
});

test('the generated client is what the schema gives (npm run generate)', () => {
  const copy = mkdtempSync(join(tmpdir(), 'tiaoli-client-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  mkdirSync(join(copy, 'prisma'));
  cpSync(join(root, schemaPath), join(copy, 'prisma/schema.prisma'));
  expect(generateClient(join(copy, 'prisma/schema.prisma'))).toBeUndefined();
  const committed = textsIn(join(root, 'packages/store/src/generated'));
  expect(Object.keys(committed)).toContain('client.ts');
  expect(textsIn(join(copy, 'src/generated'))).toEqual(committed);
});

function textsIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name.slice(folder.length + 1), readFileSync(name, 'utf8')]),
  );
}
