import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausePieces } from './clause-pieces.ts';
import { mergeByClause } from './merge-by-clause.ts';

const head = '语言 1\n\n文件「办法」 {\n  标识 rules；\n  层级 国家；\n  施行 自 2024-01-01；\n}\n';
const clause = (name: string, value: number) =>
  `条「${name}」 出处 "原文" {\n  参数 ${name}值：整数 = ${value}；\n}`;

/** A document of clauses by name and value. */
function policy(...clauses: readonly (readonly [name: string, value: number])[]): string {
  return [head, ...clauses.map(([name, value]) => clause(name, value))].join('\n').concat('\n');
}

const base = policy(['甲', 1], ['乙', 2], ['丙', 3]);

async function merged(mine: string, theirs: string): Promise<string | readonly string[]> {
  const result = await mergeByClause(base, mine, theirs);
  return result.kind === 'merged' ? result.text : result.clauses.map((each) => each.clause);
}

test.each([
  base,
  head,
  '',
  '语言 1\n条「甲」 {',
  '条「甲」 出处 "x" {\n  条「内」 出处 "y" { }\n}',
  '){',
])('pieces joined are the source: %#', async (text) => {
  const [pieces = []] = await clausePieces([text]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(new Set(pieces.map(({ key }) => key)).size).toBe(pieces.length);
});

test('a document is cut at its clauses', async () => {
  const [pieces = []] = await clausePieces([base]);
  const names = pieces.map((piece) => piece.clause);
  expect(names).toEqual(['', '「甲」', '', '「乙」', '', '「丙」', '']);
});

describe('merged', () => {
  test('changes of different clauses, also of those that touch', async () => {
    const touching = base.replaceAll('}\n条', '}条');
    const mine = touching.replace('= 1', '= 10');
    const theirs = touching.replace('= 2', '= 20');
    const result = await mergeByClause(touching, mine, theirs);
    expect(result).toEqual({ kind: 'merged', text: mine.replace('= 2', '= 20') });
  });

  test('a clause that one adds and one that the other adds elsewhere', async () => {
    const mine = policy(['甲', 1], ['新一', 7], ['乙', 2], ['丙', 3]);
    const theirs = policy(['甲', 1], ['乙', 2], ['丙', 3], ['新二', 8]);
    expect(await merged(mine, theirs)).toBe(
      policy(['甲', 1], ['新一', 7], ['乙', 2], ['丙', 3], ['新二', 8]),
    );
  });

  test('a clause that one removes and another that the other changes', async () => {
    const mine = policy(['甲', 1], ['丙', 3]);
    const theirs = policy(['甲', 1], ['乙', 2], ['丙', 30]);
    expect(await merged(mine, theirs)).toBe(policy(['甲', 1], ['丙', 30]));
  });

  test('a clause that one moves and the other changes', async () => {
    const mine = policy(['乙', 2], ['甲', 1], ['丙', 3]);
    const theirs = policy(['甲', 10], ['乙', 2], ['丙', 3]);
    expect(await merged(mine, theirs)).toContain(clause('甲', 10));
  });
});

describe('left to a person', () => {
  test('two values of one clause', async () => {
    const mine = policy(['甲', 10], ['乙', 2], ['丙', 3]);
    const theirs = policy(['甲', 11], ['乙', 20], ['丙', 3]);
    const merge = await mergeByClause(base, mine, theirs);
    if (merge.kind === 'merged') throw new Error('one value was lost');
    expect(merge.clauses).toEqual([
      {
        clause: '「甲」',
        base: clause('甲', 1),
        mine: clause('甲', 10),
        theirs: clause('甲', 11),
      },
    ]);
    // Joined with a side of what is disputed, the pieces are the text with everything else of both.
    const joined = (side: 'mine' | 'theirs') =>
      merge.pieces.map((piece) => ('text' in piece ? piece.text : piece[side])).join('');
    expect(joined('mine')).toBe(policy(['甲', 10], ['乙', 20], ['丙', 3]));
    expect(joined('theirs')).toBe(policy(['甲', 11], ['乙', 20], ['丙', 3]));
  });

  test('a clause that one removes and the other changes', async () => {
    const mine = policy(['甲', 1], ['丙', 3]);
    const theirs = policy(['甲', 1], ['乙', 20], ['丙', 3]);
    expect(await merged(mine, theirs)).toEqual(['「乙」']);
  });

  test('two new clauses of one name', async () => {
    const mine = policy(['甲', 1], ['乙', 2], ['丙', 3], ['丁', 4]);
    const theirs = policy(['甲', 1], ['乙', 2], ['丙', 3], ['丁', 5]);
    expect(await merged(mine, theirs)).toEqual(['「丁」']);
  });
});

test('nothing is lost or made up: values that one side alone changed are as that side has them', async () => {
  const values = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3));
  const names = ['甲', '乙', '丙'] as const;
  const of = (list: readonly number[]) =>
    policy(...names.map((name, at) => [name, list[at] ?? 0] as const));
  await fc.assert(
    fc.asyncProperty(values, values, values, async (common, mine, theirs) => {
      const result = await mergeByClause(of(common), of(mine), of(theirs));
      const wanted = names.map((_, at) =>
        mine[at] === theirs[at] || theirs[at] === common[at]
          ? mine[at]
          : mine[at] === common[at]
            ? theirs[at]
            : undefined,
      );
      const clauses = names
        .filter((_, at) => wanted[at] === undefined)
        .map((name) => `「${name}」`);
      if (result.kind === 'merged') expect(result.text).toBe(of(wanted.map((each) => each ?? -1)));
      else expect(result.clauses.map((each) => each.clause)).toEqual(clauses);
      expect(result.kind).toBe(clauses.length === 0 ? 'merged' : 'conflict');
    }),
    { numRuns: 20, seed: 7 },
  );
});
