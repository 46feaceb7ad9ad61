import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Fix } from '@tiaoli/base';
import { createLanguageWorkspace } from '@tiaoli/language';
import { expect, test } from 'vitest';

const here = join(import.meta.dirname, 'checks');
const basis = tiaoliFiles('basis');
const workspace = createLanguageWorkspace();
let open: string[] = [];

interface Offered {
  readonly source: { readonly path: string; readonly text: string };
  readonly before: readonly Diagnostic[];
  readonly found: Diagnostic;
  readonly fix: Fix;
}

/** Every bad file for which a remedy is offered, with each of its fixes. */
const offered: Offered[] = [];
for (const source of tiaoliFiles('bad')) {
  const before = await findingsIn(source);
  for (const found of before) {
    const exemption = workspace.exemption(found);
    for (const fix of [...(found.fixes ?? []), ...(exemption ? [exemption] : [])])
      offered.push({ source, before, found, fix });
  }
}

const rows = offered.map((each) => ({ ...each, path: each.source.path, title: each.fix.title.zh }));

test.each(rows)('$path: $title', async ({ source, before, found, fix }) => {
  const text = apply(source.text, fix);
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

function apply(text: string, { edits }: Fix): string {
  return edits
    .toSorted((left, right) => right.span.start.offset - left.span.start.offset)
    .reduce(
      (all, { span, text: put }) =>
        all.slice(0, span.start.offset) + put + all.slice(span.end.offset),
      text,
    );
}

async function findingsIn(source: { readonly path: string; readonly text: string }) {
  await workspace.update([...basis, source], open);
  open = [source.path];
  return workspace.findings().filter(({ span }) => span.file === source.path);
}

function tiaoliFiles(folder: string) {
  return readdirSync(join(here, folder))
    .filter((file) => file.endsWith('.tiaoli'))
    .sort()
    .map((file) => ({
      path: `${folder}/${file}`,
      text: readFileSync(join(here, folder, file), 'utf8'),
    }));
}
