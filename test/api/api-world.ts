import { openAccounts } from '@tiaoli/accounts';
import { createApi } from '@tiaoli/api';
import { storeOf } from '@tiaoli/store';
import type { Accounts, PolicyStore } from '@tiaoli/workspace';
import { newToken, operatorId } from '@tiaoli/workspace';
import type { DatabaseUnderTest, databaseKinds } from '../store/databases.ts';
import { startDatabase } from '../store/databases.ts';
import { cityText, pathOf, publishBase } from '../store/delegated.ts';
import type { World } from '../store/world.ts';
import { as, makeWorld, personOf } from '../store/world.ts';

/** The API over a store with people of each role in five places, each with a token. */
export interface ApiWorld {
  readonly under: DatabaseUnderTest;
  readonly store: PolicyStore;
  readonly world: World;
  readonly tokens: ReadonlyMap<string, string>;
  /** What was wrong with us; empty at the end. */
  readonly defects: readonly unknown[];
  /** What a client is given in place of a network. */
  fetch(request: Request): Promise<Response>;
  ask(who: string | undefined, method: string, path: string, more?: AskOptions): Promise<Answer>;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was answered
  readonly json: any;
}

export async function startApiWorld(kind: (typeof databaseKinds)[number]): Promise<ApiWorld> {
  const under = await startDatabase(kind);
  const store = storeOf(under.database);
  const world = await makeWorld(store);
  const defects: unknown[] = [];
  const accounts = await accountsOf(under, store);
  const api = createApi({
    ...{ store, accounts, clock: () => performance.now(), mostPerMinute: 1_000_000 },
    ...{ now: () => new Date(), mostStreamMillis: 300 },
    onDefect: (error) => defects.push(error),
  });
  const tokens = new Map<string, string>();
  for (const [who, userId] of world.people) {
    tokens.set(who, await tokenOf(store, userId));
  }
  return {
    ...{ under, store, world, tokens, defects },
    fetch: async (request) => api.request(request),
    ask: async (who, method, path, { body, headers = {} } = {}) => {
      const token = who === undefined ? undefined : (tokens.get(who) ?? who);
      const response = await api.request(`/api/v1${path}`, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      });
      return answerOf(response);
    },
  };
}

/** What finds out who somebody is, as people reach it at `http://localhost`. */
export async function accountsOf(
  { database }: Pick<DatabaseUnderTest, 'database'>,
  store: PolicyStore,
  now: () => Date = () => new Date(),
): Promise<Accounts> {
  const opened = await openAccounts({ database, store, now, publicAddress: 'http://localhost' });
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  return opened.value;
}

export async function tokenOf(store: PolicyStore, userId: string): Promise<string> {
  const { token, hash, expiresAt } = newToken(1, new Date());
  await as(store, operatorId, ({ tokens }) =>
    tokens.add(userId, { name: 'test', hash, expiresAt }),
  );
  return token;
}

/** A draft of the city, with one version published of its document. */
export async function addDraft({ store, world }: ApiWorld) {
  const place = { jurisdictionId: world.places.city, documentId: world.documents.city.id };
  const version = await as(store, personOf(world, 'city', 'publisher'), ({ versions }) =>
    versions.publish({
      ...{ documentId: place.documentId, path: 'policies/a.tiaoli', meaningHash: 'a'.repeat(64) },
      ...{ engineVersion: '1', effectiveFrom: '2027-01-01', files: [] },
      source: new TextEncoder().encode('\ufeff语言 1\r\n'),
      module: new TextEncoder().encode('module'),
    }),
  );
  const draft = await as(store, personOf(world, 'city', 'drafter'), ({ drafts }) =>
    drafts.create({ ...place, title: '调整', path: 'policies/a.tiaoli', text: '语言 1\n' }),
  );
  return { draft, version };
}

export async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  return { status, headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** A proposal of the city before the province, with a thread and a suggestion; and one more draft. */
export async function addProposal(api: ApiWorld) {
  const { store, world } = api;
  await publishBase(store, world, 'province', '100元');
  const versionId = await publishBase(store, world, 'city', '55%');
  const begin = (value: string) =>
    done(api, 'city drafter', 'POST', '/drafts', {
      body: {
        ...{ jurisdictionId: world.places.city, documentId: world.documents.city.id },
        ...{ title: '调整支付比例', path: pathOf('city'), baseVersionId: versionId },
        text: cityText(value),
      },
    });
  const [draft, proposed] = [await begin('60%'), await begin('61%')];
  const proposal = await done(api, 'city drafter', 'POST', `/drafts/${proposed.id}/propose`, {
    body: { effectiveFrom: '2027-06-01', reason: '基金有结余' },
    headers: { 'if-match': '"1"' },
  });
  const path = `/proposals/${proposal.id}`;
  const round = await done(api, 'province reviewer', 'GET', `${path}/rounds/1`);
  const clause = round.clauses.find((each: { clause: string }) => each.clause === '「比例」');
  const thread = await done(api, 'province reviewer', 'POST', `${path}/threads`, {
    body: { round: 1, clause: clause.key, text: '偏高' },
  });
  const { suggestions } = await done(
    ...([api, 'province reviewer', 'POST', `/threads/${thread.id}/suggestions`] as const),
    { body: { original: clause.text, replacement: clause.text.replace('61%', '58%') } },
  );
  return { draft, proposal, thread, suggestion: suggestions[0], versionId };
}

/** The answer to what must be done. */
export async function done(
  api: ApiWorld,
  who: string,
  method: string,
  path: string,
  more: AskOptions = {},
) {
  const { status, json, text } = await api.ask(who, method, path, more);
  if (status >= 300) throw new Error(`${who} ${method} ${path}: ${status} ${text}`);
  return json;
}
