import { parseDate } from '@tiaoli/base';
import { chineseWorkingDays } from '@tiaoli/calendar';
import { sealed } from '@tiaoli/certificate';
import type { WorkingDays } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { schemaErrors } from '../cli/schemas.ts';
import { behaviourOf } from '../diff/open-pair.ts';
import { policyOf } from '../diff/time-limit-policy.ts';
import type { CertificateJson, ClaimJson } from './certificate-json.ts';
import { nodesOf } from './certificate-json.ts';
import type { Proved } from './prove-pair.ts';
import { proved, verdictOf } from './prove-pair.ts';

const calendar = { workingDays: chineseWorkingDays };

async function certify(before: string, after: string): Promise<Proved> {
  const behaviour = behaviourOf(await policyOf(before), await policyOf(after), calendar);
  return proved(behaviour, chineseWorkingDays);
}

const certified = await certify('受理日期 + 3个工作日', '受理日期 + 1个工作日');

test.each([
  ['受理日期 + 3个工作日', '受理日期 + 1个工作日'],
  ['受理日期 + 580个工作日', '受理日期 + 253个工作日'],
  ['受理日期 + 15个工作日', '受理日期 + 14个工作日'],
  ['受理日期 + 30个工作日', '受理日期'],
  ['受理日期 + 15个工作日', '受理日期 + 21天'],
  ['受理日期 − 4个工作日', '受理日期 + 4个工作日'],
  ['受理日期 + 2个工作日 + 3个工作日', '受理日期 + 4个工作日'],
  ['受理日期 + 2个工作日 + 3个工作日', '受理日期 + 5个工作日'],
  ['受理日期 + 工作日数(天数)', '受理日期 + 3个工作日'],
  [
    '受理日期 + 3个工作日 当 受理日期 = 2024-09-27',
    '受理日期 + 1个工作日 当 受理日期 = 2024-09-27',
  ],
])('%s and %s: everything is shown', async (before, after) => {
  const pair = await certify(before, after);
  expect(schemaErrors('certificate.schema.json', JSON.parse(pair.text))).toEqual([]);
  expect(verdictOf(pair, chineseWorkingDays)).toMatchObject({
    kind: 'accepted',
    checked: { uncertified: 0, undecided: 0 },
  });
});

test('what the checker cannot count is marked, and not believed', async () => {
  const pair = await certify('受理日期 + 5个工作日 + 12个月', '受理日期 + 3个工作日 + 12个月');
  expect(verdictOf(pair, chineseWorkingDays)).toMatchObject({
    kind: 'accepted',
    checked: { uncertified: 1 },
  });
});

/** Another calendar in one day. */
function without(date: string): WorkingDays {
  const { isWorkingDay } = chineseWorkingDays;
  const changed = parseDate(date);
  return {
    ...chineseWorkingDays,
    isWorkingDay: (day) => (day === changed ? undefined : isWorkingDay(day)),
  };
}

test.each([
  ['none at hand', undefined],
  ['a day less', without('2020-01-22')],
  ['a year less', { ...chineseWorkingDays, years: { first: 2004, last: 2025 } }],
])('by another calendar nothing is checked: %s', (_, workingDays) => {
  const verdict = verdictOf(certified, workingDays);
  expect(verdict).toEqual({ kind: 'unusable', code: 'certificate-other-calendar' });
});

function changed(change: (json: CertificateJson) => void): Proved {
  const json = JSON.parse(certified.text);
  change(json);
  return { ...certified, text: JSON.stringify(sealed(json)) };
}

function claimIn({ results }: CertificateJson): ClaimJson {
  const claim = results.flatMap(({ claims }) => claims).find(({ low }) => low !== undefined);
  if (!claim) throw new Error('there is a claim');
  return claim;
}

function accepted(json: CertificateJson, at: number, date: string): void {
  const { inputs } = claimIn(json).witnesses[at]?.facts ?? { inputs: {} };
  for (const id of Object.keys(inputs)) {
    if (id.includes('受理日期')) inputs[id] = { number: `${parseDate(date)}` };
  }
}

/** Every term of a kind, as far as it is to be changed. */
function terms(json: CertificateJson, kind: string, change: (term: DayTerm) => void): void {
  for (const term of json.terms) if (term.kind === kind) change(term as unknown as DayTerm);
}

interface DayTerm {
  count: number;
  on: { low: number; high: number };
}

const firstCounted = Number(parseDate('2003-12-31'));

const falsehoods: readonly (readonly [string, (json: CertificateJson) => void, string])[] = [
  ['a day less at most', (json) => Object.assign(claimIn(json), { low: '-11' }), 'not-shown'],
  ['a day more at least', (json) => Object.assign(claimIn(json), { high: '-3' }), 'not-shown'],
  ['never on one side alone', (json) => Object.assign(claimIn(json), { besides: [] }), 'not-shown'],
  [
    'unchanged',
    (json) =>
      Object.assign(claimIn(json), { state: 'same-proved', besides: [], low: '0', high: '0' }),
    'not-shown',
  ],
  [
    'another number of days',
    (json) =>
      terms(json, 'days', (term) => Object.assign(term, { count: term.count === 3 ? 2 : 1 })),
    'not-shown',
  ],
  [
    'counted out for a part of the days',
    (json) => terms(json, 'gap', ({ on }) => Object.assign(on, { low: on.low + 365 })),
    'not-shown',
  ],
  [
    'counted out for days that are not announced',
    (json) => terms(json, 'gap', ({ on }) => Object.assign(on, { high: on.high + 1 })),
    'damaged',
  ],
  [
    'a question about another day',
    (json) => {
      for (const { ask } of nodesOf(json)) {
        if (ask?.atLeast === `${firstCounted}`) ask.atLeast = `${firstCounted + 1}`;
      }
    },
    'not-shown',
  ],
  ['a case of another day', (json) => accepted(json, 0, '2020-01-20'), 'state-unfounded'],
  ['a case of no announced day', (json) => accepted(json, 0, '2026-12-24'), 'state-unfounded'],
];

test.each(falsehoods)('%s: rejected', (_, change, code) => {
  const verdict = verdictOf(changed(change), chineseWorkingDays);
  expect('code' in verdict ? verdict.code : verdict.kind).toBe(`certificate-${code}`);
});

test('wider bounds are no lie', () => {
  const wider = changed((json) =>
    Object.assign(claimIn(json), { state: 'changed-bounded', low: '-30', high: '5' }),
  );
  expect(verdictOf(wider, chineseWorkingDays).kind).toBe('accepted');
});
