import { fileSpan } from '@tiaoli/base';
import type { Outcome, PasswordChange, PasswordResult } from '@tiaoli/workspace';
import { passwordProblem, report } from '@tiaoli/workspace';
import type { Desk } from './desk.ts';
import { done, refused } from './desk.ts';
import { provePassword } from './prove-password.ts';

/** Changes the password of somebody who shows the present one; a wrong one counts as a try to sign in. */
export async function changePassword(
  desk: Desk,
  change: PasswordChange,
): Promise<Outcome<PasswordResult>> {
  const { auth, records } = desk;
  const { personId, address } = change;
  const person = await records.person(personId);
  if (person.kind === 'refused') return person;
  const login = person.value?.login ?? '';
  const problem = passwordProblem(change.password, login);
  if (problem) return refused(report('password-refused', { problem }, fileSpan('password')));
  const proved = await provePassword(desk, { personId, login, address, password: change.present });
  if (proved.kind === 'refused') return proved;
  if (proved.value.kind === 'wait') return done(proved.value);
  const { password: words } = await auth.$context;
  const hash = await words.hash(change.password);
  const set = await records.setPassword(personId, hash, change.sessionId);
  return set.kind === 'refused' ? set : done({ kind: 'changed' });
}
