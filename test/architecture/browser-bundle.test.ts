import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { layers } from './layers.ts';
import { root } from './source-tree.ts';

const forBrowser = Object.keys(layers).filter((name) => layers[name]?.browser);

test.each(forBrowser)('%s bundles for the browser', async (name) => {
  const bytes = await bundleSize(`export * from '@tiaoli/${name}';`);
  process.stdout.write(`@tiaoli/${name}: ${Math.ceil(bytes / 1024)} kB minified\n`);
  expect(bytes).toBeGreaterThan(0);
});

test('a module of Node does not bundle', async () => {
  await expect(bundleSize("export * from 'node:fs';")).rejects.toThrow('node:fs');
});

/** Bytes of the minified bundle; an error when something in it needs Node. */
async function bundleSize(entry: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: `${root}/test`, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2024',
    logLevel: 'silent',
  });
  return outputFiles.reduce((sum, file) => sum + file.contents.length, 0);
}
