import { BlockList, isIP } from 'node:net';
import { fileSpan } from '@tiaoli/base';
import type { DemoAccounts, DemoAttempt } from '@tiaoli/workspace';
import { demoPeople, report } from '@tiaoli/workspace';
import type { Desk } from './desk.ts';
import { done, refused } from './desk.ts';
import { requestHeaders } from './sign-in.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Signing in to a demonstration: who sits at this computer chooses whom to be. */
export function demoAccounts(desk: Desk): DemoAccounts {
  return { people: demoPeople, signIn: (attempt) => signIn(desk, attempt) };
}

async function signIn(desk: Desk, attempt: DemoAttempt): ReturnType<DemoAccounts['signIn']> {
  const { auth, records } = desk;
  const { login, address, headers } = attempt;
  const isKnown = demoPeople.some((each) => each.login === login);
  const found =
    isKnown && isLoopback(address) ? await records.personOfLogin(login) : done(undefined);
  if (found.kind === 'refused') return found;
  const person = found.value;
  if (!person) return refused(report('sign-in-refused', {}, fileSpan('sign-in')));
  const entered = await records.enter(person.id);
  if (entered.kind === 'refused') return entered;
  const begun = await auth.api.beginSession({
    ...{ body: { personId: person.id }, returnHeaders: true },
    headers: requestHeaders(headers, address),
  });
  const noted = await records.note(person.id, 'sign-in', { address, by: 'demonstration' });
  if (noted.kind === 'refused') return noted;
  return done({ kind: 'signed-in', person, cookies: begun.headers.getSetCookie() });
}

function isLoopback(address: string): boolean {
  // An IPv4 address within IPv6, as sockets of both kinds tell it.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  return family !== 0 && loopback.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
