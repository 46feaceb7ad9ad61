import { randomUUID } from 'node:crypto';
import type { Database } from '@tiaoli/store';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { knownPeople } from './begin-session.ts';

export interface AuthOptions {
  readonly database: Database;
  readonly secret: string;
  /** Under which address people reach the workbench: `https://tiaoli.example`. */
  readonly publicAddress: string;
}

/** Under what name an application for codes lists an account. */
export const issuer = '条例';

/** Seconds that a session lasts without being used. */
export const IDLE_SECONDS = 8 * 3600;
/** Milliseconds after which a session ends, however much it is used. */
export const LONGEST_MILLIS = 7 * 24 * 3_600_000;

/** How often it is noted that a session is in use, in seconds: each time is a row written. */
const NOTED_SECONDS = 300;

export type Auth = ReturnType<typeof createAuth>;

/**
 * What keeps passwords, sessions and second factors. Nothing of it is reached but through `openAccounts`: its own routes are
 * not served, so what is not called here cannot be called at all.
 */
export function createAuth({ database, secret, publicAddress }: AuthOptions) {
  const isSecure = publicAddress.startsWith('https:');
  return betterAuth({
    appName: issuer,
    baseURL: publicAddress,
    basePath: '/api/v1/session/auth',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Tries are counted before, in rows: they outlive a restart.
    rateLimit: { enabled: false },
    // INVARIANT: no transactions: embedded, another client of the same database would wait for their end.
    database: prismaAdapter(database.client, { provider: 'postgresql', transaction: false }),
    user: { modelName: 'authUser' },
    session: {
      modelName: 'authSession',
      expiresIn: IDLE_SECONDS,
      updateAge: NOTED_SECONDS,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 1024 },
    advanced: {
      cookiePrefix: 'tiaoli',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUID() },
    },
    plugins: [knownPeople(), twoFactor({ issuer, twoFactorTable: 'authTwoFactor' })],
  });
}

/** In which header the address of a browser is handed on; whatever came under that name is replaced. */
export const addressHeader = 'x-tiaoli-address';
