import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LanguageWorkspace, Source } from '../language-workspace.ts';
import { createLanguageWorkspace } from '../language-workspace.ts';
import type { TextChange } from './rename.ts';
import type { SymbolKind } from './symbol.ts';

const root = join(import.meta.dirname, '../../../..');

function readPolicies(): readonly Source[] {
  return readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tiaoli'))
    .sort()
    .map((path) => join('policies', path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

async function openAll(sources: readonly Source[]): Promise<LanguageWorkspace> {
  const workspace = createLanguageWorkspace();
  await workspace.update(sources);
  return workspace;
}

function applied(sources: readonly Source[], changes: readonly TextChange[]): readonly Source[] {
  return sources.map(({ path, text }) => {
    const own = changes
      .filter(({ span }) => span.file === path)
      .sort((left, right) => right.span.start.offset - left.span.start.offset);
    const changed = own.reduce(
      (before, { span, text: name }) =>
        before.slice(0, span.start.offset) + name + before.slice(span.end.offset),
      text,
    );
    return { path, text: changed };
  });
}

const renamed: ReadonlySet<SymbolKind> = new Set([
  'accumulator',
  'column',
  'definition',
  'entity',
  'enumeration',
  'example',
  'group',
  'input',
  'label',
  'layer',
  'member',
  'parameter',
  'share-part',
]);

/** Names that no policy has; every other one needs 「」. */
function freshName(index: number): string {
  const letters = [...String(index)].map((digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit)));
  return index % 2 === 0 ? `新名${letters.join('')}` : `新 名${letters.join('')}`;
}

test('every name of the policies can be changed at once, and nothing else changes', async () => {
  const sources = readPolicies();
  const before = await openAll(sources);
  const changes: TextChange[] = [];
  const refused = new Map<string, string>();
  const seen = new Set<string>();
  for (const { path } of sources) {
    for (const { kind, id, name, role, span } of before.editor.names(path)) {
      if (role !== 'declaration' || !renamed.has(kind) || seen.has(`${kind} ${id}`)) continue;
      seen.add(`${kind} ${id}`);
      const renaming = before.editor.rename(path, span.start.offset, freshName(seen.size));
      if (renaming.kind === 'changes') changes.push(...renaming.changes);
      else refused.set(name, renaming.reason.en);
    }
  }
  expect(seen.size).toBeGreaterThan(500);
  expect([...refused.keys()].sort()).toEqual(
    [
      '先行自付',
      '全自费',
      '医疗费总额',
      '合规费用',
      '就诊号',
      '支付方',
      '结算日期',
      '超限价',
    ].sort(),
  );
  const after = await openAll(applied(sources, changes));
  expect(after.findings().map(({ code }) => code)).toEqual(
    before.findings().map(({ code }) => code),
  );
  for (const { path } of sources) {
    expect(after.lower(path).module === undefined, path).toBe(
      before.lower(path).module === undefined,
    );
  }
}, 60_000);
