import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { ChapterEntry } from '../handbook-answers.ts';

interface ChapterOfFile {
  readonly title: LocalText;
  readonly pages: readonly string[];
}

/** The handbook as it was read, in one language. */
export interface Handbook {
  readonly chapters: readonly ChapterEntry[];
  /** The text of each page, in the order in which they are read. */
  readonly texts: ReadonlyMap<string, string>;
}

const key = Symbol.for('tiaoli.handbook');

/** The folder of the handbook's text and pictures, which whoever starts the server names (`TIAOLI_HANDBOOK`). */
export function handbookFolder(): string {
  const folder = process.env.TIAOLI_HANDBOOK;
  if (folder === undefined) throw new Error('TIAOLI_HANDBOOK names no folder of the handbook');
  return folder;
}

/** Read once in the whole process: the text comes with the program and changes with it. */
export function readHandbook(language: TextLanguage): Promise<Handbook> {
  const kept: Map<TextLanguage, Promise<Handbook>> = Reflect.get(globalThis, key) ?? new Map();
  Reflect.set(globalThis, key, kept);
  const known = kept.get(language) ?? readFiles(language);
  kept.set(language, known);
  return known;
}

async function readFiles(language: TextLanguage): Promise<Handbook> {
  const folder = handbookFolder();
  const chapters: readonly ChapterOfFile[] = JSON.parse(
    await readFile(join(folder, 'contents.json'), 'utf8'),
  );
  const texts = new Map<string, string>();
  for (const page of chapters.flatMap(({ pages }) => pages)) {
    texts.set(page, await readFile(join(folder, language, `${page}.md`), 'utf8'));
  }
  const entry = (page: string) => ({ page, title: titleOf(texts.get(page) ?? '') });
  return {
    texts,
    chapters: chapters.map(({ title, pages }) => ({
      title: title[language],
      pages: pages.map(entry),
    })),
  };
}

/** A page begins with its title: `# …`. */
function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1]?.trim() ?? '';
}
