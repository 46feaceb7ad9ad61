import type { Rational, TextLanguage } from '@tiaoli/base';
import { printRational, yuanOfFen } from '@tiaoli/base';
import type {
  Behaviour,
  ClaimSequence,
  ComparedCase,
  IntentVerdict,
  PlacedRegion,
  Region,
  RegionSlope,
  ResultDifference,
} from '@tiaoli/diff';
import { isSame, regionText } from '@tiaoli/diff';
import { emptyState } from '@tiaoli/interpreter';
import type { ValueType } from '@tiaoli/ir';
import { integer } from '@tiaoli/ir';
import type { FactValue } from '@tiaoli/regions';
import type { Vocabulary } from '@tiaoli/settlement';
import { encodeCase, encodeValue, vocabularyOf } from '@tiaoli/settlement';
import type { BehaviourComparison } from '@tiaoli/workspace';
import { changeJson } from './difference-json.ts';
import { findingJson } from './findings-json.ts';

/** What comes of two versions, for programs: states by their keys, amounts in yuan, cases as `calc` takes them. */
export function behaviourJson(comparison: BehaviourComparison, language: TextLanguage) {
  const { behaviour, days, illustrative } = comparison;
  const { results, onlyBefore, onlyAfter, unlike, assumptions, isComplete } = behaviour;
  const vocabulary = vocabularyOf(behaviour.after);
  const names = namesApart(results.map(({ name }) => name));
  const outputs = results.map((result, at) => {
    const regions = result.regions.map((region) =>
      regionJson(region, result, { behaviour, vocabulary, language }),
    );
    const { kind, state, counts, onlyLater, sequence } = result;
    const later = {
      ...(onlyLater && { onlyLater }),
      ...(sequence && { sequence: sequenceJson(sequence, vocabulary) }),
    };
    return [
      names[at] ?? result.name,
      { kind, state, ...endsJson(result, result.type), counts, ...later, regions },
    ];
  });
  return {
    assumptions: assumptions.map((each) => each[language]),
    behaviour: {
      outputs: Object.fromEntries(outputs),
      ...{ onlyOld: onlyBefore, onlyNew: onlyAfter },
      notCompared: unlike.map((each) => each[language]),
      days,
      ...(illustrative.length > 0 && { illustrative }),
      ...editsJson(comparison, language),
    },
    ...(comparison.verdict && {
      intent: verdictJson(comparison.verdict, { behaviour, vocabulary, language }),
    }),
    undecided: results.flatMap(({ regions }) => regions).filter(isUndecided).length,
    sameElsewhere: isComplete,
  };
}

function verdictJson(
  { intent, holds, inside, breaches, unconfirmed, rounding }: IntentVerdict,
  telling: Telling,
) {
  const placed = ({ result, region }: PlacedRegion) => ({
    ...{ output: result.name, kind: result.kind },
    ...regionJson(region, result, telling),
  });
  return {
    ...{ text: intent.text, holds, inside },
    breaches: breaches.map(placed),
    unconfirmed: unconfirmed.map(placed),
    rounding: rounding.map(placed),
  };
}

/** Edits that came to nothing, with what was changed and the finding. */
function editsJson({ withoutEffect, wordsOnly }: BehaviourComparison, language: TextLanguage) {
  return {
    withoutEffect: withoutEffect.map(({ changes, finding }) => ({
      changes: changes.map((change) => changeJson(change, language)),
      finding: findingJson(finding, language),
    })),
    wordsOnly: wordsOnly.map(({ clause, finding }) => ({
      article: clause,
      finding: findingJson(finding, language),
    })),
  };
}

/** Two documents may have results of one name: the second is `NAME#2`. */
function namesApart(names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    const earlier = names.slice(0, at).filter((each) => each === name).length;
    return earlier === 0 ? name : `${name}#${earlier + 1}`;
  });
}

function isUndecided({ state }: Region): boolean {
  return state === 'undecided';
}

interface Telling {
  readonly behaviour: Behaviour;
  readonly vocabulary: Vocabulary | undefined;
  readonly language: TextLanguage;
}

function regionJson(region: Region, { type }: Pick<ResultDifference, 'type'>, telling: Telling) {
  const { facts, state, examples, smallest, slope, reasons, causes } = region;
  return {
    when: Object.fromEntries(
      [...facts].map(([id, values]) => [nameOf(id, telling), values.map(factJson)]),
    ),
    text: regionText(region, telling.behaviour, telling.language),
    state,
    ...(!isSame(state) && endsJson(region, type)),
    witnesses: examples.map((each) => witnessJson(each, type, telling)),
    ...(smallest && {
      smallest: { ...witnessJson(smallest, type, telling), least: smallest.isLeast },
    }),
    ...(slope && { slope: slopeJson(slope) }),
    reasons,
    causes: causes.map(({ name, clause }) => ({ name, ...(clause && { clause }) })),
  };
}

/** Amounts in yuan; the slope as a fraction or a decimal, yuan by yuan. */
function slopeJson({ name, from, to, slope, isRounded }: RegionSlope) {
  const [least, most] = [from, to].map(yuanOfFen);
  return { input: name, from: least, to: most, perYuan: printRational(slope), rounded: isRounded };
}

/** Of a set the members that it holds, and no other; or how many at least. */
function factJson(value: FactValue) {
  if (typeof value !== 'object') return value;
  return value.kind === 'only' ? value.members : { atLeast: 2 };
}

function nameOf(id: string, { behaviour }: Telling): string {
  const declared = [...behaviour.after.declarations, ...behaviour.before.declarations];
  return declared.find((each) => each.id === id)?.name ?? id;
}

/** Dates differ by days. */
function endsJson({ low, high }: { low?: Rational; high?: Rational }, type: ValueType) {
  const own = type.kind === 'date' ? integer : type;
  return {
    ...(low && { min: encodeValue(low, own) }),
    ...(high && { max: encodeValue(high, own) }),
  };
}

function sequenceJson(
  { claims, result: { name, type }, before, after }: ClaimSequence,
  vocabulary: Vocabulary | undefined,
) {
  return {
    claims: claims.map((facts) => (vocabulary ? encodeCase(facts, emptyState, vocabulary) : {})),
    output: name,
    old: outcomeJson(before, type),
    new: outcomeJson(after, type),
  };
}

function witnessJson(
  { facts, state, before, after }: ComparedCase,
  type: ValueType,
  { vocabulary }: Telling,
) {
  return {
    ...(vocabulary && { input: encodeCase(facts, state, vocabulary) }),
    old: outcomeJson(before, type),
    new: outcomeJson(after, type),
  };
}

function outcomeJson(outcome: ComparedCase['before'], type: ValueType) {
  if (outcome.status !== 'value') return { status: outcome.status };
  return { status: outcome.status, value: encodeValue(outcome.value, type) };
}
