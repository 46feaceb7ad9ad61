import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addExample, caseOfExample, linkPolicies } from '@tiaoli/workspace';
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
  for (const { path, text: before } of sources) {
    for (const { name } of policies.language.examples(path)) {
      const given = caseOfExample(policies, path, name);
      // Those without claims are about values of a day.
      if (!given) continue;
      const again = `${name.slice(0, 70)}（再）`;
      const result = await addExample(policies, { path, name: again, ...given });
      if (result.kind !== 'added') throw new Error(JSON.stringify(result.diagnostics));
      expect(result.text.startsWith(before)).toBe(true);
      expect(result.text.split('\n')[result.line - 1]).toBe(`算例「${again}」 {`);
      written += 1;
    }
  }
  expect(written).toBeGreaterThan(100);
}, 600_000);
