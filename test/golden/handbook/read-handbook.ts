import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const handbookFolder = join(import.meta.dirname, '../../../docs/handbook');

export type HandbookLanguage = 'zh' | 'en';

/** A block of a page that shows a text of another language than prose. */
export interface Fence {
  /** What stands behind the marks: `tiaoli`, `tiaoli wrong below-lower-bound`, `csv drugs.csv`. */
  readonly info: string;
  readonly text: string;
}

interface Chapter {
  readonly title: Readonly<Record<HandbookLanguage, string>>;
  readonly pages: readonly string[];
}

/** The chapters in the order in which they are read. */
export const chapters: readonly Chapter[] = JSON.parse(
  readFileSync(join(handbookFolder, 'contents.json'), 'utf8'),
);

/** Every page, in the order in which they are read. */
export const pages: readonly string[] = chapters.flatMap((chapter) => chapter.pages);

export function readPage(language: HandbookLanguage, page: string): string {
  return readFileSync(join(handbookFolder, language, `${page}.md`), 'utf8');
}

const fence = /^```([^\n]*)\n([\s\S]*?)^```$/gm;

/** The blocks of a page, in their order. */
export function fencesOf(text: string): readonly Fence[] {
  return [...text.matchAll(fence)].map(([, info = '', content = '']) => ({
    info: info.trim(),
    text: content,
  }));
}

/** The page without its blocks, where a `#` is no heading. */
export function proseOf(text: string): string {
  return text.replaceAll(fence, '');
}
