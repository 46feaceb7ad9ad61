import type { Diagnostic, Fix } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { applyFix, checkFiles, openCheckFiles } from './open-check-files.ts';

const { workspace, findingsIn } = openCheckFiles();

interface Offered {
  readonly source: { readonly path: string; readonly text: string };
  readonly before: readonly Diagnostic[];
  readonly found: Diagnostic;
  readonly fix: Fix;
}

/** Every bad file for which a remedy is offered, with each of its fixes. */
const offered: Offered[] = [];
for (const source of checkFiles('bad')) {
  const before = await findingsIn(source);
  for (const found of before) {
    const exemption = workspace.exemption(found);
    for (const fix of [...(found.fixes ?? []), ...(exemption ? [exemption] : [])])
      offered.push({ source, before, found, fix });
  }
}

const rows = offered.map((each) => ({ ...each, path: each.source.path, title: each.fix.title.zh }));

test.each(rows)('$path: $title', async ({ source, before, found, fix }) => {
  const text = applyFix(source.text, fix);
  const after = await findingsIn({ ...source, text });
  const left = after.filter(({ code }) => code === found.code);
  expect(left.length, text).toBeLessThan(before.filter(({ code }) => code === found.code).length);
  const errors = ({ severity }: Diagnostic): boolean => severity === 'error';
  const known = new Set(before.map(({ code }) => code));
  expect(
    after.filter(errors).filter(({ code }) => !known.has(code)),
    text,
  ).toEqual([]);
});

test('many codes have fixes', () => {
  expect(new Set(offered.map(({ found }) => found.code)).size).toBeGreaterThanOrEqual(12);
});
