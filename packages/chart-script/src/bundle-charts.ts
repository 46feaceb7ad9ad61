import { join, relative, sep } from 'node:path';
import { keepScript, keptScript } from './kept-script.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const keptPath = join(root, 'node_modules', '.cache', 'tiaoli', 'chart-script.json');

/**
 * The script that draws the charts of a page: one text with all that it needs. Throws where the sources do not bundle.
 *
 * Bundling takes as long as reading a hundred thousand claims, and is done once for the sources as they are.
 */
export async function bundleCharts(path = keptPath): Promise<string> {
  const kept = await keptScript(path, root);
  if (kept !== undefined) return kept;
  const { inputs, script } = await bundle();
  await keepScript(path, root, { inputs, script });
  return script;
}

/** What decides how the sources are bundled, beside them. */
const bundlers = [
  relative(root, import.meta.filename)
    .split(sep)
    .join('/'),
  'node_modules/esbuild/package.json',
];

async function bundle(): Promise<{ readonly inputs: readonly string[]; readonly script: string }> {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(import.meta.dirname, 'draw-charts.ts')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = outputFiles.map((file) => file.text).join('');
  // An element of a script ends where its end tag stands, in a string too.
  const script = text.trim().replaceAll('</script', '<\\/script');
  return { inputs: [...bundlers, ...Object.keys(metafile.inputs).toSorted()], script };
}
