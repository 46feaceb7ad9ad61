import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Proposed } from '../proposals/read-proposed.ts';
import { examineProposed } from './examine-proposed.ts';
import type { ImpactQuestion, MeasuredImpact } from './gate-impact.ts';
import { notMeasured } from './measure-proposed.ts';

const root = join(import.meta.dirname, '../../../..');
const path = 'policies/patterns/shape-14.tiaoli';
const common = 'policies/national/common.tiaoli';
const text = readFileSync(join(root, path), 'utf8');
const source = (words: string) => new TextEncoder().encode(words);

/** What is in force is the text as it is; proposed are other words of it. */
function proposed(words: string): Proposed {
  return {
    ...{ path, text: words, effectiveFrom: '2027-01-01' },
    document: { id: '1', jurisdictionId: '2', code: 'pattern.shape-14', title: '形状14' },
    base: {
      ...{ source: source(text), beside: new Map() },
      version: { id: '4', path } as NonNullable<Proposed['base']>['version'],
    },
    others: {
      ...{ state: 'others', beside: new Map() },
      sources: new Map([[common, readFileSync(join(root, common))]]),
    },
  };
}

const nothing = { value: '0.00' };
const same = { baseline: nothing, reform: nothing, change: nothing };
const none = { people: nothing, amount: nothing };

function measured(people: string, change = '1.00'): MeasuredImpact {
  const side = { title: '形状14', on: '2027-01-01', illustrative: [] };
  return {
    ...{ kind: 'measured', scheme: 'all', city: 'all', baseline: side, reform: side },
    population: {
      ...{ province: '山东省', preset: 'S', seed: 1, year: 2025, persons: 1, claims: 1 },
      ...{ weighted: '1.0', root: people, targets: 0, illustrativeTargets: [] },
    },
    fund: { ...same, change: { value: change } },
    ...{ person: same, byLayer: [], better: none, worse: none, same: nothing, assumptions: [] },
    notSettled: [],
  };
}

const edited = text.replace('75% + ', '74% + ');

test('an approval is bound to what was measured: to both programs, the people and the figures', async () => {
  const asked: ImpactQuestion[] = [];
  const hashOf = async (
    impact: MeasuredImpact | ReturnType<typeof notMeasured>,
    words = edited,
  ) => {
    const steps: string[] = [];
    const { report, differenceHash } = await examineProposed(
      proposed(words),
      ({ step }) => steps.push(step),
      async (question) => {
        asked.push(question);
        return impact;
      },
    );
    expect(report.impact).toEqual(impact);
    expect(steps.at(-1)).toBe('measure');
    return differenceHash;
  };
  expect(edited).not.toBe(text);
  const first = await hashOf(measured('a'));
  const [question] = asked;
  expect(question?.baseline.identity.on).toBe('2027-01-01');
  expect(question?.reform.identity.meaningHash).not.toBe(question?.baseline.identity.meaningHash);
  expect(question?.chain.map(({ place }) => place)).toEqual(['四川省', '成都市']);
  expect(await hashOf(measured('a'))).toBe(first);
  expect(await hashOf(measured('b'))).not.toBe(first);
  expect(await hashOf(measured('a', '2.00'))).not.toBe(first);
  // Where nothing was measured an approval rests on the differences alone.
  const unmeasured = await hashOf(notMeasured({ zh: '没有', en: 'none' }));
  const { report, differenceHash } = await examineProposed(proposed(edited));
  expect([differenceHash, report.impact]).toEqual([unmeasured, undefined]);
  expect(unmeasured).not.toBe(first);
}, 240_000);

test('a text with errors is not measured, and says so', async () => {
  const { report } = await examineProposed(
    proposed(edited.replaceAll('74%', '没有的名字')),
    () => undefined,
    () => Promise.reject(new Error('nothing to measure')),
  );
  expect(report.impact?.kind).toBe('not-measured');
}, 120_000);
