import { text } from 'node:stream/consumers';
import { linkAddress, newLink, operatorId } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { findUser, loginText } from '../store/change-users.ts';
import { refusedByStore } from '../store/refused-store.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption, storePlace } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

interface PasswordOptions extends DataOptions {
  readonly address: string;
  readonly stdin?: boolean;
}

/** A link with which a person sets a password; or the password itself, from standard input. */
export function passwordCommand(setup: CommandSetup): Command {
  const words = {
    zh: '给账号一个设置密码的链接（用一次，24 小时内有效），或从标准输入读密码',
    en: 'a link with which an account sets its password (once, within 24 hours), or the password from standard input',
  };
  return newCommand(setup, 'password', words, 'tiaoli user password zhang.wei')
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .addOption(
      newOption(setup, '--address <url>', {
        zh: '大家访问工作台的网址，写在链接里',
        en: 'under which address people reach the workbench, for the link',
      }).default('http://127.0.0.1:3070'),
    )
    .addOption(
      newOption(setup, '--stdin', {
        zh: '从标准输入读一行密码，直接设置',
        en: 'set the password to the line on standard input',
      }),
    )
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, options: PasswordOptions) =>
        setPassword(setup.terminal, login, options),
      ),
    );
}

async function setPassword(
  terminal: Terminal,
  login: string,
  options: PasswordOptions,
): Promise<number> {
  // Before the store is locked: whoever types may take long.
  const password = options.stdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
  // Databases are large to load; only commands that need one do.
  const { openExisting, storeOf } = await import('@tiaoli/store');
  const opened = await openExisting(storePlace(terminal, options));
  if (opened.kind === 'refused') return refusedByStore(terminal, opened.diagnostics);
  const { database } = opened;
  const store = storeOf(database);
  try {
    const { token, ...link } = newLink('password', new Date());
    const issued = await store.transaction(operatorId, 'serializable', async ({ users }) => {
      const { id } = findUser(login, await users.list());
      return { kind: 'done', value: await users.issueLink(id, link) };
    });
    if (issued.kind === 'refused') return refusedByStore(terminal, issued.diagnostics);
    if (password === undefined) return printLink(terminal, options.address, token);
    const { openAccounts } = await import('@tiaoli/accounts');
    const accounts = await openAccounts({ database, store, publicAddress: 'http://localhost' });
    if (accounts.kind === 'refused') return refusedByStore(terminal, accounts.diagnostics);
    const set = await accounts.value.setPassword(token, password);
    if (set.kind === 'refused') return refusedByStore(terminal, set.diagnostics);
    const done = {
      zh: '密码已设置；该账号原有的登录全部结束。\n',
      en: 'The password is set; every session of the account has ended.\n',
    };
    terminal.print(say(terminal, done));
    return exitCodes.success;
  } finally {
    await store.close();
  }
}

function printLink(terminal: Terminal, address: string, token: string): number {
  // Alone on standard output, so that a script can take it.
  terminal.print(`${address.replace(/\/+$/, '')}${linkAddress('password', token)}\n`);
  terminal.note(
    say(terminal, {
      zh: '请用稳妥的方式交给本人：只显示这一次，只能用一次，24 小时内有效。\n',
      en: 'Hand it to the person by a safe way: it is shown this once, good once, and for 24 hours.\n',
    }),
  );
  return exitCodes.success;
}
