import type { Database } from '@tiaoli/store';
import type { Accounts, Outcome, PolicyStore } from '@tiaoli/workspace';
import { linkTokenHash } from '@tiaoli/workspace';
import { createAuth } from './auth.ts';
import { changePassword } from './change-password.ts';
import { demoAccounts } from './demo.ts';
import { issueSetUp, setPassword, setUp } from './links.ts';
import type { OutsideService } from './outside-service.ts';
import { outsideSignIn } from './outside-sign-in.ts';
import { secondFactors } from './second-factor.ts';
import { sessionOf, signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';

export interface AccountsOptions {
  readonly database: Database;
  /** Over the same database. */
  readonly store: PolicyStore;
  /** Under which address people reach the workbench; with `https:` cookies go over such connections alone. */
  readonly publicAddress: string;
  readonly now?: () => Date;
  /** Another service by which people may sign in. */
  readonly outside?: OutsideService;
  /** Whether the store is a demonstration, which is served to this computer alone. */
  readonly isDemo?: boolean;
}

/** What finds out who somebody is, over a store. */
export async function openAccounts(options: AccountsOptions): Promise<Outcome<Accounts>> {
  const {
    database,
    store,
    publicAddress,
    now = () => new Date(),
    isDemo = false,
    outside,
  } = options;
  const secret = await store.accounts.secret();
  if (secret.kind === 'refused') return secret;
  const auth = createAuth({ database, publicAddress, secret: secret.value });
  const desk = { auth, records: store.accounts, now };
  const value: Accounts = {
    sessionOf: (headers) => sessionOf(desk, headers),
    signIn: (attempt) => signIn(desk, attempt),
    signOut: (headers) => signOut(desk, headers),
    sessions: store.accounts.sessions,
    endSession: store.accounts.endSession,
    linkOf: (token) => store.accounts.linkOf(linkTokenHash(token)),
    setPassword: (token, password) => setPassword(desk, token, password),
    setUp: (token, first) => setUp(desk, token, first),
    issueSetUp: () => issueSetUp(desk),
    changePassword: (change) => changePassword(desk, change),
    secondFactors: secondFactors(desk),
    ...(outside && { outside: outsideSignIn(desk, outside, publicAddress) }),
    ...(isDemo && { demo: demoAccounts(desk) }),
  };
  return { kind: 'done', value };
}
