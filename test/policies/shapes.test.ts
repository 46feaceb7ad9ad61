// Every shape of a rule that the sources use stands in `policies/patterns`, in a file named after it, with an example.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkPolicies, runExamples } from '@tiaoli/workspace';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../policies');
const shapes = Array.from({ length: 56 }, (_, index) => index + 1);

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tiaoli'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

test('every shape has a file of its own with an example that passes', async () => {
  const { examples } = await runExamples(await linkPolicies(sources), (path) =>
    /^patterns\/shape-\d\d[a-z]?\.tiaoli$/.test(path),
  );
  const shown = examples
    .filter(({ passed, shapes: own, span }) => passed && own.includes(shapeOf(span.file)))
    .map(({ span }) => shapeOf(span.file));
  expect(shapes.filter((shape) => !shown.includes(shape))).toEqual([]);
  expect(examples.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual([]);
});

/** The number in the name of a pattern. */
function shapeOf(path: string): number {
  return Number(/shape-(\d+)/.exec(path)?.[1] ?? 0);
}
