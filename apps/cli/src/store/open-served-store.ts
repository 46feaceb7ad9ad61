import type { PolicyStore } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { refusedByStore } from './refused-store.ts';
import type { DataOptions } from './store-place.ts';
import { storePlace } from './store-place.ts';

export type ServedStore =
  /** No store was asked for: the pages work on the folder of policies alone. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opened'; readonly store: PolicyStore }
  | { readonly kind: 'refused'; readonly exitCode: number };

/** Opens the store that `--data` or DATABASE_URL names, making it where there is none; a demonstration is not served. */
export async function openServedStore(
  terminal: Terminal,
  options: DataOptions,
): Promise<ServedStore> {
  if (options.data === undefined && !process.env.DATABASE_URL) return { kind: 'none' };
  // Databases are large to load; only commands that need one do.
  const { openStore } = await import('@tiaoli/store');
  const opened = await openStore(storePlace(terminal, options));
  if (opened.kind === 'refused') {
    return { kind: 'refused', exitCode: refusedByStore(terminal, opened.diagnostics) };
  }
  const store = opened.value;
  const demo = await store.transaction(operatorId, 'read-committed', async ({ isDemo }) => ({
    kind: 'done',
    value: isDemo,
  }));
  if (demo.kind === 'done' && !demo.value) return { kind: 'opened', store };
  await store.close();
  if (demo.kind === 'refused') {
    return { kind: 'refused', exitCode: refusedByStore(terminal, demo.diagnostics) };
  }
  terminal.note(say(terminal, demoText));
  return { kind: 'refused', exitCode: exitCodes.finding };
}

const demoText = {
  zh: '这个数据库是演示数据，里面有编造的数值，不能用作正式服务。请用 --data 另指一个文件夹。\n',
  en: 'This store is a demonstration with invented values, and is not served as a real one. Name another folder with --data.\n',
};
