import type { FoundSection, SearchAnswer } from '../handbook-answers.ts';
import { headingAnchor } from './heading-anchor.ts';
import type { Handbook } from './read-handbook.ts';

/** More are not shown; the count says how many there are. */
const MOST_FOUND = 40;

/** Characters of an excerpt before and behind the words. */
const AROUND = 40;

interface Section extends FoundSection {
  readonly text: string;
}

/** The stretches that hold every one of the words, those with one in their heading first. */
export function searchHandbook(handbook: Handbook, asked: string): SearchAnswer {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { found: [], count: 0 };
  const found = sectionsOf(handbook).filter(({ title, heading, text }) => {
    const all = `${title}\n${heading?.text ?? ''}\n${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const isHeaded = ({ title, heading }: Section): boolean =>
    words.every((word) => (heading?.text ?? title).toLowerCase().includes(word));
  const ordered = [...found.filter(isHeaded), ...found.filter((each) => !isHeaded(each))];
  return {
    found: ordered.slice(0, MOST_FOUND).map(({ text, ...section }) => ({
      ...section,
      excerpt: excerptOf(text, words[0] ?? ''),
    })),
    count: found.length,
  };
}

/** Pages cut at their headings of the second rank. */
function sectionsOf({ chapters, texts }: Handbook): readonly Section[] {
  return chapters
    .flatMap(({ pages }) => pages)
    .flatMap(({ page, title }) => {
      const [before = '', ...rest] = (texts.get(page) ?? '').split(/^## /m);
      const first = { page, title, heading: null, excerpt: '', text: plain(before) };
      return [first, ...rest.map((text) => ({ ...headed(text), page, title, excerpt: '' }))];
    });
}

function headed(section: string) {
  const [line = '', ...rest] = section.split('\n');
  const text = plain(line);
  return { heading: { anchor: headingAnchor(text), text }, text: plain(rest.join('\n')) };
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  return text
    .replaceAll(/^#+ .*$/gm, '')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^```.*$/gm, '')
    .replaceAll(/[`*>|]|^---.*$/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function excerptOf(text: string, word: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + word.length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
