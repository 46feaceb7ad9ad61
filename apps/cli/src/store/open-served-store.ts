import type { OutsideService } from '@tiaoli/accounts';
import type { Diagnostic } from '@tiaoli/base';
import type { DatabasePlace } from '@tiaoli/store';
import type { Accounts, PolicyStore } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { outsideService } from './outside-service.ts';
import { refusedByStore } from './refused-store.ts';
import type { DataOptions } from './store-place.ts';
import { storePlace } from './store-place.ts';

export type ServedStore =
  /** No store was asked for: the pages work on the folder of policies alone. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opened'; readonly store: PolicyStore; readonly accounts: Accounts }
  | RefusedStore;

interface RefusedStore {
  readonly kind: 'refused';
  readonly exitCode: number;
}

export interface ServedStoreOptions extends DataOptions {
  /** Under which address people reach the workbench, where it is not the one that is served. */
  readonly address?: string;
}

/** Opens the store that `--data` or DATABASE_URL names, making it where there is none; a demonstration is not served. */
export async function openServedStore(
  terminal: Terminal,
  options: ServedStoreOptions,
): Promise<ServedStore> {
  if (options.data === undefined && !process.env.DATABASE_URL) return { kind: 'none' };
  const { address } = options;
  const outside = outsideService(address);
  return openToServe(terminal, storePlace(terminal, options), {
    ...{ isDemo: false, ...(address !== undefined && { address }) },
    ...(outside && { outside }),
  });
}

interface WantedStore {
  readonly isDemo: boolean;
  readonly address?: string;
  readonly outside?: OutsideService;
}

/** Opens a store with what finds out who somebody is. A demonstration is refused where a real store is meant, and the other way round. */
export async function openToServe(
  terminal: Terminal,
  place: DatabasePlace,
  wanted: WantedStore,
): Promise<Exclude<ServedStore, { kind: 'none' }>> {
  // Databases are large to load; only commands that need one do.
  const { openDatabase, storeOf } = await import('@tiaoli/store');
  // What compiles the database does not keep this thread busy.
  const [opened, { openAccounts }] = await Promise.all([
    openDatabase(place),
    import('@tiaoli/accounts'),
  ]);
  if (opened.kind === 'refused') return refused(terminal, opened.diagnostics);
  const { database } = opened;
  const store = storeOf(database);
  const demo = await store.transaction(operatorId, 'read-committed', async ({ isDemo }) => ({
    kind: 'done',
    value: isDemo,
  }));
  const { isDemo, address: publicAddress = 'http://localhost', outside } = wanted;
  const accounts = await openAccounts({
    ...{ database, store, publicAddress, isDemo, ...(outside && { outside }) },
  });
  if (demo.kind === 'done' && demo.value === isDemo && accounts.kind === 'done') {
    return { kind: 'opened', store, accounts: accounts.value };
  }
  await store.close();
  if (demo.kind === 'refused') return refused(terminal, demo.diagnostics);
  if (accounts.kind === 'refused') return refused(terminal, accounts.diagnostics);
  terminal.note(say(terminal, demoText));
  return { kind: 'refused', exitCode: exitCodes.finding };
}

function refused(terminal: Terminal, diagnostics: readonly Diagnostic[]): RefusedStore {
  return { kind: 'refused', exitCode: refusedByStore(terminal, diagnostics) };
}

const demoText = {
  zh: '这个数据库是演示数据，里面有编造的数值，不能用作正式服务。请用 --data 另指一个文件夹；要看演示，用 tiaoli demo。\n',
  en: 'This store is a demonstration with invented values, and is not served as a real one. Name another folder with --data, or open it with tiaoli demo.\n',
};
