export { akomaNtoso } from './akoma-ntoso/akoma-ntoso.ts';
export { comparisonPage } from './comparison/comparison-page.ts';
export {
  conformanceBoundsText,
  conformanceStateText,
  conformanceTitles,
} from './comparison/comparison-words.ts';
export type { EffectCell, EffectGrid, EffectSheet } from './comparison/effect-grid.ts';
export { effectGrid } from './comparison/effect-grid.ts';
export { causesText } from './comparison/region-causes.ts';
export type { ComparisonReport } from './comparison/report.ts';
export { verdictText } from './comparison/verdict-words.ts';
export { impactPage } from './impact/impact-page.ts';
export { impactSheet } from './impact/impact-sheet.ts';
export { policyWord } from './policy/policy-word.ts';
export { draftingNoteSheet } from './proposal/drafting-note-sheet.ts';
export { opinionSheet } from './proposal/opinion-sheet.ts';
export { revisionSheet } from './revision/revision-sheet.ts';
export { demoText } from './sheet/demo-mark.ts';
export { printHtml } from './sheet/print-html.ts';
export { printWord } from './sheet/print-word.ts';
export type { Sheet, SheetBlock, SheetCell, SheetRun, SheetTable } from './sheet/sheet.ts';
export { caseHeading, illustrativeText, waitingText } from './statement/case-words.ts';
export { addShares, percent, shareOf } from './statement/payer-shares.ts';
export { statementSheet } from './statement/statement-sheet.ts';
