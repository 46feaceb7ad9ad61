import { fileSpan } from '@tiaoli/base';
import type { Outcome, SetUp, SignInPerson } from '@tiaoli/workspace';
import { isLogin, linkTokenHash, newLink, passwordProblem, report } from '@tiaoli/workspace';
import type { Desk } from './desk.ts';
import { done, refused } from './desk.ts';

export async function setPassword(
  { auth, records }: Desk,
  token: string,
  password: string,
): Promise<Outcome<SignInPerson>> {
  const hash = linkTokenHash(token);
  // Before the long work of hashing: whoever has no link is not to keep the server busy.
  const link = await records.linkOf(hash);
  if (link.kind === 'refused') return link;
  if (link.value?.kind !== 'password') {
    return refused(report('link-refused', {}, fileSpan('link')));
  }
  const problem = passwordProblem(password, link.value.person.login);
  if (problem) return refused(report('password-refused', { problem }, fileSpan('password')));
  const { password: words } = await auth.$context;
  return records.usePasswordLink(hash, await words.hash(password));
}

export async function setUp(
  { auth, records }: Desk,
  token: string,
  { password, ...first }: SetUp,
): Promise<Outcome<SignInPerson>> {
  const hash = linkTokenHash(token);
  const link = await records.linkOf(hash);
  if (link.kind === 'refused') return link;
  if (link.value?.kind !== 'set-up') return refused(report('link-refused', {}, fileSpan('link')));
  if (!isLogin(first.login)) return refused(report('login-refused', {}, fileSpan('login')));
  const problem = passwordProblem(password, first.login);
  if (problem) return refused(report('password-refused', { problem }, fileSpan('password')));
  const { password: words } = await auth.$context;
  return records.useSetUp(hash, { ...first, passwordHash: await words.hash(password) });
}

/** The token of a link to set the store up; undefined where somebody can sign in. */
export async function issueSetUp({ records, now }: Desk): Promise<Outcome<string | undefined>> {
  const needed = await records.needsSetUp();
  if (needed.kind === 'refused') return needed;
  if (!needed.value) return done(undefined);
  const { token, ...link } = newLink('set-up', now());
  const issued = await records.issueSetUp(link);
  return issued.kind === 'refused' ? issued : done(token);
}
