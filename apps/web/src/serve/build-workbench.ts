import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleWorkers } from './bundle-workers.ts';
import { sourcesHash } from './sources-hash.ts';
import { webFolder } from './web-folder.ts';

/** Where the build says what it was made from, below the folder of the app. */
const stampName = join('.next', 'tiaoli-sources');
const stamp = join(webFolder, stampName);

/** What it says where the sources came along with what was built, and nobody works on them. */
const shipped = 'shipped';

/** Whether what is built was built from the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  return built === shipped || built === (await sourcesHash());
}

/** Marks a copy of the app that is passed on: its sources are not read again at each start. */
export async function markShipped(folder: string): Promise<void> {
  await writeFile(join(folder, stampName), shipped);
}

/**
 * Builds the pages and workers unless they are up to date; about a minute on two cores.
 *
 * Rejects with what the bundler wrote when it fails, which is a defect of ours.
 */
export async function buildWorkbench(): Promise<void> {
  if (await isBuilt()) return;
  const hash = await sourcesHash();
  await bundleWorkers();
  await buildPages();
  await writeFile(stamp, hash);
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
