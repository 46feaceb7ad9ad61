export type { ImportedDocument, ImportOutcome } from './import-document.ts';
export { importDocument } from './import-document.ts';
export { importMessages } from './messages.ts';
export type { ImportNote } from './report/import-note.ts';
export { noteText } from './report/import-note.ts';
export type { HeaderBlank, ImportReport } from './report/import-report.ts';
export { reportLines } from './report/import-report.ts';
export { cellsOfText } from './skeleton/table-text.ts';
export { packageLimits } from './word/open-package.ts';
