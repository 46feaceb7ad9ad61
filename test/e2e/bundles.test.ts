import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const web = join(import.meta.dirname, '../../apps/web');
const pages = scriptsUnder(join(web, '.next/static'));
const workers = scriptsUnder(join(web, 'public/workers'));

describe('what the browser is given', () => {
  test('is there, and its size is known', () => {
    const kilobytes = (files: readonly string[]): string => {
      const texts = files.map((file) => readFileSync(file));
      const plain = texts.reduce((sum, text) => sum + text.length, 0);
      const zipped = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
      return `${Math.ceil(plain / 1024)} kB (${Math.ceil(zipped / 1024)} kB zipped)`;
    };
    process.stdout.write(`all pages: ${pages.length} scripts, ${kilobytes(pages)}\n`);
    for (const file of workers)
      process.stdout.write(`${file.slice(web.length)}: ${kilobytes([file])}\n`);
    expect(pages.length).toBeGreaterThan(5);
    expect(workers.length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ['a module of Node', /["'`]node:[a-z]/],
    ['DuckDB', /duckdb/i],
    ['Prisma', /@prisma|PrismaClient/],
    ['the compiler of calculators', /loadCalculator|emitJs\b/],
  ])('holds nothing of %s', (_what, pattern) => {
    expect(filesWith(pattern, [...pages, ...workers])).toEqual([]);
  });

  test('the workers make no code out of text', () => {
    expect(filesWith(/\bnew Function\s*\(|\beval\s*\(/, workers)).toEqual([]);
  });

  test('nothing is asked of another server', () => {
    const hosts = /(?:fetch|importScripts|import)\(\s*["'`]https?:/;
    expect(filesWith(hosts, [...pages, ...workers])).toEqual([]);
  });
});

function filesWith(pattern: RegExp, files: readonly string[]): readonly string[] {
  return files
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .map((file) => file.slice(web.length));
}

function scriptsUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}
