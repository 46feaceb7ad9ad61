import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { ApiWorld } from './api-world.ts';

/** The API on a port of this computer, for programs of their own; whoever starts it stops it. */
export async function serveApi({ fetch }: Pick<ApiWorld, 'fetch'>): Promise<{
  readonly address: string;
  readonly stop: () => Promise<void>;
}> {
  const server = await new Promise<ReturnType<typeof serve>>((done) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => done(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
