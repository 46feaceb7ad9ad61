import { join } from 'node:path';
import { build } from 'esbuild';

/** The script that draws the charts of a page: one text with all that it needs. Throws where the sources do not bundle. */
export async function bundleCharts(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'draw-charts.ts')],
    bundle: true,
    minify: true,
    write: false,
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
  return text.trim().replaceAll('</script', '<\\/script');
}
