import type { CertificateCode } from '@tiaoli/certificate';
import type { CertificateJson, ClaimJson, ShareJson, TreeJson } from './certificate-json.ts';
import { nodesIn, nodesOf, replace } from './certificate-json.ts';

/** A way to make a certificate false: in each of its places, with what the checker must say. */
export interface Falsehood {
  readonly name: string;
  /** Changes what is found in this place; false where there is no such place. */
  readonly tell: (certificate: CertificateJson, place: number) => boolean;
  readonly codes: readonly CertificateCode[];
}

const notShown: readonly CertificateCode[] = [
  'certificate-not-shown',
  'certificate-assumption-not-kept',
];
const noProof: readonly CertificateCode[] = [...notShown, 'certificate-not-impossible'];
const atWitness: readonly CertificateCode[] = [
  'certificate-witness-refuted',
  'certificate-state-unfounded',
];

/** Something done to one of many. */
function toEach<T>(
  all: (certificate: CertificateJson) => readonly T[],
  change: (each: T) => void,
): Falsehood['tell'] {
  return (certificate, place) => {
    const found = all(certificate)[place];
    if (found !== undefined) change(found);
    return found !== undefined;
  };
}

function changedClaims({ results }: CertificateJson): readonly ClaimJson[] {
  const claims = results.flatMap((result) => result.claims);
  return claims.filter(({ state, low }) => state === 'changed-exact' && low !== undefined);
}

function plusOne(number: string | undefined, by: bigint): string {
  const [top = '0', bottom = '1'] = (number ?? '0').split('/');
  return `${BigInt(top) + by * BigInt(bottom)}${bottom === '1' ? '' : `/${bottom}`}`;
}

function leaves(kind: string): (certificate: CertificateJson) => readonly TreeJson[] {
  return (certificate) => nodesOf(certificate).filter(({ leaf }) => leaf === kind);
}

/** Questions with a number, both sides of which are shown: without the answer the difference stays open. */
function lastQuestions({ results }: CertificateJson): readonly TreeJson[] {
  return results
    .flatMap(({ tree }) => nodesIn(tree))
    .filter(({ ask, yes, no }) => ask?.form && yes?.leaf === 'shown' && no?.leaf === 'shown');
}

/** Questions one side of which is impossible: the other side is where all cases are. */
function decidedQuestions(certificate: CertificateJson): readonly TreeJson[] {
  return nodesOf(certificate).filter(
    ({ ask, yes, no }) =>
      ask !== undefined && (yes?.leaf === 'impossible') !== (no?.leaf === 'impossible'),
  );
}

/** The first share of each sum. */
function sharesOf(keys: readonly ('by' | 'low' | 'high')[]) {
  return (certificate: CertificateJson): readonly ShareJson[] =>
    nodesOf(certificate).flatMap((node) =>
      keys.flatMap((key): readonly ShareJson[] => node[key]?.slice(0, 1) ?? []),
    );
}

function takeAway<T>(all: T[], at: number): boolean {
  return all.splice(at, 1).length === 1;
}

