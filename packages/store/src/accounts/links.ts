import { fileSpan } from '@tiaoli/base';
import type { FirstAdministrator, IssuedLink, LinkHash, SignInPerson } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import { jurisdictionRecords } from '../records/jurisdictions.ts';
import { userRecords } from '../records/users.ts';
import type { Session } from '../session/session.ts';
import { Refusal } from '../session/session.ts';
import { setPassword } from './passwords.ts';

export async function issueSetUp(
  { database, now }: Session,
  { hash, expiresAt }: LinkHash,
): Promise<true> {
  await database.oneTimeLink.updateMany({
    ...{ where: { kind: 'set-up', usedAt: null }, data: { usedAt: now() } },
  });
  await database.oneTimeLink.create({ data: { hash, kind: 'set-up', issuedAt: now(), expiresAt } });
  return true;
}

export async function linkOf(
  { database, now }: Session,
  hash: string,
): Promise<IssuedLink | undefined> {
  const where = { hash, usedAt: null, expiresAt: { gt: now() } };
  const row = await database.oneTimeLink.findUnique({ where, include: { user: true } });
  if (!row) return undefined;
  if (!row.user) return { kind: 'set-up' };
  const { id, login, name, disabledAt } = row.user;
  return disabledAt ? undefined : { kind: 'password', person: { id, login, name } };
}

export async function usePasswordLink(
  session: Session,
  hash: string,
  passwordHash: string,
): Promise<SignInPerson> {
  const link = await useLink(session, hash);
  if (link.kind !== 'password') throw refused();
  await setPassword(session, link.person.id, passwordHash);
  return link.person;
}

export async function useSetUp(
  session: Session,
  hash: string,
  { login, name, passwordHash, place }: FirstAdministrator,
): Promise<SignInPerson> {
  const link = await useLink(session, hash);
  if (link.kind !== 'set-up') throw refused();
  const jurisdictionId = await placeOf(session, place);
  const users = userRecords(session);
  const { id } = await users.add({ login, name, jurisdictionId });
  await users.grant(id, jurisdictionId, 'administrator');
  await setPassword(session, id, passwordHash);
  return { id, login, name };
}

/** Uses a link up; of two who try at once one is refused. */
async function useLink(session: Session, hash: string): Promise<IssuedLink> {
  const { database, now } = session;
  const link = await linkOf(session, hash);
  const where = { hash, usedAt: null, expiresAt: { gt: now() } };
  const { count } = await database.oneTimeLink.updateMany({ where, data: { usedAt: now() } });
  if (!link || count !== 1) throw refused();
  return link;
}

function refused(): Refusal {
  return new Refusal([report('link-refused', {}, fileSpan('link'))]);
}

/** The place that is named, which may be there already. */
async function placeOf(
  session: Session,
  { level, name }: FirstAdministrator['place'],
): Promise<string> {
  const jurisdictions = jurisdictionRecords(session);
  const all = await jurisdictions.list();
  const nation =
    all.find((each) => each.parentId === undefined) ??
    (await jurisdictions.add({ name: level === 'nation' ? name : '国家', level: 'nation' }));
  if (level === 'nation') return nation.id;
  const known = all.find((each) => each.parentId === nation.id && each.name === name);
  return (known ?? (await jurisdictions.add({ name, level, parentId: nation.id }))).id;
}
