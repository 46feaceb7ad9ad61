import { fileSpan } from '@tiaoli/base';
import type { OutsideAccount, SignInPerson } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { Refusal } from '../session/session.ts';
import { enter } from './enter.ts';

/** Before the name of the service, so that none is taken for a password. */
const PREFIX = 'oidc:';

/** Of one person whom an account of another service lets in. */
export async function personOfOutside(
  { database }: Session,
  accounts: readonly OutsideAccount[],
): Promise<SignInPerson | undefined> {
  for (const account of accounts) {
    const row = await database.authAccount.findUnique({
      where: { providerId_accountId: keyOf(account) },
      include: { user: { include: { user: true } } },
    });
    if (!row) continue;
    const { id, login, name, disabledAt } = row.user.user;
    return disabledAt ? undefined : { id, login, name };
  }
  return undefined;
}

/** Writes an account down in the place of any other of the person, whose sessions end then: it may be what began them. */
export async function writeOutsideAccount(
  session: Session,
  userId: string,
  account: OutsideAccount | undefined,
): Promise<void> {
  const { database, now, newId } = session;
  const before = { userId, providerId: { startsWith: PREFIX } };
  const { count } = await database.authAccount.deleteMany({ where: before });
  if (count > 0) await database.authSession.deleteMany({ where: { userId } });
  if (!account) return;
  const taken = await database.authAccount.findUnique({
    where: { providerId_accountId: keyOf(account) },
  });
  if (taken) throw new Refusal([report('outside-taken', {}, fileSpan('account'))]);
  await enter(session, userId);
  const at = { createdAt: now(), updatedAt: now() };
  await database.authAccount.create({ data: { ...keyOf(account), ...at, id: newId(), userId } });
}

/** As it was written down, of the accounts that a person is known by. */
export function writtenAccount(
  accounts: readonly { readonly providerId: string; readonly accountId: string }[],
): string | undefined {
  const own = accounts.find(({ providerId }) => providerId.startsWith(PREFIX));
  return own?.accountId.replace(/^(?:subject|mail):/, '');
}

function keyOf({ issuer, kind, text }: OutsideAccount) {
  return { providerId: `${PREFIX}${issuer}`, accountId: `${kind}:${text}` };
}
