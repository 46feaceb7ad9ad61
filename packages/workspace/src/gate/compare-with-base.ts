import type { Diagnostic, LocalText } from '@tiaoli/base';
import { parseDate, printDate } from '@tiaoli/base';
import { encodeCertificate } from '@tiaoli/certificate';
import type { Behaviour, ResultDifference } from '@tiaoli/diff';
import { certify, isSame } from '@tiaoli/diff';
import { headersOf } from '@tiaoli/language';
import { compareBehaviours } from '../compare/compare-behaviours.ts';
import { compareVersions } from '../compare/compare-versions.ts';
import { comparedDays } from '../compare/open-compared.ts';
import { versionSpans } from '../list-versions.ts';
import type { Policies } from '../open-policies.ts';
import { engineVersion } from '../publication/engine-version.ts';
import { hashOfBytes } from '../versions/version-hash.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Answerable, GateComparison, GateDay } from './gate-report.ts';

/** One text of a document in the policies that it meets. */
export interface GateSide {
  readonly policies: Policies;
  readonly path: string;
}

export interface ComparedWithBase {
  readonly comparison: GateComparison;
  readonly undecided: readonly Answerable[];
  /** Fingerprints of every difference. */
  readonly differences: readonly string[];
  /** JSON: the certificate of each day. */
  readonly certificate?: string;
}

/**
 * What a text changes from its first day on: what it declares, and what it does with every claim on each day from which
 * on one of the two says something else. A day that cannot be compared is undecided, never the same.
 */
export function compareWithBase(
  before: GateSide,
  after: GateSide,
  effectiveFrom: string,
  onDay: (done: number, days: number) => void = () => undefined,
): ComparedWithBase {
  const named = (side: GateSide, on?: string) => ({
    policies: side.policies,
    reference: on === undefined ? side.path : `${idOf(side)}@${on}`,
  });
  const versions = compareVersions(named(before), named(after));
  const { comparison } = versions;
  const wanted = daysFrom(effectiveFrom, before, after);
  const days = wanted.map((on, at) => {
    onDay(at, wanted.length);
    return compareOn(on, named(before, on), named(after, on));
  });
  const unread = comparison?.isUndecided ? [unknownRows] : [];
  const structure = comparison
    ? canonicalJson([comparison.structure.changes, comparison.catalogues.length])
    : canonicalJson(versions.diagnostics.map(({ code }) => code));
  const certificates = days.flatMap(({ certificate }) => certificate ?? []);
  return {
    comparison: {
      ...{ kind: 'compared', isSame: comparison?.isSame === true },
      days: days.map(({ day }) => day),
    },
    undecided: [
      ...unread,
      ...refusals(versions.diagnostics, 'structure'),
      ...days.flatMap((each) => each.undecided),
    ],
    differences: [hashOfBytes(structure), ...days.flatMap((each) => each.differences)],
    ...(certificates.length > 0 && { certificate: JSON.stringify(certificates) }),
  };
}

const unknownRows: Answerable = {
  fingerprint: hashOfBytes('rows that could not be read'),
  text: {
    zh: '目录的行没有读到，无法比较',
    en: 'rows of a catalogue could not be read or compared',
  },
};

/** The first day, and each later one on which a version of either text begins. */
function daysFrom(effectiveFrom: string, before: GateSide, after: GateSide): readonly string[] {
  const first = parseDate(effectiveFrom);
  if (first === undefined) throw new Error(`not a day: ${effectiveFrom}`);
  const begins = [before, after].flatMap((side) =>
    versionSpans(headersIn(side)).map(({ from }) => from),
  );
  const later = begins.filter((from) => from > first);
  return [...new Set([first, ...later])].toSorted((left, right) => left - right).map(printDate);
}

interface ComparedDay {
  readonly day: GateDay;
  readonly undecided: readonly Answerable[];
  readonly differences: readonly string[];
  readonly certificate?: string;
}

type Named = Parameters<typeof compareBehaviours>[0];

function compareOn(on: string, before: Named, after: Named): ComparedDay {
  const run = compareBehaviours(before, after);
  let step = run.next();
  while (!step.done) step = run.next();
  const { comparison, diagnostics } = step.value;
  if (!comparison) {
    return {
      day: { on, results: [], isComplete: false },
      undecided: refusals(diagnostics, on),
      differences: [hashOfBytes(canonicalJson([on, diagnostics.map(({ code }) => code)]))],
    };
  }
  const { behaviour } = comparison;
  const results = behaviour.results
    .filter(({ state }) => !isSame(state))
    .map(({ name, state, regions }) => ({ name, state, regions: regions.length }));
  const oneSided = canonicalJson([on, behaviour.onlyBefore, behaviour.onlyAfter, behaviour.unlike]);
  return {
    day: { on, results, isComplete: behaviour.isComplete },
    undecided: [
      ...behaviour.results.flatMap((each) => openRegions(on, each)),
      ...unlikeCases(on, behaviour),
    ],
    differences: [
      hashOfBytes(oneSided),
      ...behaviour.results.flatMap((each) => each.regions.map((one) => fingerprint(on, each, one))),
    ],
    certificate: certificateOf(behaviour, before.reference, after.reference),
  };
}

function openRegions(on: string, result: ResultDifference): readonly Answerable[] {
  const whole = { zh: `${result.name}（${on}）未定`, en: `${result.name} (${on}) is undecided` };
  const open = result.regions.filter(({ state }) => state === 'undecided');
  if (open.length === 0 && result.state === 'undecided') {
    return [
      { fingerprint: hashOfBytes(canonicalJson(['undecided', on, result.key])), text: whole },
    ];
  }
  return open.map((each) => ({ fingerprint: fingerprint(on, result, each), text: whole }));
}

/** Cases that are not the same on both sides were not compared. */
function unlikeCases(on: string, { unlike }: Behaviour): readonly Answerable[] {
  return unlike.map((text) => ({
    fingerprint: hashOfBytes(canonicalJson(['unlike', on, text])),
    text,
  }));
}

/** Of the result, the cases and the difference in them; the same wherever they were found. */
function fingerprint(
  on: string,
  { key, kind }: ResultDifference,
  { facts, state, low, high, slope, reasons }: ResultDifference['regions'][number],
): string {
  return hashOfBytes(canonicalJson([on, key, kind, facts, state, low, high, slope, reasons]));
}

function certificateOf(behaviour: Behaviour, before: string, after: string): string {
  const run = certify(behaviour, { before, after }, comparedDays);
  let step = run.next();
  while (!step.done) step = run.next();
  return encodeCertificate(step.value.certificate, step.value.terms, engineVersion);
}

/** What could not be compared at all. */
function refusals(diagnostics: readonly Diagnostic[], where: string): readonly Answerable[] {
  return diagnostics.map(({ code, message }) => ({
    fingerprint: hashOfBytes(canonicalJson(['not compared', where, code, message.zh])),
    text: notCompared(message),
  }));
}

function notCompared({ zh, en }: LocalText): LocalText {
  return { zh: `没有比较：${zh}`, en: `Not compared: ${en}` };
}

function headersIn({ policies, path }: GateSide) {
  return headersOf(policies.language).filter((each) => each.path === path);
}

function idOf(side: GateSide): string {
  return headersIn(side)[0]?.id ?? side.path;
}