export const falsehoods: readonly Falsehood[] = [
  {
    name: 'a dropped result',
    tell: ({ results }, place) => takeAway(results, place),
    codes: ['certificate-result-missing'],
  },
  {
    name: 'a result twice',
    tell: ({ results }, place) => {
      const again = results[place];
      if (again) results.push(structuredClone(again));
      return again !== undefined;
    },
    codes: ['certificate-result-missing'],
  },
  {
    name: 'a dropped cell',
    tell: toEach(
      ({ results }) => results.filter(({ claims }) => claims.length > 1),
      ({ claims }) => takeAway(claims, 0),
    ),
    codes: ['certificate-cells-not-covered'],
  },
  {
    name: 'a member dropped from a cell',
    tell: toEach(
      ({ results }) =>
        results
          .flatMap(({ claims }) => claims)
          .flatMap(({ facts }) => Object.values(facts).filter(({ length }) => length > 0)),
      (values) => takeAway(values, 0),
    ),
    codes: ['certificate-cells-not-covered'],
  },
  {
    name: 'a lower upper bound',
    tell: toEach(changedClaims, (claim) => {
      claim.high = plusOne(claim.high, -1n);
    }),
    codes: [...notShown, 'certificate-state-unfounded'],
  },
  {
    name: 'a higher lower bound',
    tell: toEach(changedClaims, (claim) => {
      claim.low = plusOne(claim.low, 1n);
    }),
    codes: [...notShown, 'certificate-state-unfounded'],
  },
  {
    name: 'unchanged, it says',
    tell: toEach(changedClaims, (claim) => {
      claim.state = 'same-proved';
    }),
    codes: notShown,
  },
  {
    name: 'rounding, it says',
    tell: toEach(changedClaims, (claim) => {
      claim.state = 'rounding';
    }),
    codes: ['certificate-state-unfounded'],
  },
  {
    name: 'unchanged with exceptions',
    tell: toEach(
      ({ results }) =>
        results.flatMap(({ claims }) => claims).filter(({ state }) => state.startsWith('same')),
      (claim) => claim.besides.push('applicability'),
    ),
    codes: ['certificate-state-unfounded'],
  },
  {
    name: 'another multiplier of a bound',
    tell: toEach(sharesOf(['low', 'high']), (share) => {
      share[2] = plusOne(share[2], 1n);
    }),
    codes: notShown,
  },
  {
    name: 'another multiplier of a contradiction',
    tell: toEach(sharesOf(['by']), (share) => {
      share[2] = plusOne(share[2], 1n);
    }),
    codes: ['certificate-not-impossible'],
  },
  {
    name: 'a negative multiplier',
    tell: toEach(sharesOf(['by', 'low', 'high']), (share) => {
      share[2] = `-${share[2]}`;
    }),
    codes: noProof,
  },
  {
    name: 'a flipped guard',
    tell: toEach(decidedQuestions, (node) => {
      const { yes, no } = node;
      Object.assign(node, { yes: no, no: yes });
    }),
    codes: noProof,
  },
  {
    name: 'a dropped leaf',
    tell: toEach(lastQuestions, (node) => replace(node, node.yes ?? {})),
    codes: notShown,
  },
  {
    name: 'a widened decision',
    tell: toEach(lastQuestions, ({ ask }) => {
      if (ask) ask.atLeast = plusOne(ask.atLeast, 1n);
    }),
    codes: notShown,
  },
  {
    name: 'a narrowed decision',
    tell: toEach(lastQuestions, ({ ask }) => {
      if (ask) ask.atLeast = plusOne(ask.atLeast, -1n);
    }),
    codes: notShown,
  },
  {
    name: 'a leaf that nothing is said of',
    tell: toEach(leaves('shown'), (node) => replace(node, { leaf: 'open' })),
    codes: ['certificate-left-open'],
  },
  {
    name: 'a leaf that is said to be empty',
    tell: toEach(leaves('shown'), (node) => replace(node, { leaf: 'impossible', by: [] })),
    codes: ['certificate-not-impossible'],
  },
  {
    name: 'refused by what is obeyed',
    tell: toEach(leaves('shown'), (node) => replace(node, { leaf: 'refused', assumption: 0 })),
    codes: ['certificate-not-impossible'],
  },
  {
    name: 'refused by an assumption that is not there',
    tell: toEach(leaves('refused'), (node) => {
      node.assumption = 999;
    }),
    codes: ['certificate-not-impossible'],
  },
  {
    name: 'without the assumptions that it needs',
    tell: (certificate, place) => place === 0 && certificate.assumptions.splice(0).length > 0,
    codes: noProof,
  },
  {
    name: 'an assumption about facts that nobody declares',
    tell: toEach(
      ({ assumptions }) => assumptions.filter(({ kind }) => kind === 'fact'),
      ({ condition }) => Object.assign(condition, { operator: '=' }),
    ),
    codes: ['certificate-unknown-assumption'],
  },
  {
    name: 'an assumption about the state that is not true at first',
    tell: toEach(
      ({ assumptions }) => assumptions.filter(({ kind }) => kind === 'state'),
      ({ condition }) => Object.assign(condition, { operator: '!=' }),
    ),
    codes: ['certificate-unknown-assumption'],
  },
  {
    name: 'an assumption about the state that is not kept',
    tell: toEach(
      ({ assumptions }) => assumptions.filter(({ kind }) => kind === 'state'),
      ({ condition }) => Object.assign(condition, { operator: '=' }),
    ),
    codes: noProof,
  },
  {
    name: 'cases in which nothing is paid',
    tell: toEach(
      (certificate) =>
        changedClaims(certificate).filter(({ low, high }) => low !== '0' || high !== '0'),
      ({ witnesses }) => {
        for (const witness of witnesses) {
          setAmounts(witness.facts.inputs, '0');
          witness.state = {};
        }
      },
    ),
    codes: atWitness,
  },
  {
    name: 'a state of another type',
    tell: toEach(
      (certificate) => changedClaims(certificate).flatMap(({ witnesses }) => witnesses),
      (witness) => {
        witness.state = { '住院.支付.本年': { '': { instance: 2024, value: '很多' } } };
      },
    ),
    codes: ['certificate-witness-refuted'],
  },
  {
    name: 'a state that no claims lead to',
    tell: toEach(
      (certificate) => changedClaims(certificate).flatMap(({ witnesses }) => witnesses),
      (witness) => {
        witness.state = { '住院.支付.本年': { '': { instance: 2024, value: { number: '-1' } } } };
      },
    ),
    codes: ['certificate-witness-refuted'],
  },
  {
    name: 'no witness',
    tell: toEach(changedClaims, ({ witnesses }) => witnesses.splice(0)),
    codes: atWitness,
  },
  {
    name: 'a witness that nobody accepts',
    tell: toEach(
      (certificate) =>
        changedClaims(certificate)
          .flatMap(({ witnesses }) => witnesses)
          .filter(({ facts }) => Object.keys(facts.inputs).some((id) => id.endsWith('费用'))),
      ({ facts }) => setAmounts(facts.inputs, '-1'),
    ),
    codes: ['certificate-witness-refuted'],
  },
];

/** All amounts of a case; dates and members are left alone. */
function setAmounts(inputs: Record<string, unknown>, number: string): void {
  for (const [id, value] of Object.entries(inputs)) {
    if (id.endsWith('日期') || typeof value !== 'object' || value === null) continue;
    if ('number' in value) value.number = number;
  }
}
