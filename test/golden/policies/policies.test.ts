import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from '@tiaoli/ir';
import { meaningHash } from '@tiaoli/ir';
import { createFormatter, createLanguageWorkspace } from '@tiaoli/language';
import { linkPolicies, runExamples } from '@tiaoli/workspace';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../policies');

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tiaoli'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The module of every file that can be lowered, by path. */
async function modulesOf(all: readonly Source[]): Promise<ReadonlyMap<string, Module>> {
  const workspace = createLanguageWorkspace();
  await workspace.update(all);
  return new Map(
    all.flatMap(({ path }) => {
      const { module } = workspace.lower(path);
      return module ? [[path, module] as const] : [];
    }),
  );
}

async function hashesOf(all: readonly Source[]): Promise<ReadonlyMap<string, string>> {
  const modules = await modulesOf(all);
  return new Map([...modules].map(([path, module]) => [path, meaningHash(module)]));
}

const formatter = createFormatter();

function formatted(source: Source, keywords: 'zh' | 'en'): string {
  const { text, diagnostics } = formatter.format(source, { keywords });
  if (text === undefined) throw new Error(`${source.path}: ${diagnostics[0]?.message.zh}`);
  return text;
}

function changed(change: (text: string) => string): readonly Source[] {
  return sources.map(({ path, text }) => ({ path, text: change(text) }));
}

let original: ReadonlyMap<string, string>;

beforeAll(async () => {
  original = await hashesOf(sources);
}, 60_000);

test('every policy is lowered, and means something of its own', () => {
  expect(original.size).toBe(sources.length);
  expect(sources.length).toBeGreaterThan(50);
  expect(new Set(original.values()).size).toBe(original.size);
});

describe('the meaning does not change with', () => {
  test('the keyword language: zh → en → zh gives the text back', async () => {
    const english = sources.map((source) => ({ ...source, text: formatted(source, 'en') }));
    for (const [index, source] of english.entries()) {
      const before = sources[index];
      expect(formatted(source, 'zh'), source.path).toBe(before && formatted(before, 'zh'));
    }
    expect(await hashesOf(english)).toEqual(original);
  });

  test('the numbers of clauses', async () => {
    // One number for one name wherever it is declared or cited, so that citations still lead somewhere.
    const numbers = new Map<string, string>();
    const renumbered = changed((text) =>
      text.replaceAll(/(^|[ {])条「([^」]+)」/gm, (_, head: string, old: string) => {
        const given = numbers.get(old) ?? `改${numbers.size + 1}`;
        numbers.set(old, given);
        return `${head}条「${given}」`;
      }),
    );
    expect(renumbered.map(({ text }) => text)).not.toEqual(sources.map(({ text }) => text));
    expect(await hashesOf(renumbered)).toEqual(original);
  });

  test('the order of statements', async () => {
    expect(await hashesOf(changed(reverseStatements))).toEqual(original);
  });

  test('the labels of cases and examples', async () => {
    const relabelled = changed((text) =>
      relabel(text.replaceAll(/算例「([^」]*)」/g, '算例「$1（改）」')),
    );
    expect(await hashesOf(relabelled)).toEqual(original);
  });
});

test('the meaning changes with a number', async () => {
  const raised = changed((text) => text.replaceAll(/(\d)%/g, '$1.5%'));
  const hashes = await hashesOf(raised);
  const touched = sources.filter(({ text }, index) => text !== raised[index]?.text);
  const same = touched.filter(({ path }) => hashes.get(path) === original.get(path));
  expect(same.map(({ path }) => path)).toEqual([]);
});

/** Puts the blocks at the top level, and the statements of articles, in reverse order; the header stays first. */
function reverseStatements(text: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('文件「'));
  const end = lines.findIndex((line, index) => index >= start && line.startsWith('}'));
  const [head, rest] = [lines.slice(0, end + 1), lines.slice(end + 1)];
  return [...head, ...blocksOf(rest).reverse().flat()].join('\n');
}

