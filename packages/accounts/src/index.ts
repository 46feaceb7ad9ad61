export type { AccountsOptions } from './open-accounts.ts';
export { openAccounts } from './open-accounts.ts';
