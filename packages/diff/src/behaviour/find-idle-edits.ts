import type { DayNumber } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import type { ChangeGroup } from '../print/group-changes.ts';
import { groupChanges, subjectOf } from '../print/group-changes.ts';
import { compareStructures } from '../structure/compare-structures.ts';
import type { Field } from '../structure/field.ts';
import type { Change, ItemKind } from '../structure/structure.ts';
import { declarationsOf, structureOf } from '../structure/structure-of.ts';
import type { Behaviour, DifferenceState } from './behaviour.ts';
import { isSame } from './behaviour.ts';
import { comparedKeys } from './compared-results.ts';
import { readersOf } from './readers-of.ts';

/** What one side declares, and the day on which it was compared. */
export interface EditedSide {
  readonly module: Module;
  readonly on: DayNumber;
}

/**
 * What was changed and provably changes no result: of each declaration the changes that only a result could tell of, where
 * every result that reads it is proved the same.
 *
 * Silent about a declaration that a changed, undecided or unpaired result reads, that none reads, or while some cases are
 * not compared.
 */
export function findIdleEdits(
  behaviour: Behaviour,
  before: EditedSide,
  after: EditedSide,
): readonly ChangeGroup[] {
  const isOneDocument = before.module.document === after.module.document;
  if (!isOneDocument || behaviour.unlike.length > 0) return [];
  const { changes } = compareStructures(
    structureOf(before.module, before.on),
    structureOf(after.module, after.on),
  );
  const states = new Map(behaviour.results.map(({ key, state }) => [key, state]));
  // A module holds what other places add too, which nothing computes here.
  const computed = new Set([behaviour.before, behaviour.after].flatMap(comparedKeys));
  return groupChanges(changes.filter(isOnlyForResults)).filter(({ subject }) => {
    const readers = [before, after].flatMap(({ module }) => [
      ...readersOf(module, declarationsOf(module, subject)),
    ]);
    const own = readers.filter((key) => computed.has(key));
    return own.length > 0 && own.every((key) => isProved(states.get(key)));
  });
}

/** False for what one side alone computes. */
function isProved(state: DifferenceState | undefined): boolean {
  return state !== undefined && isSame(state);
}

function isOnlyForResults(change: Change): boolean {
  const { kind } = subjectOf(change);
  if (!onlyRead.has(kind)) return false;
  switch (change.kind) {
    case 'added':
    case 'removed':
      return kind === 'parameter' || kind === 'rule';
    case 'changed':
      return forResults.has(change.part.field);
    case 'version-moved':
      return false;
  }
}

/** Declarations that are read by nothing but what is computed. */
const onlyRead: ReadonlySet<ItemKind> = new Set(['parameter', 'rule', 'layer', 'share']);

/**
 * Fields that say how a result is computed and nothing else: a payer, a governing date or a name says more, so that equal
 * results do not prove that it does not matter.
 */
const forResults: ReadonlySet<Field> = new Set([
  ...([
    'amount',
    'at-least',
    'at-most',
    'band',
    'base',
    'brackets',
    'cap-label',
    'change',
  ] as const),
  ...([
    'condition',
    'cumulative',
    'days',
    'every',
    'factor',
    'factors',
    'highest-in-year',
  ] as const),
  ...(['in-year-at-most', 'less', 'limit', 'of', 'order', 'otherwise', 'overlap'] as const),
  ...(['per-band', 'rate', 'rounding', 'step-down', 'table', 'target', 'threshold'] as const),
  ...(['value', 'waived-once', 'when', 'whole'] as const),
]);
