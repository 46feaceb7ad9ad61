import type { Role } from '@tiaoli/workspace';
import { isLogin, roles } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption } from '../command-setup.ts';
import { printUsers, usersJson } from '../print/users.ts';
import { findUser, loginText, withAccounts } from '../store/change-users.ts';
import { findPlace } from '../store/find-place.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { passwordCommand } from './user-password.ts';
import { revokeCommand, tokenCommand, tokensCommand } from './user-token.ts';

/** The operator is whoever runs this command, and no account. */
const givenRoles = roles.filter((role) => role !== 'operator');

/** The accounts of a store, by whoever runs the program on the data itself. */
export function userCommand(setup: CommandSetup): Command {
  const text = {
    zh: '账号：新建、列出、授予或收回角色、停用、启用、设置密码、签发令牌',
    en: 'accounts: add, list, give or take roles, disable, enable, set passwords, issue tokens',
  };
  return newCommand(setup, 'user', text, 'tiaoli user list')
    .addCommand(listCommand(setup))
    .addCommand(addCommand(setup))
    .addCommand(roleCommand(setup))
    .addCommand(accessCommand(setup, 'disable'))
    .addCommand(accessCommand(setup, 'enable'))
    .addCommand(passwordCommand(setup))
    .addCommand(factorCommand(setup))
    .addCommand(tokenCommand(setup))
    .addCommand(tokensCommand(setup))
    .addCommand(revokeCommand(setup));
}

function listCommand(setup: CommandSetup): Command {
  const text = { zh: '列出全部账号和角色', en: 'list all accounts with their roles' };
  return newCommand(setup, 'list', text, 'tiaoli user list --format json')
    .addOption(dataOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((options: DataOptions & { readonly format: 'pretty' | 'json' }) =>
        withAccounts(
          setup.terminal,
          options,
          async ({ users, places }) => ({ users, places }),
          ({ users, places }) => {
            if (options.format === 'json') setup.terminal.print(usersJson(users, places));
            else printUsers(setup.terminal, users, places);
            return exitCodes.success;
          },
        ),
      ),
    );
}

interface AddOptions extends DataOptions {
  readonly name?: string;
  readonly place: string;
  readonly role?: readonly Role[];
}

function addCommand(setup: CommandSetup): Command {
  const text = { zh: '新建账号', en: 'add an account' };
  const example = 'tiaoli user add zhang.wei --name 张伟 --place 济南市 --role drafter';
  const role = { zh: '角色，可以不止一个', en: 'roles, one or more' };
  return newCommand(setup, 'add', text, example)
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .addOption(newOption(setup, '--name <name>', { zh: '姓名', en: 'name of the person' }))
    .addOption(placeOption(setup))
    .addOption(newOption(setup, '--role <role...>', role).choices(givenRoles))
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, options: AddOptions) => addUser(setup.terminal, login, options)),
    );
}

function addUser(terminal: Terminal, login: string, options: AddOptions): Promise<number> {
  const { name = login, place, role = [] } = options;
  if (!isLogin(login)) {
    throw new UsageError({
      zh: `登录名「${login}」不合适：用文字、数字和 . _ - @，最多 100 个字，不含空格。`,
      en: `"${login}" is no login name: letters, digits and . _ - @, at most 100, no spaces.`,
    });
  }
  return withAccounts(
    terminal,
    options,
    async ({ records, places }) => {
      const jurisdictionId = findPlace(place, places).id;
      const user = await records.users.add({ login, name, jurisdictionId });
      for (const each of role) await records.users.grant(user.id, jurisdictionId, each);
      return user;
    },
    ({ id }) => {
      const done = {
        zh: `已新建账号 ${login}（${id}）。\n`,
        en: `Account ${login} added (${id}).\n`,
      };
      terminal.print(say(terminal, done));
      return exitCodes.success;
    },
  );
}

