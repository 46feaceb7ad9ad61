import type { Module } from '@tiaoli/ir';
import { meaningHash } from '@tiaoli/ir';
import { createFormatter } from '@tiaoli/language';
import type { GeneratedPolicy } from './generate/policies.ts';
import type { Bench } from './open-generated.ts';

/** Formatting twice changes nothing more, and neither formatting nor the other keyword language changes the meaning. */
export async function brokenSpellings(
  bench: Bench,
  { texts, files }: GeneratedPolicy,
  module: Module,
): Promise<readonly string[]> {
  const hash = meaningHash(module);
  const formatted = texts.map((text) => format(text, 'zh'));
  const english = formatted.map((text) => format(text, 'en'));
  const back = english.map((text) => format(text, 'zh'));
  const problems = [
    ...(same(
      formatted,
      formatted.map((text) => format(text, 'zh')),
    )
      ? []
      : ['formatting twice']),
    ...(same(formatted, back) ? [] : ['zh → en → zh changes the text']),
  ];
  for (const [name, version] of [
    ['formatted', formatted],
    ['English', english],
  ] as const) {
    const opened = await bench.open(version, files);
    if (!opened.module) problems.push(`${name}: ${opened.errors.map(({ code }) => code).join()}`);
    else if (meaningHash(opened.module) !== hash) problems.push(`${name}: another meaning`);
  }
  return problems;
}

const formatter = createFormatter();

function format(text: string, keywords: 'zh' | 'en'): string {
  const { text: formatted, diagnostics } = formatter.format(
    { path: 'p.tiaoli', text },
    { keywords },
  );
  return formatted ?? `not formatted: ${diagnostics.map(({ code }) => code).join()}`;
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}
