import { randomBytes } from 'node:crypto';
import type { AccountRecords, Outcome, SignInPerson } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/client.ts';
import type { Environment } from '../session/environment.ts';
import { runTransaction } from '../session/run-transaction.ts';
import type { Session } from '../session/session.ts';
import { isId } from '../session/session.ts';
import { noteDeed } from './deeds.ts';
import { enter } from './enter.ts';
import { issueSetUp, linkOf, usePasswordLink, useSetUp } from './links.ts';
import { personOfOutside } from './outside-accounts.ts';
import { endSession, sessionsOf, setPassword } from './passwords.ts';
import { beginSignIn, endSignIn } from './sign-in-failures.ts';

/** How people sign in, in a database that has the newest shape. */
export function accountRecords(database: Database, environment: Environment): AccountRecords {
  const run = <Value>(work: (session: Session) => Promise<Value>): Promise<Outcome<Value>> =>
    runTransaction(database, 'read-committed', async (client) => ({
      kind: 'done',
      value: await work(unknownPerson(client, environment)),
    }));
  return {
    secret: () => run(secret),
    personOfLogin: (login) =>
      run(async ({ database: client }) =>
        login.includes('\0') || !login.isWellFormed() || login.length > 500
          ? undefined
          : personOf(await client.user.findUnique({ where: { login } })),
      ),
    person: (id) =>
      run(async ({ database: client }) =>
        isId(id) ? personOf(await client.user.findUnique({ where: { id } })) : undefined,
      ),
    personOfOutside: (accounts) => run((session) => personOfOutside(session, accounts)),
    beginSignIn: (keys) => run((session) => beginSignIn(session, keys)),
    endSignIn: (keys) => run((session) => endSignIn(session, keys)),
    note: (personId, action, detail) =>
      run(async (session) => {
        await noteDeed(session, personId, action, detail);
        return true as const;
      }),
    enter: (personId) =>
      run(async (session) => {
        await enter(session, personId);
        return true as const;
      }),
    setPassword: (personId, hash, kept) =>
      run((session) => setPassword(session, personId, hash, kept)),
    sessions: (personId) => run((session) => sessionsOf(session, personId)),
    endSession: (personId, id) => run((session) => endSession(session, personId, id)),
    needsSetUp: () => run(needsSetUp),
    issueSetUp: (link) => run((session) => issueSetUp(session, link)),
    linkOf: (hash) => run((session) => linkOf(session, hash)),
    usePasswordLink: (hash, passwordHash) =>
      run((session) => usePasswordLink(session, hash, passwordHash)),
    useSetUp: (hash, first) => run((session) => useSetUp(session, hash, first)),
  };
}

/** Nobody has shown who they are: what is done is what these functions do, with nobody's roles but the operator's. */
function unknownPerson(database: Prisma.TransactionClient, environment: Environment): Session {
  const actor = { id: operatorId, grants: [{ role: 'operator', path: '' }] } as const;
  return { ...environment, database, actor };
}

async function secret({ database }: Session): Promise<string> {
  const made = { only: true, secret: randomBytes(48).toString('base64url') };
  // Two servers that start at once agree on the first.
  await database.authSecret.createMany({ data: [made], skipDuplicates: true });
  return (await database.authSecret.findUniqueOrThrow({ where: { only: true } })).secret;
}

function personOf(
  row: { readonly id: string; login: string; name: string; disabledAt: Date | null } | null,
): SignInPerson | undefined {
  if (!row || row.disabledAt || row.id === operatorId) return undefined;
  return { id: row.id, login: row.login, name: row.name };
}

async function needsSetUp({ database }: Session): Promise<boolean> {
  const able = { user: { user: { disabledAt: null } } };
  return (await database.authAccount.count({ where: able })) === 0;
}
