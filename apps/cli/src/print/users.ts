import type { Jurisdiction, User } from '@tiaoli/workspace';
import { roleName } from '@tiaoli/workspace';
import { fullName } from '../store/find-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

/** The JSON form of `user list` (schema `users.schema.json`). */
export function usersJson(users: readonly User[], places: readonly Jurisdiction[]): string {
  const rows = users.map(({ id, login, name, disabled, grants }) => ({
    ...{ id, login, name, disabled },
    roles: grants.map(({ jurisdictionId, role }) => ({
      place: nameOf(jurisdictionId, places),
      role,
    })),
  }));
  return `${JSON.stringify({ users: rows }, undefined, 2)}\n`;
}

/** An account a line, and under it its roles by place. */
export function printUsers(
  terminal: Terminal,
  users: readonly User[],
  places: readonly Jurisdiction[],
): void {
  if (users.length === 0) {
    terminal.print(say(terminal, { zh: '还没有账号。\n', en: 'There are no accounts yet.\n' }));
  }
  for (const { login, name, disabled, grants } of users) {
    const state = disabled ? say(terminal, { zh: '（已停用）', en: ' (disabled)' }) : '';
    terminal.print(`${login}  ${name}${state}\n`);
    for (const { jurisdictionId, role } of grants) {
      terminal.print(`  ${nameOf(jurisdictionId, places)}  ${say(terminal, roleName(role))}\n`);
    }
  }
}

function nameOf(id: string, places: readonly Jurisdiction[]): string {
  const place = places.find((each) => each.id === id);
  return place ? fullName(place, places) : id;
}
