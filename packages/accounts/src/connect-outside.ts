import type { Configuration } from 'openid-client';
import { allowInsecureRequests, discovery } from 'openid-client';
import type { OutsideService } from './outside-service.ts';

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Asks the service what it is, the first time somebody wants to sign in by it; undefined, and asked again, where it is away. */
export function connectOnce(service: OutsideService): () => Promise<Configuration | undefined> {
  let known: Configuration | undefined;
  return async () => {
    known ??= await connect(service).catch(() => undefined);
    return known;
  };
}

function connect({ issuer, clientId, clientSecret }: OutsideService): Promise<Configuration> {
  const url = new URL(issuer);
  // Nobody listens on the way to this computer itself; anything else goes over TLS.
  const execute = loopbackNames.has(url.hostname) ? [allowInsecureRequests] : [];
  return discovery(url, clientId, clientSecret, undefined, { execute });
}
