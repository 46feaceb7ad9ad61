import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { JobRunner } from '@tiaoli/jobs';
import { openJobRunner } from '@tiaoli/jobs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../store/databases.ts';
import { cityText, publishBase } from '../store/delegated.ts';
import type { ApiWorld } from './api-world.ts';
import { done, startApiWorld } from './api-world.ts';
import { serveApi } from './serve-api.ts';

const script = join(import.meta.dirname, '../../docs/life-of-a-proposal.sh');

describe.each(databaseKinds)('%s', (kind) => {
  let api: ApiWorld;
  let served: Awaited<ReturnType<typeof serveApi>>;
  let runner: JobRunner;
  const problems: string[] = [];

  beforeAll(async () => {
    api = await startApiWorld(kind);
    await publishBase(api.store, api.world, 'province', '100元');
    await publishBase(api.store, api.world, 'city', '55%');
    served = await serveApi(api);
    const onProblem = (problem: string) => void problems.push(problem);
    runner = openJobRunner({ store: api.store, onProblem, paceMillis: 100 });
  }, 300_000);
  afterAll(async () => {
    await runner.close();
    await served.stop();
    await api.under.stop();
  }, 60_000);

  function runScript(more: Readonly<Record<string, string>> = {}) {
    const tokenOf = (who: string) => api.tokens.get(who) ?? '';
    const env = {
      ...{ ...process.env, LANG: 'C.UTF-8', TIAOLI_SERVER: served.address },
      ...{ PROPOSER: tokenOf('city proposer'), REVIEWER: tokenOf('province reviewer') },
      ...{ PUBLISHER: tokenOf('city publisher'), DOCUMENT: 'city.rules', DAY: '2027-06-01' },
      ...{ CLAUSE: '「比例」', CHANGE: 's/55%/62%/', SUGGESTION: 's/62%/58%/', ...more },
    };
    return new Promise<{ code: number; stdout: string; stderr: string }>((finished) => {
      execFile('bash', [script], { env }, (error, stdout, stderr) => {
        const code = error ? Number(error.code) : 0;
        finished({ code, stdout, stderr });
      });
    });
  }

  test('what the server refuses ends the script with its words, and nothing is published', async () => {
    const before = await versions();
    const wrong = await runScript({ CHANGE: 's/55%/80%/' });
    expect(wrong.code).not.toBe(0);
    expect(wrong.stderr).toContain('above-upper-bound');
    const stranger = await runScript({ REVIEWER: api.tokens.get('sister reviewer') ?? '' });
    expect(stranger.stderr).toContain('record-not-found');
    const unknown = await runScript({ DOCUMENT: 'no.such' });
    expect([unknown.code, unknown.stdout]).toEqual([1, '']);
    expect(await versions()).toEqual(before);
  }, 300_000);

  test('a request over the network without a body is taken, and one without its type is not', async () => {
    const headers = { authorization: `Bearer ${api.tokens.get('city proposer')}` };
    const ask = (body?: Uint8Array<ArrayBuffer>) =>
      fetch(`${served.address}/api/v1/threads/x/resolve`, {
        ...{ method: 'POST', headers, ...(body && { body }) },
      });
    const statuses = [await ask(), await ask(new TextEncoder().encode('{}'))];
    expect(statuses.map(({ status }) => status)).toEqual([404, 415]);
  });

  test('by curl alone: from the draft to what is in force', async () => {
    const before = await versions();
    const { code, stdout, stderr } = await runScript();
    expect([code, stderr]).toEqual([0, '']);
    const after = await versions();
    expect(after).toHaveLength(before.length + 1);
    expect(stdout.trim().split('\n').at(-1)).toBe(`已发布并施行 ${after.at(-1).hash}`);
    const source = await api.ask('city analyst', 'GET', `/versions/${after.at(-1).id}/source`);
    // The suggestion, and every other byte as it was published before.
    expect(source.text).toBe(cityText('58%'));
    expect(await api.store.verify()).toEqual([]);
    expect([api.defects, problems]).toEqual([[], []]);
  }, 300_000);

  async function versions() {
    const path = `/documents/${api.world.documents.city.id}/versions`;
    return (await done(api, 'city analyst', 'GET', path)).versions;
  }
});
