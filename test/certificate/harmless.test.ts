import type { Checked } from '@tiaoli/certificate';
import { sealed } from '@tiaoli/certificate';
import { expect, test } from 'vitest';
import type { CertificateJson, ResultJson, TreeJson } from './certificate-json.ts';
import { nodesOf } from './certificate-json.ts';
import { proved, verdictOf } from './prove-pair.ts';
import { compareEdit } from './small-pairs.ts';

// What is changed here leaves every claim true and shown.

const certified = proved(await compareEdit('三级：60%', '三级：65%'));
const level = 'test.draft/结算.医院级别';

function change<T>(all: readonly T[], how: (each: T) => void): void {
  for (const each of all) how(each);
}

interface Harmless {
  readonly name: string;
  readonly change: (certificate: CertificateJson) => void;
  readonly checked?: Partial<Checked>;
}

function eachClaim({ results }: CertificateJson) {
  return results.flatMap(({ claims }) => claims);
}

function changed(certificate: CertificateJson) {
  return eachClaim(certificate).filter(({ state }) => state === 'changed-exact');
}

function split(result: ResultJson, values: readonly string[]): void {
  result.claims = result.claims.flatMap((claim) =>
    claim.facts[level] || !claim.state.startsWith('same')
      ? [claim]
      : values.map((value) => ({ ...claim, facts: { ...claim.facts, [level]: [value] } })),
  );
}

/** The tree behind a question that nothing hangs on. */
function behind(tree: TreeJson, of: string, among: string[]): TreeJson {
  return { ask: { among, of }, yes: tree, no: structuredClone(tree) };
}

const harmless: readonly Harmless[] = [
  { name: 'nothing', change: () => undefined },
  { name: 'results in another order', change: ({ results }) => results.reverse() },
  {
    name: 'cells in another order',
    change: ({ results }) => results.map(({ claims }) => claims.reverse()),
  },
  {
    name: 'members of a cell in another order',
    change: (json) => eachClaim(json).map(({ facts }) => facts[level]?.reverse()),
  },
  {
    name: 'sums in another order',
    change: (json) =>
      nodesOf(json).map(({ by, low, high }) => [by?.reverse(), low?.reverse(), high?.reverse()]),
  },
  {
    name: 'something added no times',
    change: (json) => nodesOf(json).map(({ low }) => low?.push(['low', 0, '0'])),
  },
  {
    name: 'a multiplier in other words',
    change: (json) =>
      change(
        nodesOf(json).flatMap(({ high = [] }) => high),
        (share) => {
          const [top, bottom = '1'] = share[2].split('/');
          share[2] = `${BigInt(top ?? '0') * 2n}/${BigInt(bottom) * 2n}`;
        },
      ),
  },
  {
    name: 'looser bounds, said to be no more than bounds',
    change: (json) =>
      change(changed(json), (claim) => {
        claim.state = 'changed-bounded';
        claim.high = `${BigInt(claim.high?.split('/')[0] ?? 0) + 500n}`;
      }),
  },
  {
    name: 'an exact change, said to be a bounded one',
    change: (json) =>
      change(changed(json), (claim) => {
        claim.state = 'changed-bounded';
      }),
  },
  {
    name: 'the same form, said to be proved the same',
    change: (json) =>
      change(eachClaim(json), (claim) => {
        if (claim.state === 'same-form') claim.state = 'same-proved';
      }),
  },
  {
    name: 'a cell in parts',
    change: ({ results }) => results.map((result) => split(result, ['一级', '二级', '三级'])),
  },
  {
    name: 'a cell in two parts',
    change: ({ results }) =>
      change(results, (result) => {
        split(result, ['一级', '二级']);
        const last = result.claims.at(-1);
        const first = result.claims[0];
        if (last?.facts[level]?.[0] === '二级' && first?.state.startsWith('same')) {
          result.claims.push({ ...last, facts: { ...last.facts, [level]: ['三级'] } });
        }
      }),
  },
  {
    name: 'a question that nothing hangs on',
    change: ({ results }) =>
      change(results, (result) => {
        result.tree = behind(result.tree, `fact ${level}`, ['一级']);
      }),
  },
  {
    name: 'a question about a fact that nobody knows',
    change: ({ results }) =>
      change(results, (result) => {
        result.tree = behind(result.tree, 'fact of nobody', ['a', 'b']);
      }),
  },
  {
    name: 'a question about a set that nobody knows',
    change: ({ results }) =>
      change(results, (result) => {
        const ask = { holds: ['a'], of: 'fact of nobody' };
        const { tree } = result;
        result.tree = { ask, yes: tree, no: structuredClone(tree) };
      }),
  },
  {
    name: 'a witness twice',
    change: (json) =>
      eachClaim(json).map(({ witnesses }) => witnesses.push(...structuredClone(witnesses))),
  },
  {
    name: 'witnesses in another order',
    change: (json) => eachClaim(json).map(({ witnesses }) => witnesses.reverse()),
  },
  {
    name: 'an assumption twice',
    change: ({ assumptions }) => assumptions.push(...structuredClone(assumptions.slice(0, 1))),
  },
  {
    name: 'a term that is not used',
    change: ({ terms }) => terms.push({ kind: 'other', key: 'something else' }),
  },
  {
    name: 'written by somebody else',
    change: (json) => {
      json.engine = 'a prover of my own';
    },
  },
  {
    name: 'found elsewhere',
    change: (json) => {
      json.before.reference = 'old/policy.tiaoli';
    },
  },
  {
    name: 'a claim that is said not to be shown',
    change: (json) =>
      change(changed(json).slice(0, 1), (claim) => {
        claim.uncertified = 'for another day';
      }),
    checked: { uncertified: 1 },
  },
  {
    name: 'a claim that is no more made',
    change: (json) =>
      change(changed(json).slice(0, 1), (claim) => {
        claim.state = 'undecided';
      }),
    checked: { undecided: 1 },
  },
];

test.each(harmless)('$name: accepted', ({ change: tell, checked = {} }) => {
  const json: CertificateJson = JSON.parse(certified.text);
  tell(json);
  const text = JSON.stringify(sealed({ ...json }));
  expect(verdictOf({ ...certified, text })).toEqual({
    kind: 'accepted',
    checked: expect.objectContaining({ uncertified: 0, undecided: 0, ...checked }),
  });
});