interface RoleOptions extends DataOptions {
  readonly place: string;
  readonly add?: readonly Role[];
  readonly remove?: readonly Role[];
}

function roleCommand(setup: CommandSetup): Command {
  const text = { zh: '授予或收回某地的角色', en: 'give or take roles in a place' };
  const example = 'tiaoli user role zhang.wei --place 济南市 --add reviewer --remove drafter';
  const given = { zh: '授予的角色', en: 'roles to give' };
  const taken = { zh: '收回的角色', en: 'roles to take away' };
  return newCommand(setup, 'role', text, example)
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .addOption(placeOption(setup))
    .addOption(newOption(setup, '--add <role...>', given).choices(givenRoles))
    .addOption(newOption(setup, '--remove <role...>', taken).choices(givenRoles))
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, options: RoleOptions) =>
        changeRoles(setup.terminal, login, options),
      ),
    );
}

function changeRoles(terminal: Terminal, login: string, options: RoleOptions): Promise<number> {
  const { place, add = [], remove = [] } = options;
  if (add.length + remove.length === 0) {
    throw new UsageError({
      zh: '没有写要授予（--add）或收回（--remove）的角色。',
      en: 'No role to give (--add) or to take away (--remove) was named.',
    });
  }
  return withAccounts(
    terminal,
    options,
    async ({ records, users, places }) => {
      const { id } = findUser(login, users);
      const jurisdictionId = findPlace(place, places).id;
      for (const role of add) await records.users.grant(id, jurisdictionId, role);
      for (const role of remove) await records.users.revoke(id, jurisdictionId, role);
    },
    () => {
      const done = {
        zh: `已更改 ${login} 的角色，立即生效。\n`,
        en: `The roles of ${login} are changed, at once.\n`,
      };
      terminal.print(say(terminal, done));
      return exitCodes.success;
    },
  );
}

function accessCommand(setup: CommandSetup, verb: 'disable' | 'enable'): Command {
  const disabled = verb === 'disable';
  const text = disabled
    ? {
        zh: '停用账号：立即不能再登录或操作，做过的事仍可查',
        en: 'shut an account out, at once; what it did stays on record',
      }
    : { zh: '重新启用账号', en: 'let an account in again' };
  const done = disabled
    ? { zh: '已停用。\n', en: 'Disabled.\n' }
    : { zh: '已启用。\n', en: 'Enabled.\n' };
  return newCommand(setup, verb, text, `tiaoli user ${verb} zhang.wei`)
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, options: DataOptions) =>
        withAccounts(
          setup.terminal,
          options,
          ({ records, users }) => records.users.setDisabled(findUser(login, users).id, disabled),
          () => {
            setup.terminal.print(say(setup.terminal, done));
            return exitCodes.success;
          },
        ),
      ),
    );
}

function factorCommand(setup: CommandSetup): Command {
  const text = {
    zh: '重设动态码：不再向丢了手机的人要，其登录全部结束',
    en: 'ask somebody who lost the device for no code any more; their sessions end',
  };
  const done = { zh: '已重设，凭密码即可登录。\n', en: 'Reset; the password is enough.\n' };
  return newCommand(setup, 'reset-codes', text, 'tiaoli user reset-codes zhang.wei')
    .argument('<LOGIN>', say(setup.terminal, loginText))
    .addOption(dataOption(setup))
    .action(
      setup.run((login: string, options: DataOptions) =>
        withAccounts(
          setup.terminal,
          options,
          ({ records, users }) => records.users.resetSecondFactor(findUser(login, users).id),
          () => {
            setup.terminal.print(say(setup.terminal, done));
            return exitCodes.success;
          },
        ),
      ),
    );
}

function placeOption(setup: CommandSetup) {
  return newOption(setup, '--place <name>', {
    zh: '地区，如 济南市 或 山东省/济南市',
    en: 'the place, such as 济南市 or 山东省/济南市',
  }).makeOptionMandatory();
}
