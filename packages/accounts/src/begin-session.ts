import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';

/** How better-auth calls the cookie of somebody who has shown a password and owes a code. */
export const PENDING_COOKIE = 'two_factor';

/** Whose session is to begin. */
interface KnownPerson {
  readonly personId: string;
}

/**
 * Begins a session of somebody who is known already, by whatever the caller has looked at.
 *
 * INVARIANT: it asks for nothing, so it is called by functions of this package alone; it has no address that it could be reached at.
 */
export function knownPeople() {
  return {
    id: 'tiaoli-known-people',
    endpoints: {
      beginSession: createAuthEndpoint.serverOnly(
        { method: 'POST', metadata: { $Infer: { body: {} as KnownPerson } } },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.personId);
          if (!user) throw new Error('somebody who never signed in was not entered first');
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ token: session.token });
        },
      ),
      /** Who has shown a password and owes a code, by the cookie of the first step. */
      pendingPerson: createAuthEndpoint.serverOnly({ method: 'POST' }, async (context) => {
        const { internalAdapter, secret } = context.context;
        const cookie = context.context.createAuthCookie(PENDING_COOKIE);
        const identifier = await context.getSignedCookie(cookie.name, secret);
        const found = identifier ? await internalAdapter.findVerificationValue(identifier) : null;
        const isOpen = found !== null && found.expiresAt > new Date();
        return context.json({ personId: isOpen ? found.value : undefined });
      }),
    },
  } satisfies BetterAuthPlugin;
}
