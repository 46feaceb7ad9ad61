import { tokenHash } from '@tiaoli/workspace';
import type { ServedStore } from './open-served-store.ts';

/** Whether a request for a page is of somebody who is signed in, and the cookies that go on with it. */
export function whoIsOf({ store, accounts }: Extract<ServedStore, { kind: 'opened' }>) {
  return async (headers: Headers): Promise<readonly string[] | undefined> => {
    const [, token] = /^Bearer ([\w-]{1,200})$/.exec(headers.get('authorization') ?? '') ?? [];
    if (token !== undefined) {
      const actor = await store.actorOfToken(tokenHash(token));
      return actor.kind === 'done' && actor.value !== undefined ? [] : undefined;
    }
    const session = await accounts.sessionOf(headers);
    return session.kind === 'done' ? session.value?.cookies : undefined;
  };
}
