import type { ApiToken } from '@tiaoli/workspace';
import { MOST_TOKEN_DAYS, newToken } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { findUser, loginText, withAccounts } from '../store/change-users.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface TokenOptions extends DataOptions {
  readonly name: string;
  readonly days: string;
}

/** A token for a program that uses the API in the place of a person. */
export function tokenCommand(setup: CommandSetup): Command {
  const text = {
    zh: '签发程序用的令牌（只显示这一次）：持有者可以做本人能做的一切',
    en: 'issue a token for a program, shown this once: whoever has it may do what the person may',
  };
  return newCommand(setup, 'token', text, 'tiaoli user token zhang.wei --name 月度测算 --days 90')
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .addOption(
      newOption(setup, '--name <text>', {
        zh: '用途',
        en: 'what it is for',
      }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--days <number>', {
        zh: `多少天后失效，最多 ${MOST_TOKEN_DAYS}`,
        en: `for how many days, at most ${MOST_TOKEN_DAYS}`,
      }).default('90'),
    )
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, options: TokenOptions) =>
        issue(
          setup.terminal,
          login,
          options,
          wholeNumber('--days', options.days, MOST_TOKEN_DAYS, 1),
        ),
      ),
    );
}

function issue(
  terminal: Terminal,
  login: string,
  options: TokenOptions,
  days: number,
): Promise<number> {
  const { token, hash, expiresAt } = newToken(days, new Date());
  return withAccounts(
    terminal,
    options,
    ({ records, users }) =>
      records.tokens.add(findUser(login, users).id, { name: options.name, hash, expiresAt }),
    () => {
      // Alone on standard output, so that a script can take it.
      terminal.print(`${token}\n`);
      const until = expiresAt.toISOString().slice(0, 10);
      terminal.note(
        say(terminal, {
          zh: `请妥善保存，以后不再显示；${until} 失效，可用 tiaoli user revoke 提前收回。\n`,
          en: `Keep it safe, it is not shown again; it ends on ${until}, or with tiaoli user revoke.\n`,
        }),
      );
      return exitCodes.success;
    },
  );
}

export function tokensCommand(setup: CommandSetup): Command {
  const text = { zh: '列出账号的令牌', en: 'list the tokens of an account' };
  return newCommand(setup, 'tokens', text, 'tiaoli user tokens zhang.wei')
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, options: DataOptions) =>
        withAccounts(
          setup.terminal,
          options,
          ({ records, users }) => records.tokens.list(findUser(login, users).id),
          (tokens) => {
            for (const each of tokens) setup.terminal.print(tokenLine(setup.terminal, each));
            return exitCodes.success;
          },
        ),
      ),
    );
}

export function revokeCommand(setup: CommandSetup): Command {
  const text = { zh: '收回令牌，立即生效', en: 'take a token back, at once' };
  return newCommand(setup, 'revoke', text, 'tiaoli user revoke zhang.wei ID')
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .argument('<ID>', say(setup.terminal, { zh: '令牌的编号', en: 'id of the token' }))
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, id: string, options: DataOptions) =>
        withAccounts(
          setup.terminal,
          options,
          ({ records, users }) => records.tokens.revoke(findUser(login, users).id, id),
          () => {
            setup.terminal.print(say(setup.terminal, { zh: '已收回。\n', en: 'Taken back.\n' }));
            return exitCodes.success;
          },
        ),
      ),
    );
}

function tokenLine(terminal: Terminal, { id, name, expiresAt, revokedAt }: ApiToken): string {
  const until = expiresAt.toISOString().slice(0, 10);
  const state = revokedAt
    ? { zh: '已收回', en: 'taken back' }
    : { zh: `${until} 失效`, en: `ends on ${until}` };
  return `${id}  ${say(terminal, state)}  ${name}\n`;
}