/** Runs of lines that belong together: a line without indentation starts one, unless it closes one. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const starts = /^[^\s}]/.test(line) && !blocks.at(-1)?.every((each) => each.startsWith('//'));
    if (starts || blocks.length === 0) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** Gives every label of a case another name, wherever it is written. */
function relabel(text: string): string {
  const labels = new Set([...text.matchAll(/情形「([^」]+)」/g)].map(([, label = '']) => label));
  return [...labels].reduce(
    (renamed, label) =>
      renamed
        .replaceAll(`情形「${label}」`, `情形「${label}又称」`)
        .replaceAll(/(按序 \([^)]*|按序（[^）]*|单调 [^；]*)/g, (order) =>
          order.replaceAll(new RegExp(`(?<![\\p{L}])${label}(?![\\p{L}])`, 'gu'), `${label}又称`),
        ),
    text,
  );
}

test('the picture in the README shows what the calculator pays', async () => {
  const picture = readFileSync(join(root, '../docs/settlement.svg'), 'utf8');
  const { examples } = await runExamples(await linkPolicies(sources), (path) =>
    path.includes('resident-inpatient-2023'),
  );
  const shown = examples.find(({ cases }) => cases.includes('CX02-TY-cap'))?.comparisons ?? [];
  expect(shown.length).toBeGreaterThan(4);
  for (const { actual } of shown) {
    const amount = Number(actual).toLocaleString('en-US', { minimumFractionDigits: 2 });
    expect(picture).toContain(`>${amount}<`);
  }
});

describe('published cases', () => {
  const published: readonly PublishedCase[] = JSON.parse(
    readFileSync(join(import.meta.dirname, 'published-cases.json'), 'utf8'),
  );

  test('are examples with the published amounts, and every example passes', async () => {
    const { examples, diagnostics } = await runExamples(await linkPolicies(sources));
    expect(diagnostics).toEqual([]);
    expect(examples.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual([]);
    expect(examples.length).toBeGreaterThanOrEqual(50);
    const known = new Set(published.map(({ id }) => id));
    const named = new Set(examples.flatMap(({ cases }) => cases));
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
    expect(published.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
    for (const { id, expected } of published) {
      const shown = examples
        .filter(({ cases }) => cases.includes(id))
        .flatMap(({ comparisons }) => comparisons.map((each) => each.expected.replaceAll(',', '')));
      const numbers = shown.map(Number);
      // What one band pays is what a claim through it is paid more than one up to it.
      const steps = numbers.flatMap((more) => numbers.map((less) => more - less));
      for (const { name, result } of resultsIn(expected)) {
        const found = typeof result === 'string' ? shown : numbers;
        const allowed = name.startsWith('band') ? [...found, ...steps] : found;
        expect(allowed, `${id}: ${name} ${result}`).toContain(result);
      }
    }
  });
});

interface PublishedCase {
  readonly id: string;
  readonly expected: unknown;
}

interface PublishedResult {
  readonly name: string;
  readonly result: number | string;
}

/** Every published result, in yuan or per one, and every date; a difference between two of them (`delta…`) is no result. */
function resultsIn(expected: unknown, name = ''): readonly PublishedResult[] {
  if (typeof expected === 'number') {
    // Percentages are published as 44.9, and written as 44.9%, which is 0.449.
    const result = name.endsWith('_pct') ? Number((expected / 100).toFixed(6)) : expected;
    return [{ name, result }];
  }
  if (typeof expected === 'string') {
    return /^\d{4}-\d{2}-\d{2}$/.test(expected) ? [{ name, result: expected }] : [];
  }
  if (typeof expected !== 'object' || expected === null) return [];
  // What a page got wrong stands beside the correct figure, which alone is computed.
  if ('correct' in expected) return resultsIn(expected.correct, name);
  return Object.entries(expected)
    .filter(([key]) => !key.startsWith('delta'))
    .flatMap(([key, value]) => resultsIn(value, key));
}
