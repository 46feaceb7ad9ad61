import type { Rational, TextLanguage } from '@tiaoli/base';
import { compare, negate, printRational, printYuan } from '@tiaoli/base';
import type { Behaviour, Region, ResultDifference } from '@tiaoli/diff';
import {
  boundsText,
  casesOf,
  caseText,
  directionOf,
  factValueText,
  furthestAt,
  isPersonsShare,
  isSame,
  reasonText,
  regionText,
  sequenceText,
  slopeText,
  smallestText,
  stateWords,
  summaryText,
  tellingFacts,
  workHeads,
  workRows,
  workText,
} from '@tiaoli/diff';
import type { BehaviourComparison } from '@tiaoli/workspace';
import type {
  Axis,
  BehaviourAnswer,
  FactAnswer,
  RegionAnswer,
  ResultAnswer,
} from '../behaviour-answers.ts';
import { causesAnswer } from './causes-answer.ts';
import { verdictAnswer } from './verdict-answer.ts';

/** A comparison in sentences of one language. */
export function behaviourAnswer(
  { behaviour, verdict, days, illustrative, withoutEffect, wordsOnly }: BehaviourComparison,
  language: TextLanguage,
): BehaviourAnswer {
  const { results, isComplete, onlyBefore, onlyAfter, unlike, assumptions } = behaviour;
  return {
    summary: summaryText(behaviour)[language],
    ...(verdict && { verdict: verdictAnswer(verdict, behaviour, language) }),
    ...{ isComplete, days, illustrative, onlyOld: onlyBefore, onlyNew: onlyAfter },
    assumptions: assumptions.map((each) => each[language]),
    notCompared: unlike.map((each) => each[language]),
    withoutEffect: withoutEffect.map(({ finding }) => finding.message[language]),
    wordsOnly: wordsOnly.map(({ finding }) => finding.message[language]),
    facts: factsAnswer(behaviour, language),
    results: results.map((result) => resultAnswer(result, behaviour, language)),
    work: {
      text: workText(behaviour)[language],
      heads: workHeads.map((head) => head[language]),
      rows: workRows(behaviour, language),
    },
  };
}

/** Facts by which some region is told from others. */
function factsAnswer(
  { results, before, after }: Behaviour,
  language: TextLanguage,
): Readonly<Record<string, FactAnswer>> {
  const ids = new Set(
    results.flatMap(({ regions }) => regions.flatMap(({ facts }) => [...facts.keys()])),
  );
  const declared = [...after.declarations, ...before.declarations];
  const truth = {
    zh: { true: '是', false: '否' },
    en: { true: 'yes', false: 'no' },
  }[language];
  return Object.fromEntries(
    [...ids].map((id) => [
      id,
      { name: declared.find((each) => each.id === id)?.name ?? id, words: truth },
    ]),
  );
}

function resultAnswer(
  result: ResultDifference,
  behaviour: Behaviour,
  language: TextLanguage,
): ResultAnswer {
  const { name, kind, type, state, regions, sequence } = result;
  return {
    ...{ name, kind, state, isMoney: type.kind === 'money', isDate: type.kind === 'date' },
    isPersonsShare: isPersonsShare(result, behaviour),
    isLayer: kind === 'result' && isLayer(name, behaviour),
    stateText: stateWords[state][language],
    bounds: boundsText(result, type, language),
    ...(sequence && { sequence: sequenceText(sequence, behaviour, language) }),
    regions: regions.map((region, at) => regionAnswer({ region, at, result, behaviour, language })),
    axes: axesAnswer(regions, language),
  };
}

function isLayer(name: string, { before, after }: Behaviour): boolean {
  const declared = [...after.declarations, ...before.declarations];
  return declared.some((each) => each.kind === 'layer' && each.name === name);
}

interface Told {
  readonly region: Region;
  readonly at: number;
  readonly result: ResultDifference;
  readonly behaviour: Behaviour;
  readonly language: TextLanguage;
}

function regionAnswer({ region, at, result, behaviour, language }: Told): RegionAnswer {
  const { state, reasons, slope, smallest, examples } = region;
  const { type, onlyLater } = result;
  const later = onlyLater && { onlyLater };
  return {
    ...{ at, state, stateText: stateWords[state][language] },
    facts: Object.fromEntries(
      [...region.facts].map(([id, values]) => [
        id,
        values.map((value) => factText(value, language)),
      ]),
    ),
    condition: regionText(region, behaviour, language),
    bounds: isSame(state)
      ? stateWords[state][language]
      : boundsText({ ...region, ...later }, type, language),
    direction: directionOf(region),
    ...(type.kind === 'money' && mostOf(region)),
    ...(slope && { slope: slopeText(slope)[language] }),
    reasons: reasons.map((reason) => reasonText(reason)[language]),
    causes: isSame(state) ? [] : causesAnswer(region.causes, behaviour),
    examples: casesOf(region).map((each) => caseText(each, type, behaviour, language)),
    furthest: furthestAt(region),
    ...(smallest && {
      smallest: { at: examples.length, title: smallestText(smallest)[language] },
    }),
  };
}

/** Truth values have their words in the page. */
function factText(value: Parameters<typeof factValueText>[0], language: TextLanguage): string {
  return typeof value === 'boolean' ? `${value}` : factValueText(value, language);
}

function axesAnswer(regions: readonly Region[], language: TextLanguage): readonly Axis[] {
  return tellingFacts(regions).map(({ fact, classes }) => ({
    fact,
    classes: classes.map((values) => ({
      values: values.map((value) => factText(value, language)),
    })),
  }));
}

function mostOf({ state, low, high }: Region): Pick<RegionAnswer, 'most' | 'mostText'> {
  if (isSame(state) || !low || !high) return {};
  const [left, right] = [absolute(low), absolute(high)];
  const most = compare(left, right) > 0 ? left : right;
  return { most: printRational(most), mostText: printYuan(most) };
}

function absolute(value: Rational): Rational {
  return value.numerator < 0n ? negate(value) : value;
}
