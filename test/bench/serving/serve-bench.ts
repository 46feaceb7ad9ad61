// What people wait for while many work at once: the built server over PostgreSQL, asked by loopback.
import { openStore } from '@tiaoli/store';
import { buildWorkbench } from '@tiaoli/web';
import type { PolicyStore } from '@tiaoli/workspace';
import { newToken, operatorId } from '@tiaoli/workspace';
import { servePolicies } from '../../e2e/serve-policies.ts';
import { cityText, fillWorld, pathOf } from '../../e2e/store-world.ts';
import { startPlaces } from '../../store/places.ts';
import type { World } from '../../store/world.ts';
import { as } from '../../store/world.ts';
import type { Row } from '../row.ts';
import type { Load } from './open-loop.ts';
import { loadAt, percentile } from './open-loop.ts';

const SECONDS = 60;
const READS = 100;
const SAVES = 10;
/** Each saves a draft of its own every few seconds, and reads in between. */
const DRAFTERS = 50;

interface Drafter {
  readonly token: string;
  readonly draft: string;
  /** What the next save names. */
  tag: string;
  isSaving: boolean;
}

/** 100 reads and 10 saves a second by 50 people, for a minute. */
export async function serveRows(): Promise<readonly Row[]> {
  await buildWorkbench();
  const places = await startPlaces('server');
  try {
    const place = await places.empty();
    const opened = await openStore(place);
    if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
    const drafters = await addDrafters(opened.value);
    if (place.kind !== 'server') throw new Error('a server was asked for');
    const served = await servePolicies([], 'serve', { DATABASE_URL: place.url });
    try {
      return await loadRows(`${served.address}/api/v1`, drafters);
    } finally {
      await served.stop();
    }
  } finally {
    await places.stop();
  }
}

/** People of the city with a draft and a token each. */
async function addDrafters(store: PolicyStore): Promise<readonly Drafter[]> {
  const { world } = await fillWorld(store);
  const drafters: Drafter[] = [];
  for (let at = 0; at < DRAFTERS; at += 1) drafters.push(await addDrafter(store, world, at));
  await store.close();
  return drafters;
}

async function addDrafter(store: PolicyStore, world: World, at: number): Promise<Drafter> {
  const { token, hash, expiresAt } = newToken(1, new Date());
  const user = await as(store, operatorId, async ({ users, tokens }) => {
    const login = `drafter-${at}`;
    const added = await users.add({ login, name: login, jurisdictionId: world.places.city });
    await users.grant(added.id, world.places.city, 'drafter');
    await tokens.add(added.id, { name: 'bench', hash, expiresAt });
    return added;
  });
  const text = cityText('60%');
  const draft = await as(store, user.id, ({ drafts }) =>
    drafts.create({
      ...{ jurisdictionId: world.places.city, documentId: world.documents.city.id },
      ...{ title: `稿 ${at}`, path: pathOf('city'), text },
    }),
  );
  return { token, draft: draft.id, tag: '', isSaving: false };
}

async function loadRows(address: string, drafters: readonly Drafter[]): Promise<readonly Row[]> {
  for (const drafter of drafters) {
    const answer = await ask(`${address}/drafts/${drafter.draft}`, drafter, {});
    drafter.tag = answer.headers.get('etag') ?? '';
  }
  const [reads, saves] = await Promise.all([
    loadAt(READS, SECONDS, (at) => read(address, personAt(drafters, at), at)),
    loadAt(SAVES, SECONDS, (at) => save(address, personAt(drafters, at), at)),
  ]);
  return [
    rowOf('serve-read', `${READS} reads a second for ${SECONDS} s`, reads, 250),
    rowOf('serve-save', `${SAVES} saves a second meanwhile`, saves, 500),
  ];
}

/** What a page asks: who I am, what waits for me, my drafts, one draft, what there is, what is proposed. */
const pages = ['/me', '/inbox', '/drafts', undefined, '/documents', '/proposals'];

async function read(address: string, drafter: Drafter, at: number): Promise<string | undefined> {
  const page = pages[at % pages.length] ?? `/drafts/${drafter.draft}`;
  const answer = await ask(`${address}${page}`, drafter, {});
  await answer.arrayBuffer();
  return answer.status === 200 ? undefined : `${page}: ${answer.status}`;
}

async function save(address: string, drafter: Drafter, at: number): Promise<string | undefined> {
  if (drafter.isSaving) return 'a save took longer than the time between two';
  drafter.isSaving = true;
  const body = JSON.stringify({ text: cityText(`${50 + (at % 20)}%`) });
  const headers = { 'content-type': 'application/json', 'if-match': drafter.tag };
  const init = { method: 'PUT', headers, body };
  const answer = await ask(`${address}/drafts/${drafter.draft}`, drafter, init);
  await answer.arrayBuffer();
  drafter.tag = answer.headers.get('etag') ?? drafter.tag;
  drafter.isSaving = false;
  return answer.status === 200 ? undefined : `save: ${answer.status}`;
}

function ask(address: string, { token }: Drafter, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  return fetch(address, { ...init, headers });
}

function personAt(drafters: readonly Drafter[], at: number): Drafter {
  const drafter = drafters[at % drafters.length];
  if (!drafter) throw new Error('nobody is there');
  return drafter;
}

function rowOf(id: string, what: string, load: Load, limit: number): Row {
  const [half, most, all] = [50, 99, 100].map((each) => Math.round(percentile(load, each)));
  const wrong = [...load.errors].map(([error, count]) => `${count} × ${error}`).join(', ');
  process.stdout.write(
    `${what}: ${load.waits.length} answers; half within ${half} ms, 99% within ${most} ms, all within ${all} ms; ${wrong || 'no errors'}\n`,
  );
  // An error is no answer in time.
  const amount = load.errors.size === 0 ? percentile(load, 95) : Number.POSITIVE_INFINITY;
  return {
    ...{ id, what: `${what}: 95% within`, amount, unit: 'ms waited' },
    floor: { of: 'amount', bound: 'at-most', limit },
  };
}
