export type { ClauseCounts } from './clause-counts.ts';
export type { Formatted, Formatter } from './create-formatter.ts';
export { createFormatter } from './create-formatter.ts';
export type { LanguageWorkspace, Lowered, Source } from './language-workspace.ts';
export { createLanguageWorkspace } from './language-workspace.ts';
export { adjustedCap } from './lower/layer/caps.ts';
export { effectiveSlots, slotKey } from './lower/layer/variants.ts';
export { languageMessages } from './messages.ts';
export type { DocumentHeader } from './tiaoli-document.ts';
