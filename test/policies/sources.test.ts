// Every sentence of a source text stands in the policies, and every clause of its documents stands in the source.
//
// To account for another source, put `sources.json` into the folder of its system: a list of texts, each with the
// `documents` that are written from it and its `points` in the order of the text (`paragraph.sentence`), every point
// with the clauses that hold it (`document/clause/clause within`). A clause that has another source goes into `beside`
// with what it rests on. The clauses named say 转述 in their 出处, or quote the original.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from '@tiaoli/ir';
import { createLanguageWorkspace } from '@tiaoli/language';
import { beforeAll, expect, test } from 'vitest';
import type { SourcePoint, SourceText, StandingClause } from './accounting.ts';
import { accountingFaults } from './accounting.ts';

const root = join(import.meta.dirname, '../../policies');
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const texts: readonly SourceText[] = paths
  .filter((path) => path.endsWith('sources.json'))
  .flatMap((path) => JSON.parse(read(path)) as readonly SourceText[]);

let standing: readonly StandingClause[] = [];

beforeAll(async () => {
  const sources = paths
    .filter((path) => path.endsWith('.tiaoli'))
    .map((path) => ({ path, text: read(path) }));
  const workspace = createLanguageWorkspace();
  await workspace.update(sources);
  standing = sources.flatMap(({ path }) => ownClauses(workspace.lower(path).module));
});

/** The clauses of the document that a module was made for, without those that it rests on. */
function ownClauses(module: Module | undefined): readonly StandingClause[] {
  return (module?.declarations ?? []).flatMap((each) =>
    each.kind === 'clause' && each.document === module?.document
      ? [
          {
            id: [each.document, ...each.path].join('/'),
            document: each.document,
            isAttributed:
              each.text.length > 0 || (each.provenance?.marks.includes('paraphrased') ?? false),
          },
        ]
      : [],
  );
}

test('every point of a source has its clauses, and every clause its points', () => {
  // Five source texts; of the one on six unifications each half is a text of its own.
  expect(texts.length).toBeGreaterThanOrEqual(6);
  expect(standing.length).toBeGreaterThan(50);
  expect(accountingFaults(texts, standing)).toEqual([]);
});

/** A text of two sentences with one clause each. */
const sample: SourceText = {
  source: '样本',
  documents: ['a'],
  points: [
    { point: '1.1', says: 'one', means: '一', clauses: ['a/一'] },
    { point: '1.2', says: 'two', means: '二', clauses: ['a/二'] },
  ],
};
const one = clause('一');
const two = clause('二');
const three = clause('三');
const both = [one, two];

test.each<[string, SourceText, readonly StandingClause[]]>([
  ['no clause a/二', sample, [one]],
  ['no document b', { ...sample, documents: ['a', 'b'] }, both],
  ['no point names a/三', sample, [one, two, three]],
  ['a/一 says of no source that it renders it', sample, [clause('一', false), two]],
  ['point 1.2 does not follow the beginning', { ...sample, points: sample.points.slice(1) }, [two]],
  ['point 2.2 does not follow 1.1', withSecond({ point: '2.2' }), both],
  ['point 1.2 quotes nothing', withSecond({ says: ' ' }), both],
  ['point 1.2 is not rendered in Chinese', withSecond({ means: 'two' }), both],
  ['point 1.2 needs clauses or a reason, not both', withSecond({ noPolicy: '照片' }), both],
  ['point 1.2 needs clauses or a reason, not both', withSecond({ clauses: [] }), [one]],
  ['a/三 stands beside without a reason', { ...sample, beside: { 'a/三': '' } }, [one, two, three]],
])('finds: %s', (fault, text, clauses) => {
  expect(accountingFaults([sample], both)).toEqual([]);
  expect(accountingFaults([text], clauses)).toEqual([fault]);
});

function clause(name: string, isAttributed = true): StandingClause {
  return { id: `a/${name}`, document: 'a', isAttributed };
}

function withSecond(change: Partial<SourcePoint>): SourceText {
  const points = sample.points.map((each, index) => (index === 1 ? { ...each, ...change } : each));
  return { ...sample, points };
}
