import type { SourceParagraph } from '../source-document.ts';

/** How the titles of official documents end. */
const titleEnd =
  /(?:通知|意见|办法|方案|规定|细则|条例|决定|公告|通告|通报|批复|函|规划|规程|目录|标准|要点|纲要)(?:[（(][^（）()]{1,20}[）)])*$/u;
const MOST_LINES = 4;

/**
 * The title: what the file marks as such, else a heading that stands alone at the top, else the lines from 关于 to the
 * word for the kind of document. Undefined where none of these is there.
 */
export function findTitle(
  opening: readonly SourceParagraph[],
  all: readonly SourceParagraph[],
): string | undefined {
  const marked = all.filter(({ isTitle }) => isTitle);
  if (marked.length > 0 && marked.length <= MOST_LINES) return joined(marked);
  const [first] = all;
  const level = first?.heading;
  if (first && level !== undefined && all.filter(({ heading }) => heading === level).length === 1) {
    return joined([first]);
  }
  return officialTitle(opening);
}

function officialTitle(opening: readonly SourceParagraph[]): string | undefined {
  const last = opening.findIndex(({ text }) => titleEnd.test(text) && !/[。；，：:]/u.test(text));
  if (last < 0) return undefined;
  for (let lines = 1; lines <= MOST_LINES && last - lines + 1 >= 0; lines += 1) {
    const part = opening.slice(last - lines + 1, last + 1);
    if (part.some(({ text }) => /[。；：:]|〔\d{4}〕/u.test(text))) break;
    if (part[0]?.text.includes('关于') === true)
      return joined(officesBefore(opening, last - lines + 1, part));
  }
  const only = opening[last];
  return last === 0 && only ? joined([only]) : undefined;
}

/** The offices whose document it is stand on lines of their own above 关于, and belong to the title. */
function officesBefore(
  opening: readonly SourceParagraph[],
  from: number,
  part: readonly SourceParagraph[],
): readonly SourceParagraph[] {
  const before = opening[from - 1];
  const startsWithAbout = part[0]?.text.startsWith('关于') === true;
  const isOffice = before !== undefined && /(?:局|厅|委|部|院|府|会|办公室)$/u.test(before.text);
  return startsWithAbout && isOffice ? [before, ...part] : part;
}

/** Lines of a title go on without a space between Chinese characters. */
function joined(lines: readonly SourceParagraph[]): string {
  return lines
    .map(({ text }) => text)
    .reduce((sum, line) => {
      const needsSpace = /[\p{Script=Latin}\d]$/u.test(sum) && /^[\p{Script=Latin}\d]/u.test(line);
      return sum === '' ? line : `${sum}${needsSpace ? ' ' : ''}${line}`;
    }, '');
}
