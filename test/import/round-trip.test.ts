// A policy goes out to Word, LibreOffice opens and saves it, and it comes in again: every clause, number and cell is there.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyParts } from '@tiaoli/compiler';
import { cellsOfText } from '@tiaoli/import';
import type { ClauseDeclaration } from '@tiaoli/ir';
import { createLanguageWorkspace } from '@tiaoli/language';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, runHere } from '../cli/run-tiaoli.ts';
import { convertFiles } from '../documents/office.ts';
import { unzip } from '../documents/unzip.ts';
import type { Skeleton } from './read-skeleton.ts';
import { importSkeleton, readSkeleton } from './read-skeleton.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-round-trip-'));
const saved = join(folder, 'saved');
const fixture = 'test/import/fixtures/measures.tiaoli';
const paths = [
  fixture,
  'policies/shanxi/resident-unification-2025.tiaoli',
  'policies/shandong/assistance-2022.tiaoli',
  'policies/qinghai/reform-opinions.tiaoli',
];
const files = new Map<string, string>();

beforeAll(async () => {
  for (const [at, path] of paths.entries()) {
    const out = join(folder, `${at}`);
    const made = await runHere(['compile', path, '--target', 'docx', '--out', out]);
    expect([made.code, made.stderr]).toEqual([0, '']);
    files.set(path, join(out, readdirSync(out)[0] ?? ''));
  }
  mkdirSync(saved);
  await convertFiles([...files.values()], 'docx:MS Word 2007 XML', saved);
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const squeezed = (words: readonly string[]): string => words.join('').replace(/\s/gu, '');

/** The words of a Word file as it went out, in their order. */
function exportedWords(path: string): string {
  const document = unzip(readFileSync(files.get(path) ?? '')).get('word/document.xml') ?? '';
  const texts = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(
    ([, text = '']) => text,
  );
  return squeezed(texts)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** What an import calls the clauses that the source has no name for. */
const isOwn = (name: string): boolean => /^(?:开头|正文|表\d+(?:之后)?)$/u.test(name);

/** The words of a clause, cells of tables without what stands between them. */
function wordsOf({ path, text }: ClauseDeclaration): readonly string[] {
  const name = path.at(-1) ?? '';
  const cells = text.map((each) =>
    (cellsOfText(each) ?? [{ kind: 'cell' as const, lines: [each] }]).flatMap((cell) =>
      cell.kind === 'cell' ? cell.lines : [],
    ),
  );
  return [...(isOwn(name) ? [] : [name]), ...cells.flat()];
}

function inOrder(clauses: readonly ClauseDeclaration[]): readonly ClauseDeclaration[] {
  return clauses.toSorted((left, right) => left.span.start.offset - right.span.start.offset);
}

async function imported(path: string): Promise<Skeleton> {
  const name = (files.get(path) ?? '').split('/').at(-1) ?? '';
  return importSkeleton(readFileSync(join(saved, name)), name);
}

describe.each(paths)('%s', (path) => {
  let skeleton: Skeleton;
  beforeAll(async () => {
    skeleton = await imported(path);
  }, 300_000);

  test('every word and every cell comes back, in its order', () => {
    expect(skeleton.errors).toEqual([]);
    const words = squeezed(inOrder(skeleton.clauses).flatMap(wordsOf));
    expect(words.length).toBeGreaterThan(300);
    expect(words).toBe(exportedWords(path));
  });

  test('every clause comes back with its number, in the clause that it stood in', async () => {
    const own = await clausesOf(path);
    const shown = ({ path: names }: ClauseDeclaration): number => names.length;
    const back = inOrder(skeleton.clauses).filter((each) => !isOwn(each.path.at(-1) ?? ''));
    const before = inOrder(own).filter((each) => !isOwn(each.path.at(-1) ?? ''));
    expect(before.length).toBeGreaterThan(8);
    expect(back.map(shown)).toEqual(before.map(shown));
    for (const [at, clause] of before.entries()) {
      const words = squeezed(wordsOf(clause));
      const other = back[at];
      expect(squeezed(other ? wordsOf(other) : []).slice(0, words.length)).toBe(words);
    }
  });

  test('every value stands in a table', async () => {
    const cells = skeleton.clauses
      .flatMap(({ text }) => text.flatMap((each) => cellsOfText(each) ?? []))
      .map((cell) => (cell.kind === 'cell' ? squeezed(cell.lines) : ''));
    for (const value of await valuesOf(path)) expect(cells).toContain(squeezed([value]));
  });
});

async function openAll(path: string) {
  const workspace = createLanguageWorkspace();
  const sources = [
    fixture,
    ...readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' }).map(
      (each) => `policies/${each}`,
    ),
  ]
    .filter((each) => each.endsWith('.tiaoli'))
    .map((each) => ({ path: each, text: readFileSync(join(root, each), 'utf8') }));
  await workspace.update(sources);
  const { module } = workspace.lower(path);
  if (!module) throw new Error(`${path} has errors`);
  return { module, texts: new Map(sources.map((each) => [each.path, each.text])) };
}

async function clausesOf(path: string): Promise<readonly ClauseDeclaration[]> {
  const { module } = await openAll(path);
  return module.declarations.filter(
    (each): each is ClauseDeclaration => each.kind === 'clause' && each.span.file === path,
  );
}

async function valuesOf(path: string): Promise<readonly string[]> {
  const { module, texts } = await openAll(path);
  const found = policyParts(module, texts);
  const inside = (parts: NonNullable<typeof found>['parts']): readonly string[] =>
    parts.flatMap((part) =>
      part.kind === 'clause' ? inside(part.parts) : part.values.map(({ value }) => value),
    );
  return found ? inside(found.parts) : [];
}

test('a document of 章, 节, 条, 款, 项, merged tables and an attachment comes back as it was', async () => {
  const { clauses } = await imported(fixture);
  const before = await readSkeleton(readFileSync(join(root, fixture), 'utf8'));
  const quoted = (each: ClauseDeclaration) => [each.path.join(' '), ...each.text];
  expect(inOrder(clauses).map(quoted)).toEqual(inOrder(before.clauses).map(quoted));
  const { text } = await imported(fixture);
  const headOf = (source: string) => source.slice(source.indexOf('文件「'), source.indexOf('\n}'));
  expect(headOf(text)).toContain('文号 某医保发〔2024〕7号；');
  expect(headOf(text)).toContain('施行 自 2024-07-01 至 2026-06-30；');
  expect(headOf(text)).toContain('发文机关 「某市医疗保障局」；');
});
