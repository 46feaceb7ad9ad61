import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { servePolicies } from './serve-policies.ts';

/** A workbench over a new, embedded store. */
export interface ServedStore {
  readonly address: string;
  /** The link that makes the first administrator. */
  readonly setUpLink: string;
  stop(): Promise<void>;
}

/** Serves a store in which there is nobody yet. */
export async function serveStore(
  more: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<ServedStore> {
  const parent = await mkdtemp(join(tmpdir(), 'tiaoli-store-'));
  const data = ['--data', join(parent, 'store')];
  const served = await servePolicies([...data, ...more], 'serve', variables);
  const linkIn = (lines: readonly string[]) =>
    lines.map((line) => /http:\/\/\S+\/set-up#[\w-]+/.exec(line)?.[0]).find(Boolean);
  while (linkIn(served.printed) === undefined) await wait(50);
  return {
    address: served.address,
    setUpLink: linkIn(served.printed) ?? '',
    stop: async () => {
      await served.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
