// Real texts, saved as Word and as pages by LibreOffice as a person would: every sentence comes in, in its order.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertFiles } from '../documents/office.ts';
import { importSkeleton, quotedWords } from './read-skeleton.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-office-import-'));
const names = ['six-unifications', 'four-unifications', 'qinghai-multi-level'];
const fixture = (name: string): string => join(import.meta.dirname, `fixtures/${name}.txt`);
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  for (const name of names) {
    // LibreOffice takes a text for one of Western Europe unless a mark says that it is UTF-8.
    writeFileSync(file(`${name}.txt`), `\ufeff${readFileSync(fixture(name), 'utf8')}`);
  }
  await convertFiles(
    names.map((name) => file(`${name}.txt`)),
    'docx:Office Open XML Text',
    folder,
  );
  await convertFiles(
    names.map((name) => file(`${name}.docx`)),
    'html:HTML (StarWriter):UTF8',
    folder,
  );
  for (const name of names) copyFileSync(fixture(name), file(`${name}.txt`));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const formats = ['docx', 'html', 'txt'];

test.each(names.flatMap((name) => formats.map((format) => `${name}.${format}`)))(
  '%s',
  async (name) => {
    const skeleton = await importSkeleton(readFileSync(file(name)), name);
    expect(skeleton.errors).toEqual([]);
    const words = quotedWords(skeleton);
    let from = words.startsWith('正文') || words.startsWith('开头') ? 2 : 0;
    const sentences = readFileSync(fixture(name.replace(/\.\w+$/u, '')), 'utf8')
      .split(/(?<=[.!?。])\s+|\n/u)
      .map((sentence) => sentence.replace(/\s/gu, ''))
      .filter((sentence) => sentence !== '');
    expect(sentences.length).toBeGreaterThan(15);
    for (const sentence of sentences) {
      // Nothing between one sentence and the next.
      expect(words.slice(from, from + sentence.length)).toBe(sentence);
      from += sentence.length;
    }
    expect(words.slice(from)).toBe('');
  },
);
