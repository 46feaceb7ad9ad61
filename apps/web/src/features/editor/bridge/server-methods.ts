import type { methods, runExampleCommand } from '@tiaoli/language-server';

// The same words as the server's own, held equal by their types: its code stays in the worker.

export const serverMethods: typeof methods = {
  updateSources: 'tiaoli/updateSources',
  setOptions: 'tiaoli/setOptions',
  runExamples: 'tiaoli/runExamples',
  clauses: 'tiaoli/clauses',
  differences: 'tiaoli/differences',
  tables: 'tiaoli/tables',
  editTable: 'tiaoli/editTable',
  planPaste: 'tiaoli/planPaste',
};

export const runExample: typeof runExampleCommand = 'tiaoli.runExample';
