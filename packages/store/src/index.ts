export type { Adapt, Database } from './database/database.ts';
export type { DatabasePlace, OpenedDatabase } from './database/open-database.ts';
export { openDatabase } from './database/open-database.ts';
export { storeMessages } from './messages.ts';
export type { Migration } from './migrations/migrations.ts';
export { migrations } from './migrations/migrations.ts';
export { openStore, storeOf } from './open-store.ts';
export type { Environment } from './session/environment.ts';
