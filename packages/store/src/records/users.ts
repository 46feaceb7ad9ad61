import type { Action, LinkHash, OutsideAccount, Role, User, UserRecords } from '@tiaoli/workspace';
import { operatorId, permits } from '@tiaoli/workspace';
import { writeOutsideAccount, writtenAccount } from '../accounts/outside-accounts.ts';
import { keptName } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { things } from './things.ts';

const withGrants = {
  grants: { include: { jurisdiction: true } },
  signIn: { select: { twoFactorEnabled: true, accounts: true } },
} as const;

export function userRecords(session: Session): UserRecords {
  const { database } = session;
  return {
    find: async (id) => {
      const row = await findRow(session, id);
      return row && isSeen(session, row) ? userOf(row) : undefined;
    },
    list: async () => {
      const rows = await database.user.findMany({
        where: { id: { not: operatorId } },
        include: withGrants,
        orderBy: { login: 'asc' },
      });
      return rows.filter((row) => isSeen(session, row)).map(userOf);
    },
    names: async (ids) => {
      const rows = await database.user.findMany({
        where: { id: { in: ids.filter(isId) } },
        select: { id: true, name: true },
      });
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    add: async ({ login, name, jurisdictionId }) => {
      const { path } = await placeOf(session, jurisdictionId);
      demand(session, 'add-user', { path });
      const id = session.newId();
      await database.user.create({
        data: {
          ...{ id, createdAt: session.now(), name: keptName(name, things.name) },
          login: keptName(login, things.login),
        },
      });
      await appendEvent(session, jurisdictionId, {
        ...{ action: 'add-user', subject: id, detail: { login, name } },
      });
      return { id, login, name, disabled: false, grants: [] };
    },
    setDisabled: (userId, disabled) => setDisabled(session, userId, disabled),
    issueLink: (userId, link) => issueLink(session, userId, link),
    resetSecondFactor: (userId) => resetSecondFactor(session, userId),
    setOutsideAccount: (userId, account) => setOutsideAccount(session, userId, account),
    grant: (userId, jurisdictionId, role) =>
      changeRole(session, 'grant-role', { userId, jurisdictionId, role }),
    revoke: (userId, jurisdictionId, role) =>
      changeRole(session, 'revoke-role', { userId, jurisdictionId, role }),
  };
}

async function setDisabled(session: Session, userId: string, disabled: boolean): Promise<void> {
  const { database } = session;
  const user = await seenUser(session, userId);
  const places = await placesOf(session, user);
  for (const { path } of places) demand(session, 'disable-user', { path, owner: userId });
  if ((user.disabledAt !== null) === disabled) return;
  const disabledAt = disabled ? session.now() : null;
  await database.user.update({ where: { id: userId }, data: { disabledAt } });
  if (disabled) await database.authSession.deleteMany({ where: { userId } });
  const action = disabled ? 'disable-user' : 'enable-user';
  for (const { id } of places) {
    await appendEvent(session, id, { action, subject: userId, detail: {} });
  }
}

async function issueLink(
  session: Session,
  userId: string,
  { hash, expiresAt }: LinkHash,
): Promise<void> {
  const { database, now } = session;
  const places = await placesOf(session, await seenUser(session, userId));
  for (const { path } of places) demand(session, 'reset-password', { path, owner: userId });
  await database.oneTimeLink.updateMany({
    ...{ where: { userId, usedAt: null }, data: { usedAt: now() } },
  });
  const link = { hash, expiresAt, userId, kind: 'password', issuedAt: now() };
  await database.oneTimeLink.create({ data: link });
  for (const { id } of places) {
    const detail = { expiresAt: expiresAt.toISOString() };
    await appendEvent(session, id, { action: 'reset-password', subject: userId, detail });
  }
}

async function resetSecondFactor(session: Session, userId: string): Promise<void> {
  const { database } = session;
  const user = await seenUser(session, userId);
  const places = await placesOf(session, user);
  for (const { path } of places) demand(session, 'reset-password', { path, owner: userId });
  if (!user.signIn?.twoFactorEnabled) return;
  await database.authTwoFactor.deleteMany({ where: { userId } });
  await database.authUser.update({ where: { id: userId }, data: { twoFactorEnabled: false } });
  await database.authSession.deleteMany({ where: { userId } });
  for (const { id } of places) {
    await appendEvent(session, id, { action: 'reset-second-factor', subject: userId, detail: {} });
  }
}

async function setOutsideAccount(
  session: Session,
  userId: string,
  account: OutsideAccount | undefined,
): Promise<void> {
  const places = await placesOf(session, await seenUser(session, userId));
  for (const { path } of places) demand(session, 'reset-password', { path, owner: userId });
  await writeOutsideAccount(session, userId, account);
  const detail = { account: account?.text ?? '' };
  for (const { id } of places) {
    await appendEvent(session, id, { action: 'set-outside-account', subject: userId, detail });
  }
}

/** Where a person has roles, each place once; whoever has none yet is the nation's. */
export async function placesOf({ database }: Session, { grants }: Row) {
  const own = new Map(grants.map(({ jurisdiction }) => [jurisdiction.id, jurisdiction]));
  if (own.size === 0) return database.jurisdiction.findMany({ where: { parentId: null } });
  return [...own.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** A person whom one may see; ends the transaction otherwise. */
export async function seenUser(session: Session, id: string): Promise<Row> {
  const row = await findRow(session, id);
  return found(row && isSeen(session, row) ? row : undefined, things.user);
}

interface Grant {
  readonly userId: string;
  readonly jurisdictionId: string;
  readonly role: Role;
}

async function changeRole(
  session: Session,
  action: Extract<Action, 'grant-role' | 'revoke-role'>,
  { userId, jurisdictionId, role }: Grant,
): Promise<void> {
  const { database } = session;
  const { path } = await placeOf(session, jurisdictionId);
  demand(session, action, { path, owner: userId });
  found(await findRow(session, userId), things.user);
  const key = { userId_jurisdictionId_role: { userId, jurisdictionId, role } };
  const existing = await database.roleGrant.findUnique({ where: key });
  if ((existing !== null) === (action === 'grant-role')) return;
  if (existing) await database.roleGrant.delete({ where: key });
  else {
    await database.roleGrant.create({
      data: { userId, jurisdictionId, role, grantedAt: session.now() },
    });
  }
  await appendEvent(session, jurisdictionId, { action, subject: userId, detail: { role } });
}

async function placeOf({ database }: Session, id: string) {
  const place = isId(id) ? await database.jurisdiction.findUnique({ where: { id } }) : null;
  return found(place ?? undefined, things.jurisdiction);
}

async function findRow({ database }: Session, id: string) {
  if (!isId(id) || id === operatorId) return undefined;
  const row = await database.user.findUnique({ where: { id }, include: withGrants });
  return row ?? undefined;
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** Oneself; and those of the places whose accounts one may see, or who have no place yet. */
function isSeen({ actor }: Session, { id, grants }: Row): boolean {
  const places = grants.map(({ jurisdiction }) => jurisdiction.path);
  const anywhere = actor.grants.map(({ path }) => path);
  return (
    id === actor.id ||
    (places.length === 0 ? anywhere : places).some((path) => permits(actor, 'read-users', { path }))
  );
}

function userOf({ id, login, name, disabledAt, grants, signIn }: Row): User {
  const outside = writtenAccount(signIn?.accounts ?? []);
  return {
    ...{ id, login, name, disabled: disabledAt !== null },
    grants: grants
      // Only roles that the program knows are ever stored.
      .map(({ jurisdictionId, role }) => ({ jurisdictionId, role: role as Role }))
      .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1)),
    ...(signIn?.twoFactorEnabled && { secondFactor: true }),
    ...(outside !== undefined && { outsideAccount: outside }),
  };
}

function keyOf({ jurisdictionId, role }: Pick<Grant, 'jurisdictionId' | 'role'>): string {
  return `${jurisdictionId} ${role}`;
}
