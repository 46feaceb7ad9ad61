import { fileSpan } from '@tiaoli/base';
import type { Outcome, SignInKey, TriedTooOften } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import type { Desk } from './desk.ts';
import { done, refused } from './desk.ts';

/** The password of somebody who is signed in already, as they show it. */
export interface ShownPassword {
  readonly personId: string;
  readonly login: string;
  readonly password: string;
  readonly address: string;
}

/** Whether it is theirs; a wrong one counts as a try to sign in. */
export async function provePassword(
  desk: Desk,
  { personId, login, password, address }: ShownPassword,
): Promise<Outcome<{ readonly kind: 'proved' } | TriedTooOften>> {
  const { records } = desk;
  const keys: readonly SignInKey[] = [
    { kind: 'login', text: login },
    { kind: 'address', text: address },
  ];
  const until = await records.beginSignIn(keys);
  if (until.kind === 'refused') return until;
  if (until.value) return done({ kind: 'wait', until: until.value });
  if (!(await isPassword(desk, personId, password))) {
    return refused(report('password-wrong', {}, fileSpan('password')));
  }
  const ended = await records.endSignIn(keys);
  return ended.kind === 'refused' ? ended : done({ kind: 'proved' });
}

async function isPassword({ auth }: Desk, personId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: words } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(personId);
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
  return typeof hash === 'string' && (await words.verify({ hash, password }));
}
