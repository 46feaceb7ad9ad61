import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { repository } from './repository.ts';

/** SHA-256 of each file below `folder`, as `sha256sum -c` reads it, in a file `SHA256SUMS` there. */
export async function writeSums(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
  const lines: string[] = [];
  for (const file of files) lines.push(`${await sumOf(join(folder, file))}  ${file}\n`);
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
  return files.length;
}

/** Packs a folder with GNU tar; the same files give the same bytes. Beside it lies a file with its SHA-256. */
export async function packFolder(folder: string, archive: string): Promise<string> {
  const draft = `${archive}.part`;
  const args = [
    ...['--sort=name', `--mtime=@${await commitTime()}`, '--owner=0', '--group=0'],
    ...['--numeric-owner', '--mode=u+w,go-w', '-I', 'gzip -n', '-cf', draft],
    ...['-C', dirname(folder), basename(folder)],
  ];
  const tar = spawn('tar', args, { stdio: 'inherit' });
  const code = await new Promise<number | null>((done, fail) => {
    tar.once('error', fail);
    tar.once('exit', done);
  });
  if (code !== 0) {
    await rm(draft, { force: true });
    throw new Error(`tar ended with ${code}`);
  }
  const sum = await sumOf(draft);
  await writeFile(`${archive}.sha256`, `${sum}  ${basename(archive)}\n`);
  await rename(draft, archive);
  return sum;
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Seconds of the commit: another for each release, since a browser asks by time and size whether a worker has changed. In a
 * tree without git it is the moment.
 */
async function commitTime(): Promise<string> {
  const asked = process.env.SOURCE_DATE_EPOCH;
  if (asked !== undefined) return asked;
  const run = promisify(execFile);
  const { stdout } = await run('git', ['log', '-1', '--format=%ct'], { cwd: repository }).catch(
    () => ({ stdout: String(Math.floor(Date.now() / 1000)) }),
  );
  return stdout.trim();
}
