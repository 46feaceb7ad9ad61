import { join } from 'node:path';
import { emitJs } from '@tiaoli/compiler';
import { expect, test } from 'vitest';
import { layerProgram } from './layer-program.ts';

const emissions = [
  { file: 'layer.complete.expected.js', options: { facts: 'complete' } },
  { file: 'layer.partial.expected.js', options: { facts: 'partial' } },
  { file: 'layer.traced.expected.js', options: { facts: 'complete', traced: true } },
] as const;

test.each(emissions)('$file', async ({ file, options }) => {
  const { code } = emitJs(layerProgram, options);
  await expect(code).toMatchFileSnapshot(join(import.meta.dirname, file));
});

test('layer.expected.d.ts.txt', async () => {
  const { types } = emitJs(layerProgram, { facts: 'complete' });
  await expect(types).toMatchFileSnapshot(join(import.meta.dirname, 'layer.expected.d.ts.txt'));
});

test('no name of a policy stands outside the tables', () => {
  for (const { options } of emissions) {
    const { code } = emitJs(layerProgram, options);
    expect(code).toMatch(/^[\n\x20-\x7e]*$/);
    const outside = code.replace(/^export const tables = .*$/m, '');
    expect(outside.match(/\\u/g)).toBeNull();
  }
});
