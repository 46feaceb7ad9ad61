export type { AccountsOptions } from './open-accounts.ts';
export { openAccounts } from './open-accounts.ts';
export type { OutsideService } from './outside-service.ts';
