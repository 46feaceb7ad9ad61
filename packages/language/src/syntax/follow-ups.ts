import { AstUtils } from 'langium';
import type { File } from '../generated/ast.ts';
import type { SyntaxFinding } from './messages.ts';

/** What is told of one stretch in which no statement could be read; what lies behind mostly follows from it. */
const MOST_OF_A_STRETCH = 3;

/** The lists that hold whole statements, whatever their node is called. */
const statementLists: ReadonlySet<string> = new Set([
  'bands',
  'body',
  'cases',
  'clauses',
  'elements',
  'expectations',
  'fields',
  'items',
  'members',
  'overrides',
  'rows',
  'shares',
  'slots',
  'steps',
  'versions',
]);

/**
 * What the parser found, at most three for each stretch without a statement that it could read: the third says how many
 * there are behind it. Mistakes with a good statement between them are all told, because then the parser had found its way.
 */
export function withoutFollowUps(
  findings: readonly SyntaxFinding[],
  file: File,
): readonly SyntaxFinding[] {
  if (findings.length <= MOST_OF_A_STRETCH) return findings;
  const inOrder = [...findings].sort((a, b) => a.from - b.from);
  const ends = endsOfReadStatements(file, inOrder);
  const stretches = Map.groupBy(inOrder, ({ from }) => countUpTo(from, ends));
  return [...stretches.values()].flatMap(firstOfStretch);
}

function firstOfStretch(findings: readonly SyntaxFinding[]): readonly SyntaxFinding[] {
  const told = findings.slice(0, MOST_OF_A_STRETCH);
  const last = told.at(-1);
  const more = findings.length - told.length;
  if (!last || more === 0) return told;
  const hint = {
    zh: `${last.hint ? `${last.hint.zh}；` : ''}此处之后还有 ${more} 处，先改前面的`,
    en: `${last.hint ? `${last.hint.en}; ` : ''}${more} more behind this, mend the first ones before`,
  };
  return [...told.slice(0, -1), { ...last, hint }];
}

/** Where statements end in which nothing was found, in order. */
function endsOfReadStatements(file: File, findings: readonly SyntaxFinding[]): readonly number[] {
  const froms = findings.map(({ from }) => from);
  return AstUtils.streamAllContents(file)
    .filter(({ $containerProperty }) => statementLists.has($containerProperty ?? ''))
    .flatMap((node) => {
      const { offset = 0, end = 0 } = node.$cstNode ?? {};
      const isRead = countUpTo(end, froms) === countUpTo(offset - 1, froms);
      return isRead && end > 0 ? [end] : [];
    })
    .toArray()
    .sort((a, b) => a - b);
}

/** How many of `ascending` are at most `most`; by halves, since a file of nonsense has thousands of findings. */
function countUpTo(most: number, ascending: readonly number[]): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
