import account from './account.json';
import apiDocs from './api-docs.json';
import audit from './audit.json';
import calculator from './calculator.json';
import catalogues from './catalogues.json';
import compare from './compare.json';
import comparisons from './comparisons.json';
import documents from './documents.json';
import drafts from './drafts.json';
import editor from './editor.json';
import gate from './gate.json';
import handbook from './handbook.json';
import importWords from './import.json';
import inbox from './inbox.json';
import palette from './palette.json';
import proposals from './proposals.json';
import review from './review.json';
import services from './services.json';
import shell from './shell.json';
import signIn from './sign-in.json';
import simulate from './simulate.json';
import simulations from './simulations.json';
import tableEditor from './table-editor.json';
import tour from './tour.json';
import unification from './unification.json';
import users from './users.json';
import versions from './versions.json';
import workflow from './workflow.json';

/** Every word of the workbench, one file per feature. */
export const en = {
  account,
  apiDocs,
  audit,
  calculator,
  catalogues,
  compare,
  comparisons,
  documents,
  drafts,
  editor,
  gate,
  handbook,
  import: importWords,
  inbox,
  palette,
  proposals,
  review,
  services,
  shell,
  signIn,
  simulate,
  simulations,
  tableEditor,
  tour,
  unification,
  users,
  versions,
  workflow,
};
