export type { MessageCode } from './messages.ts';
export { messages } from './messages.ts';
export type { Analysis, NumberFacts } from './passes/analyse.ts';
export { analyse } from './passes/analyse.ts';
export type { BindResult, BindTarget } from './passes/bind.ts';
export { bind, governingDates } from './passes/bind.ts';
export { checkDelegations } from './passes/check-delegations.ts';
