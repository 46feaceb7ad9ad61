import type { AccountRecords, Accounts, PolicyStore } from '@tiaoli/workspace';

/** Whatever is asked of it fails as a mistake of ours would. */
const ours = () => Promise.reject(new Error('secret of ours'));

const noRecords: AccountRecords = {
  ...{
    secret: ours,
    person: ours,
    personOfLogin: ours,
    personOfOutside: ours,
    beginSignIn: ours,
    endSignIn: ours,
  },
  ...{ note: ours, enter: ours, setPassword: ours, sessions: ours, endSession: ours },
  ...{ needsSetUp: ours, issueSetUp: ours, linkOf: ours, usePasswordLink: ours, useSetUp: ours },
};

/** A store that nothing can be asked of. */
export const noStore: PolicyStore = {
  ...{ transaction: ours, markDemo: ours, actorOfToken: ours, verify: ours },
  jobs: { claim: ours, renew: ours, end: ours, forget: ours },
  forgetCases: ours,
  deletedDatasets: ours,
  close: async () => undefined,
  accounts: noRecords,
};

/** Nobody is signed in, and nobody can. */
export const noAccounts: Accounts = {
  sessionOf: async () => ({ kind: 'done', value: undefined }),
  ...{ signIn: ours, signOut: ours, sessions: ours, endSession: ours, changePassword: ours },
  secondFactors: { begin: ours, confirm: ours, remove: ours, signIn: ours },
  ...{ linkOf: ours, setPassword: ours, setUp: ours, issueSetUp: ours },
};
