import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleWorkers } from './bundle-workers.ts';
import { sourcesHash } from './sources-hash.ts';
import { webFolder } from './web-folder.ts';

export type BuildStep = 'workers' | 'pages' | 'done';

/** Where the build says what it was made from. */
const stamp = join(webFolder, '.next', 'tiaoli-sources');

/** Whether what is built was built from the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  return built === (await sourcesHash());
}

/**
 * Builds the pages and workers unless they are up to date; about a minute on two cores.
 *
 * Rejects with what the bundler wrote when it fails, which is a defect of ours.
 */
export async function buildWorkbench(
  onStep: (step: BuildStep) => void = () => undefined,
): Promise<void> {
  if (await isBuilt()) return;
  const hash = await sourcesHash();
  onStep('workers');
  await bundleWorkers();
  onStep('pages');
  await buildPages();
  await writeFile(stamp, hash);
  onStep('done');
}

async function buildPages(): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build', webFolder], {
    cwd: webFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${output}`);
}
