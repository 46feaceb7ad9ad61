import { fileSpan } from '@tiaoli/base';
import type { Outcome, PasswordChange, PasswordResult, SignInKey } from '@tiaoli/workspace';
import { passwordProblem, report } from '@tiaoli/workspace';
import type { Desk } from './desk.ts';
import { done, refused } from './desk.ts';

/** Changes the password of somebody who shows the present one; a wrong one counts as a try to sign in. */
export async function changePassword(
  desk: Desk,
  change: PasswordChange,
): Promise<Outcome<PasswordResult>> {
  const { auth, records } = desk;
  const person = await records.person(change.personId);
  if (person.kind === 'refused') return person;
  const login = person.value?.login ?? '';
  const problem = passwordProblem(change.password, login);
  if (problem) return refused(report('password-refused', { problem }, fileSpan('password')));
  const keys: readonly SignInKey[] = [
    { kind: 'login', text: login },
    { kind: 'address', text: change.address },
  ];
  const until = await records.beginSignIn(keys);
  if (until.kind === 'refused') return until;
  if (until.value) return done({ kind: 'wait', until: until.value });
  if (!(await isPassword(desk, change.personId, change.present))) {
    return refused(report('password-wrong', {}, fileSpan('password')));
  }
  const ended = await records.endSignIn(keys);
  if (ended.kind === 'refused') return ended;
  const { password: words } = await auth.$context;
  const hash = await words.hash(change.password);
  const set = await records.setPassword(change.personId, hash, change.sessionId);
  return set.kind === 'refused' ? set : done({ kind: 'changed' });
}

async function isPassword({ auth }: Desk, personId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: words } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(personId);
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
  return typeof hash === 'string' && (await words.verify({ hash, password }));
}
