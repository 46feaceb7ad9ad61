import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate } from '@tiaoli/base';
import { addExample, exampleCases, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const sources = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tiaoli'))
  .sort()
  .map((path) => `policies/${path}`)
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

test('every example of the policies, as a case, is written back as the same example', async () => {
  const policies = await linkPolicies(sources);
  let written = 0;
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  for (const header of policies.language.documents()) {
    const { id, path } = header;
    // Examples without claims are about values of a day, and no cases.
    for (const { name, place, on, input } of exampleCases(policies, { id, headers: [header] })) {
      const again = `${name.slice(0, 70)}（再）`;
      const day = on === undefined ? undefined : parseDate(on);
      const result = await addExample(policies, {
        path,
        name: again,
        input,
        ...(place !== undefined && { jurisdiction: place }),
        ...(day !== undefined && { on: day }),
      });
      if (result.kind !== 'added') throw new Error(JSON.stringify(result.diagnostics));
      expect(result.text.startsWith(texts.get(path) ?? '?')).toBe(true);
      expect(result.text.split('\n')[result.line - 1]).toBe(`算例「${again}」 {`);
      written += 1;
    }
  }
  expect(written).toBeGreaterThan(100);
}, 600_000);
