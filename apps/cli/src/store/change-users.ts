import type { Jurisdiction, Records, User } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { refusedByStore } from './refused-store.ts';
import type { DataOptions } from './store-place.ts';
import { storePlace } from './store-place.ts';

export const loginText = { zh: '登录名', en: 'login name' };

/** Accounts and places as they are within a transaction of the operator. */
export interface Accounts {
  readonly records: Records;
  readonly users: readonly User[];
  readonly places: readonly Jurisdiction[];
}

/** Does something with the accounts in one transaction, and then prints what came of it. */
export async function withAccounts<Value>(
  terminal: Terminal,
  options: DataOptions,
  work: (accounts: Accounts) => Promise<Value>,
  print: (value: Value) => number,
): Promise<number> {
  // Databases are large to load; only commands that need one do.
  const { openExistingStore } = await import('@tiaoli/store');
  const opened = await openExistingStore(storePlace(terminal, options));
  if (opened.kind === 'refused') return refusedByStore(terminal, opened.diagnostics);
  const store = opened.value;
  const outcome = await store
    .transaction(operatorId, 'serializable', async (records) => {
      const users = await records.users.list();
      const places = await records.jurisdictions.list();
      return { kind: 'done', value: await work({ records, users, places }) };
    })
    .finally(store.close);
  if (outcome.kind === 'refused') return refusedByStore(terminal, outcome.diagnostics);
  return print(outcome.value);
}

export function findUser(login: string, users: readonly User[]): User {
  const user = users.find((each) => each.login === login);
  if (user) return user;
  throw new UsageError({
    zh: `没有登录名为「${login}」的账号。用 tiaoli user list 查看全部账号。`,
    en: `There is no account "${login}". See all of them with tiaoli user list.`,
  });
}
