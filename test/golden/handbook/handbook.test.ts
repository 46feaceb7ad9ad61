import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { printDiagnostic } from '@tiaoli/base';
import { describe, expect, test } from 'vitest';
import { compilePage } from './compile-page.ts';
import { formatPieces } from './english-code.ts';
import { codes, findingsPage } from './findings-page.ts';
import { sourcesOf, textOf } from './page-documents.ts';
import { headingsOf, linksOf } from './page-links.ts';
import { fencesOf, handbookFolder, pages, readPage } from './read-handbook.ts';

const languages = ['zh', 'en'] as const;
const written = languages.flatMap((language) =>
  pages.map((page) => ({ language, page, text: readPage(language, page) })),
);
const withCode = written.filter(({ text }) => sourcesOf(fencesOf(text)).documents.length > 0);

test('every page stands in the contents, in both languages', () => {
  expect(new Set(pages).size).toBe(pages.length);
  for (const language of languages) {
    const files = readdirSync(join(handbookFolder, language));
    expect(files.sort()).toEqual(pages.map((page) => `${page}.md`).sort());
  }
});

test.each(pages)('%s has the same headings and blocks in both languages', (page) => {
  const [chinese, english] = languages.map((language) => readPage(language, page));
  const shape = (text: string) => ({
    headings: headingsOf(text).map(({ depth }) => depth),
    blocks: fencesOf(text).map(({ info }) => info),
  });
  expect(shape(english ?? '')).toEqual(shape(chinese ?? ''));
});

test.each(written)('$language/$page leads nowhere that is not there', ({ language, text }) => {
  const missing = linksOf(text).filter(({ page, anchor, picture }) => {
    if (picture !== undefined) return !pictures.includes(picture);
    if (page === undefined || !pages.includes(page)) return true;
    const anchors = headingsOf(readPage(language, page)).map((each) => each.anchor);
    return anchor !== undefined && !anchors.includes(anchor);
  });
  expect(missing).toEqual([]);
});

const pictureFolder = join(handbookFolder, 'pictures');
const pictures = existsSync(pictureFolder) ? readdirSync(pictureFolder) : [];

test('every picture is shown', () => {
  const shown = written.flatMap(({ text }) => linksOf(text).map(({ picture }) => picture));
  expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
});

describe('the language by example', () => {
  test('pages with code are found', () => {
    expect(withCode.length).toBeGreaterThanOrEqual(26);
  });

  test.each(withCode)('$language/$page compiles, and its examples pass', async ({ text }) => {
    const { documents, files } = sourcesOf(fencesOf(text));
    const texts = documents.map(textOf);
    const { findings, examples } = await compilePage(texts, files);
    // What a piece shows alone may be used by nothing: that is a note, and no other note is wanted.
    const notes = findings.filter(({ code }) => code !== 'unused-name');
    expect(notes.map((each) => printDiagnostic(each, 'zh'))).toEqual([]);
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual([]);
  });

  test.each(withCode)('$language/$page shows mistakes that are found', async ({ text }) => {
    const { documents, wrong, files } = sourcesOf(fencesOf(text));
    for (const { code, text: mistaken } of wrong) {
      const others = documents.map(textOf).filter((each) => !mistaken.startsWith(each));
      const { findings } = await compilePage([...others, mistaken], files);
      expect(findings.map((each) => each.code)).toContain(code);
    }
  });

  test.each(withCode)('$language/$page is in canonical form', ({ language, text }) => {
    for (const document of sourcesOf(fencesOf(text)).documents) {
      expect(document.pieces).toEqual(formatPieces(document, language));
    }
  });

  test.each(withCode.filter(({ language }) => language === 'en'))(
    'en/$page has the code of zh/$page, with English keywords',
    ({ page, text }) => {
      const chinese = sourcesOf(fencesOf(readPage('zh', page))).documents;
      const english = sourcesOf(fencesOf(text)).documents;
      expect(english.map(({ pieces }) => pieces)).toEqual(
        chinese.map((document) => formatPieces(document, 'en')),
      );
    },
  );
});

describe('every finding', () => {
  test.each(languages)('the page in %s is what the catalogues say', (language) => {
    expect(codes.length).toBeGreaterThan(300);
    // `npm run handbook` writes it anew.
    expect(readPage(language, 'findings')).toBe(findingsPage(language));
    const anchors = new Set(headingsOf(readPage(language, 'findings')).map((each) => each.anchor));
    expect(codes.filter((code) => !anchors.has(code))).toEqual([]);
  });
});
