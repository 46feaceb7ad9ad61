import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** LibreOffice as `test/setup-office.mjs` found it or installed it; the variable SOFFICE may name another one. */
function findOffice(): string {
  const listed = readFileSync(join(import.meta.dirname, '../office-places.json'), 'utf8');
  const known: readonly string[] = JSON.parse(listed);
  const found = [process.env.SOFFICE, ...known].find((place) => place && existsSync(place));
  if (found) return found;
  throw new Error('no LibreOffice: run npm test, or set SOFFICE');
}

/** How long it may take to start on a busy machine. */
const PATIENCE = 180_000;

/** Opens files with LibreOffice, under a profile of its own, and saves each in another format beside it. */
export async function convertFiles(
  files: readonly string[],
  format: string,
  folder: string,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'tiaoli-office-'));
  const own = [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore'];
  const args = [...own, '--convert-to', format, '--outdir', folder, ...files];
  const child = spawn(findOffice(), args, { stdio: 'ignore', detached: true });
  const end = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const patience = setTimeout(end, PATIENCE);
  try {
    const code = await new Promise<number | null>((done, failed) => {
      child.on('exit', done);
      child.on('error', failed);
    });
    if (code !== 0) throw new Error(`LibreOffice ended with ${code}`);
  } finally {
    clearTimeout(patience);
    end();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The text of each page of a PDF. */
export function pagesOf(file: string): readonly string[] {
  const { stdout, status } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pdftotext ended with ${status}`);
  return stdout.split('\f').filter((page) => page.trim() !== '');
}

/** Width and height of the first page, in points. */
export function pageSizeOf(file: string): readonly number[] {
  const { stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  const found = /Page size:\s+([\d.]+) x ([\d.]+)/u.exec(stdout);
  return [Math.round(Number(found?.[1])), Math.round(Number(found?.[2]))];
}

/** The cells of every table of a page that LibreOffice has saved: rows of cells of paragraphs. */
export function tableRows(html: string): readonly (readonly (readonly string[])[])[] {
  const inside = (text: string, tag: string): readonly string[] =>
    [...text.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gsu'))].map(
      ([, found = '']) => found,
    );
  return inside(html, 'tr').map((row) =>
    inside(row, 't[dh]').map((cell) => inside(cell, 'p').map(plainText)),
  );
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ')
    .trim();
}
