import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExampleDeclaration, Module } from '@tiaoli/ir';
import { printModule } from '@tiaoli/ir';
import { linkPolicies, runExamples } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { coveredChoices, coveredPairs, coveredSlots } from './covered-slots.ts';
import type { SettledTwice } from './settle-on-both.ts';
import { settleOnBoth, withLayerParts } from './settle-on-both.ts';

const folder = join(import.meta.dirname, 'good');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.tiaoli'))
  .sort();
const sources = files.map((file) => ({
  path: file,
  text: readFileSync(join(folder, file), 'utf8'),
}));
const policies = await linkPolicies(sources);
const run = runExamples(policies);
const goldens = files.filter((file) => file !== 'common.tiaoli');

/** Files whose IR is kept as well: few, so that a review can read them. */
const printed = ['cap-labelled', 'deductible-year-ceiling', 'overlap-best', 'pool'];

function moduleOf(file: string): Module {
  const { module } = policies.lower(file);
  if (!module) throw new Error(`${file} did not compile`);
  return module;
}

function settledTwice(file: string): readonly SettledTwice[] {
  const module = withLayerParts(moduleOf(file));
  return module.declarations
    .filter(
      (each): each is ExampleDeclaration => each.kind === 'example' && each.span.file === file,
    )
    .flatMap((example) => settleOnBoth(module, example));
}

test('no golden has an error', () => {
  const errors = policies.language.findings().filter(({ severity }) => severity === 'error');
  expect([...errors, ...run.diagnostics]).toEqual([]);
});

test.each(goldens)('%s: every example gives the figures of the file', (file) => {
  const own = run.examples.filter((example) => example.span.file === file);
  const wrong = own.flatMap(({ name, comparisons, problems }) => [
    ...comparisons
      .filter(({ agrees }) => !agrees)
      .map((comparison) => ({ example: name, comparison })),
    ...problems,
  ]);
  expect(wrong).toEqual([]);
  expect(own.every(({ passed }) => passed)).toBe(true);
});

test.each(goldens)('%s: the generated calculator agrees on every claim', (file) => {
  for (const { interpreted, calculated } of settledTwice(file)) {
    expect(calculated).toEqual(interpreted);
    expect(Object.keys(calculated)).not.toEqual([]);
  }
});

const parts = ['限外', '起付自担', '比例自付', '超封顶', '支付'];

test.each(goldens)('%s: the parts of every layer add up to its base', (file) => {
  const layers = moduleOf(file).declarations.filter((each) => each.kind === 'layer');
  for (const { interpreted } of settledTwice(file)) {
    for (const { results } of layers) {
      const amountOf = (part: string): string => interpreted[results[part] ?? ''] ?? '';
      if (['不适用', '待补充'].includes(amountOf('支付'))) continue;
      const amounts = parts.map((part) => Number(amountOf(part)));
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      expect({ sum, negative: amounts.filter((amount) => amount < 0) }).toEqual({
        sum: Number(amountOf('基数')),
        negative: [],
      });
    }
  }
});

test.each(goldens)('%s: its head works the figures out', (file) => {
  const text = sources.find(({ path }) => path === file)?.text ?? '';
  const head = text.slice(0, text.indexOf('\n文件「'));
  const lines = head.split('\n').filter((line) => line.startsWith('//'));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('\n')).toMatch(/\d.*[×−+⊓=→：].*\d/);
});

test.each(goldens)('%s: asserts something', (file) => {
  expect(run.examples.filter((example) => example.span.file === file)).not.toEqual([]);
});

test('every slot, option, pair and open choice has a golden, and every golden is for one', () => {
  const named = [coveredSlots, coveredPairs, coveredChoices]
    .flatMap((table) => Object.values(table).flat())
    .map((name) => `${name}.tiaoli`);
  expect(goldens.filter((file) => !named.includes(file))).toEqual([]);
  expect(named.filter((file) => !goldens.includes(file))).toEqual([]);
});

test.each(printed)('%s: the IR is as it was', async (name) => {
  const module = moduleOf(`${name}.tiaoli`);
  const own = module.definitions.filter(({ id }) => id.startsWith(`golden.${name}/`));
  const text = printModule({ ...module, declarations: [], definitions: own, outputs: [] });
  await expect(`${text}\n`).toMatchFileSnapshot(join(folder, `${name}.expected.txt`));
});
