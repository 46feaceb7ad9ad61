export type { ChangeAlone } from './alone/changes-alone.ts';
export { changesAlone } from './alone/changes-alone.ts';
export type { SettableValue } from './alone/set-parameter.ts';
export {
  programOf,
  programWithValue,
  settableNames,
  settableValues,
  sideWithValue,
} from './alone/set-parameter.ts';
export type * from './behaviour/behaviour.ts';
export { gravest, isSame } from './behaviour/behaviour.ts';
export type {
  BehaviourOptions,
  OpenedComparison,
  Progress,
} from './behaviour/compare-behaviour.ts';
export {
  compareBehaviour,
  comparedPrograms,
  compareOpened,
  openComparison,
} from './behaviour/compare-behaviour.ts';
export type { Direction } from './behaviour/direction.ts';
export { directionOf } from './behaviour/direction.ts';
export type { EditedSide } from './behaviour/find-idle-edits.ts';
export { findIdleEdits } from './behaviour/find-idle-edits.ts';
export { casesOf, furthestAt, furthestExample } from './behaviour/region-cases.ts';
export type * from './behaviour/slice-of.ts';
export { openSlicing, slicedInputs, sliceOf } from './behaviour/slice-of.ts';
export type { TellingFact } from './behaviour/telling-facts.ts';
export { isIn, tellingFacts } from './behaviour/telling-facts.ts';
export type { Certifying, References } from './certify/certify.ts';
export { certify } from './certify/certify.ts';
export type * from './intent/intent.ts';
export { intentWords } from './intent/intent-words.ts';
export { judgeIntent } from './intent/judge-intent.ts';
export type { IntentProblem, ParsedIntent } from './intent/parse-intent.ts';
export { parseIntent } from './intent/parse-intent.ts';
export {
  boundsText,
  caseText,
  factValueText,
  isPersonsShare,
  reasonText,
  regionText,
  sequenceText,
  sizeText,
  smallestText,
  stateWords,
  summaryText,
} from './print/behaviour-text.ts';
export type { BoundEffect } from './print/bound-effect.ts';
export { boundEffect } from './print/bound-effect.ts';
export { changeText, partText, renameText, subjectText } from './print/change-text.ts';
export { differenceText } from './print/difference-text.ts';
export type { ChangeGroup } from './print/group-changes.ts';
export { groupChanges, isAboutSource, placeOfChange, subjectOf } from './print/group-changes.ts';
export { kindWords } from './print/kind-words.ts';
export { slopeText } from './print/slope-text.ts';
export { valueText } from './print/value-text.ts';
export { workHeads, workRows, workText } from './print/work-text.ts';
export { applyChanges } from './structure/apply-changes.ts';
export { compareStructures } from './structure/compare-structures.ts';
export { factContext } from './structure/fact-context.ts';
export type * from './structure/structure.ts';
export { declarationsOf, structureOf, structureOfDocument } from './structure/structure-of.ts';
export type * from './text/compare-text.ts';
export { comparePieces, compareText } from './text/compare-text.ts';
export { findWordEdits } from './text/find-word-edits.ts';
