import type { Accounts } from '@tiaoli/workspace';
import { linkAddress } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { refusedByStore } from './refused-store.ts';

/** Prints the link that makes the first administrator, where nobody can sign in yet; the one printed before is void then. */
export async function printSetUp(
  terminal: Terminal,
  accounts: Accounts,
  address: string,
): Promise<void> {
  const issued = await accounts.issueSetUp();
  if (issued.kind === 'refused') {
    refusedByStore(terminal, issued.diagnostics);
    return;
  }
  if (issued.value === undefined) return;
  const words = {
    zh: '还没有人能登录。请打开这个链接设置第一位管理员（用一次，24 小时内有效）',
    en: 'Nobody can sign in yet. Open this link to set up the first administrator (once, within 24 hours)',
  };
  terminal.print(`${say(terminal, words)}：${address}${linkAddress('set-up', issued.value)}\n`);
}
