import type { Action, Actor, Subject } from '@tiaoli/workspace';
import { permits } from '@tiaoli/workspace';
import type { SubjectState } from '@tiaoli/workspace/testing';
import type { SqlConnection } from './raw-connection.ts';

/** Tables whose rows are for some alone. */
export const wallTables = [
  'draft',
  'draft_revision',
  'proposal',
  'proposal_round',
  'gate_check',
  'acceptance',
  'approval',
  'review_thread',
  'review_comment',
  'suggestion',
  'api_token',
  'audit_event',
  'job',
  'dataset',
  'run',
  'stored_case',
] as const;
export type WallTable = (typeof wallTables)[number];

/** Everything that is asked about, as it stands in the database. */
export interface WallFacts {
  /** What tells the rows of a table apart, in order. */
  readonly keys: Readonly<Record<WallTable, readonly string[]>>;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}
type Row = Readonly<Record<string, string | number | null>>;

const moreTables = ['jurisdiction', 'document', 'role_grant', 'user', 'blob', 'version'] as const;

export async function readFacts(
  connection: SqlConnection,
  tables: readonly string[] = [...wallTables, ...moreTables],
): Promise<WallFacts> {
  const rows: Record<string, readonly Row[]> = {};
  const keys: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const columns = table === 'blob' ? 'hash' : '*';
    const found = await connection.query<{ readonly row: string }>(
      `SELECT row_to_json(t)::text AS row FROM (SELECT ${columns} FROM "${table}") t`,
    );
    rows[table] = found.map(({ row }): Row => JSON.parse(row));
    keys[table] = rows[table].map(keyOf).sort();
  }
  return { rows, keys: keys as WallFacts['keys'] };
}

function keyOf(row: Row): string {
  const { id, draft_id, proposal_id, thread_id, jurisdiction_id, number, fingerprint } = row;
  return id !== undefined
    ? String(id)
    : [draft_id, proposal_id, thread_id, jurisdiction_id, number, fingerprint].join(' ');
}

/** The keys of the rows of a table that the function of rights lets a person see. */
export function seenRows(facts: WallFacts, actor: Actor, table: WallTable): readonly string[] {
  return rowsIn(facts, table)
    .filter((row) => isSeen(facts, actor, table, row))
    .map(keyOf)
    .sort();
}

function isSeen(facts: WallFacts, actor: Actor, table: WallTable, row: Row): boolean {
  const parent = (name: WallTable, id: unknown) => {
    const found = rowsIn(facts, name).find((each) => each.id === id);
    return found !== undefined && isSeen(facts, actor, name, found);
  };
  switch (table) {
    case 'draft': {
      const proposal = rowsIn(facts, 'proposal').find(({ draft_id }) => draft_id === row.id);
      return (
        mayOnDraft(facts, actor, 'read-draft', row) ||
        (!!proposal && parent('proposal', proposal.id))
      );
    }
    case 'draft_revision':
      return parent('draft', row.draft_id);
    case 'proposal':
      return (
        mayOnProposal(facts, actor, 'read-proposal', row, ['proposing']) ||
        mayOnProposal(facts, actor, 'examine-proposal', row, ['reviewing'])
      );
    case 'review_comment':
    case 'suggestion':
      return parent('review_thread', row.thread_id);
    case 'api_token':
      return mayManage(facts, actor, row.user_id);
    case 'audit_event':
      return permits(actor, 'read-audit', placeOf(facts, row.jurisdiction_id));
    case 'job':
      return permits(actor, 'read-job', placeOf(facts, row.jurisdiction_id));
    case 'dataset':
      return permits(actor, 'read-dataset', placeOf(facts, row.jurisdiction_id));
    case 'run':
      return permits(actor, 'read-run', placeOf(facts, row.jurisdiction_id));
    case 'stored_case':
      return permits(actor, 'read-case', placeOf(facts, row.jurisdiction_id));
    default:
      return parent('proposal', row.proposal_id);
  }
}

/** A statement that a person may try by hand, and whether the function of rights lets them. */
export interface WallWrite {
  readonly what: string;
  readonly sql: string;
  readonly may: boolean;
}

export function writesOf(facts: WallFacts, actor: Actor): readonly WallWrite[] {
  return [
    ...rowsIn(facts, 'jurisdiction').flatMap((place) => placeWrites(facts, actor, place)),
    ...rowsIn(facts, 'draft').flatMap((draft) => draftWrites(facts, actor, draft)),
    ...rowsIn(facts, 'proposal').flatMap((proposal) => proposalWrites(facts, actor, proposal)),
    ...rowsIn(facts, 'jurisdiction').flatMap((place) => dataWrites(facts, actor, place)),
    ...rowsIn(facts, 'user').map((user) => ({
      what: `a token of ${user.login}`,
      sql: `INSERT INTO api_token VALUES (gen_random_uuid(), '${user.id}', 'x', encode(sha256('new'), 'hex'), now(), now())`,
      may: mayManage(facts, actor, user.id),
    })),
  ];
}

function placeWrites(facts: WallFacts, actor: Actor, place: Row): readonly WallWrite[] {
  const { id, name } = place;
  const document = rowsIn(facts, 'document').find(({ jurisdiction_id }) => jurisdiction_id === id);
  const any = rowsIn(facts, 'document')[0]?.id;
  const subject = placeOf(facts, id);
  const link = (by: string) =>
    `INSERT INTO audit_event VALUES ('${id}', 99999, '{"actorId":"${by}"}', repeat('0', 64), repeat('0', 64))`;
  const other = rowsIn(facts, 'user').find((user) => user.id !== actor.id)?.id;
  const own = [
    { what: `an event of ${name}`, sql: link(actor.id), may: true },
    { what: `an event of ${name} for another`, sql: link(String(other)), may: false },
    {
      what: `a draft in ${name}`,
      sql: `INSERT INTO draft VALUES (gen_random_uuid(), '${id}', '${any}', '${actor.id}', 'x', 'open', 1, NULL, now(), now(), 'x')`,
      may: permits(actor, 'create-draft', subject),
    },
  ];
  if (!document) return own;
  const hash = rowsIn(facts, 'blob')[0]?.hash;
  const version = (by: string) =>
    `INSERT INTO version VALUES (gen_random_uuid(), '${document.id}', 999, repeat('0', 64), '${hash}', '${hash}', '${hash}', 'x', '2030-01-01', now(), '${by}', NULL, 'x')`;
  return [
    ...own,
    {
      what: `a version of ${name}`,
      sql: version(actor.id),
      may: permits(actor, 'publish-version', subject),
    },
    { what: `a version of ${name} for another`, sql: version(String(other)), may: false },
    {
      what: `a repeal in ${name}`,
      sql: `INSERT INTO repeal VALUES (gen_random_uuid(), '${document.id}', 999, '2031-01-01', 'x', now(), '${actor.id}')`,
      may: permits(actor, 'repeal-document', subject),
    },
  ];
}

/** What is asked about people in a place, and kept of them. */
function dataWrites(facts: WallFacts, actor: Actor, { id, name }: Row): readonly WallWrite[] {
  const subject = placeOf(facts, id);
  const may = (action: Action, owner = ''): boolean =>
    permits(actor, action, { ...subject, ...(owner !== '' && { owner }) });
  const other = String(rowsIn(facts, 'user').find((user) => user.id !== actor.id)?.id);
  const hash = rowsIn(facts, 'blob')[0]?.hash;
  const version = rowsIn(facts, 'version')[0]?.id;
  const job = (by: string) =>
    `INSERT INTO job VALUES (gen_random_uuid(), '${id}', '${by}', 'gate', 'x', 'x', 'waiting', NULL, 0, 0, 0, false, NULL, NULL, NULL, NULL, NULL, 1, now(), NULL, NULL, now())`;
  const dataset = (by: string) =>
    `INSERT INTO dataset VALUES (gen_random_uuid(), '${id}', 'x', gen_random_uuid()::text, repeat('0', 64), 1, 1, true, '2030-01-01', '${by}', now(), NULL, NULL)`;
  const run = (by: string) =>
    `INSERT INTO run VALUES (gen_random_uuid(), '${id}', '${rowsIn(facts, 'dataset')[0]?.id}', repeat('0', 64), 'x', '${hash}', '${by}', now())`;
  const kept = (by: string) =>
    `INSERT INTO stored_case VALUES (gen_random_uuid(), '${id}', '${version}', 'x', '{}', '${by}', now(), now())`;
  const here = (table: string) =>
    rowsIn(facts, table).filter(({ jurisdiction_id }) => jurisdiction_id === id);
  return [
    { what: `a job in ${name}`, sql: job(actor.id), may: may('read-job') },
    { what: `a job in ${name} for another`, sql: job(other), may: false },
    { what: `a dataset in ${name}`, sql: dataset(actor.id), may: may('register-dataset') },
    { what: `a dataset in ${name} for another`, sql: dataset(other), may: false },
    { what: `a run in ${name}`, sql: run(actor.id), may: may('run-simulation') },
    { what: `a run in ${name} for another`, sql: run(other), may: false },
    { what: `a case in ${name}`, sql: kept(actor.id), may: may('keep-case') },
    { what: `a case in ${name} for another`, sql: kept(other), may: false },
    ...here('job').map((row) => ({
      what: `to end a job in ${name}`,
      sql: `UPDATE job SET state = 'cancelled' WHERE id = '${row.id}'`,
      may: may('cancel-job', String(row.asker_id)),
    })),
    ...here('dataset').map((row) => ({
      what: `to delete a dataset in ${name}`,
      sql: `UPDATE dataset SET deleted_at = now(), deleter_id = '${actor.id}' WHERE id = '${row.id}'`,
      may: may('delete-dataset'),
    })),
    ...here('stored_case').map((row) => ({
      what: `to delete a case in ${name}`,
      sql: `DELETE FROM stored_case WHERE id = '${row.id}'`,
      may: may('delete-case', String(row.keeper_id)),
    })),
  ];
}

function draftWrites(facts: WallFacts, actor: Actor, draft: Row): readonly WallWrite[] {
  const { id, state } = draft;
  const proposal = rowsIn(facts, 'proposal').find(({ draft_id }) => draft_id === id);
  const closes =
    proposal?.state === 'published' &&
    permits(actor, 'publish-proposal', {
      ...placeOf(facts, documentOf(facts, proposal)?.jurisdiction_id),
      state: 'approved',
    });
  const seen = isSeen(facts, actor, 'draft', draft);
  const saves = mayOnDraft(facts, actor, 'save-draft', draft);
  const hash = rowsIn(facts, 'blob')[0]?.hash;
  return [
    {
      what: `to change the ${state} draft ${id}`,
      sql: `UPDATE draft SET title = 'y' WHERE id = '${id}'`,
      may: seen && (saves || mayOnDraft(facts, actor, 'close-draft', draft) || closes),
    },
    {
      what: `a revision of the ${state} draft ${id}`,
      sql: `INSERT INTO draft_revision VALUES ('${id}', 999, '${hash}', '${actor.id}', now())`,
      may: saves,
    },
    ...(proposal
      ? []
      : [
          {
            what: `a proposal of the draft ${id}`,
            sql: `INSERT INTO proposal VALUES (gen_random_uuid(), '${draft.jurisdiction_id}', '${draft.jurisdiction_id}', '${draft.document_id}', '${id}', '${actor.id}', 'change', 'x', 'proposed', now(), 1, NULL, NULL, now())`,
            may: mayOnDraft(facts, actor, 'propose-draft', draft),
          },
        ]),
  ];
}

function proposalWrites(facts: WallFacts, actor: Actor, proposal: Row): readonly WallWrite[] {
  const { id, state } = proposal;
  const may = (action: Action, ...sides: readonly Side[]) =>
    mayOnProposal(facts, actor, action, proposal, sides);
  const hash = rowsIn(facts, 'blob')[0]?.hash;
  const check = rowsIn(facts, 'gate_check')[0]?.id;
  const accept = (kind: string) =>
    `INSERT INTO acceptance VALUES ('${id}', encode(sha256('new'), 'hex'), '${kind}', 'x', '${actor.id}', now())`;
  const checked = `'${hash}', '${hash}'`;
  return [
    {
      what: 'a check',
      sql: `INSERT INTO gate_check VALUES (gen_random_uuid(), '${id}', 1, ${checked}, '${hash}', NULL, '${actor.id}', now())`,
      may:
        may('check-proposal', 'proposing', 'reviewing', 'document') &&
        isSeen(facts, actor, 'proposal', proposal),
    },
    {
      what: 'an approval',
      sql: `INSERT INTO approval VALUES (gen_random_uuid(), '${id}', 1, '${check}', ${checked}, '${actor.id}', now())`,
      may: may('approve-proposal', 'reviewing'),
    },
    { what: 'to accept', sql: accept('undecided'), may: may('accept-undecided', 'reviewing') },
    { what: 'to confirm', sql: accept('grade-d'), may: may('confirm-grade', 'reviewing') },
    {
      what: 'a thread',
      sql: `INSERT INTO review_thread VALUES (gen_random_uuid(), '${id}', '', 1, '${actor.id}', now())`,
      may:
        may('comment-proposal', 'proposing', 'reviewing') &&
        isSeen(facts, actor, 'proposal', proposal),
    },
    ...(['published', 'withdrawn'].includes(String(state))
      ? []
      : [
          {
            what: 'to move it',
            sql: `UPDATE proposal SET state = 'withdrawn' WHERE id = '${id}'`,
            may: isSeen(facts, actor, 'proposal', proposal),
          },
        ]),
  ].map(({ what, ...write }) => ({ ...write, what: `${what} of the ${state} proposal ${id}` }));
}

type Side = 'proposing' | 'reviewing' | 'document';

function mayOnProposal(
  facts: WallFacts,
  actor: Actor,
  action: Action,
  proposal: Row,
  sides: readonly Side[],
): boolean {
  const places = {
    proposing: proposal.jurisdiction_id,
    reviewing: proposal.review_place_id,
    document: documentOf(facts, proposal)?.jurisdiction_id,
  };
  const authors = [
    proposal.author_id,
    ...rowsIn(facts, 'draft_revision')
      .filter(({ draft_id }) => draft_id === proposal.draft_id)
      .map(({ author_id }) => author_id),
    ...rowsIn(facts, 'proposal_round')
      .filter(({ proposal_id }) => proposal_id === proposal.id)
      .map(({ submitter_id }) => submitter_id),
  ].map(String);
  const state = proposal.state as SubjectState;
  return sides.some((side) =>
    permits(actor, action, { ...placeOf(facts, places[side]), state, authors }),
  );
}

function mayOnDraft(facts: WallFacts, actor: Actor, action: Action, draft: Row): boolean {
  const state = draft.state as SubjectState;
  const owner = String(draft.author_id);
  return permits(actor, action, { ...placeOf(facts, draft.jurisdiction_id), state, owner });
}

function mayManage(facts: WallFacts, actor: Actor, userId: unknown): boolean {
  const own = rowsIn(facts, 'role_grant').filter(({ user_id }) => user_id === userId);
  const nation = rowsIn(facts, 'jurisdiction').filter(({ parent_id }) => parent_id === null);
  const places =
    own.length > 0 ? own.map((grant) => grant.jurisdiction_id) : nation.map(({ id }) => id);
  return places.every((place) =>
    permits(actor, 'manage-tokens', { ...placeOf(facts, place), owner: String(userId) }),
  );
}

function documentOf(facts: WallFacts, { document_id }: Row): Row | undefined {
  return rowsIn(facts, 'document').find(({ id }) => id === document_id);
}

function placeOf(facts: WallFacts, id: unknown): Subject {
  return { path: String(rowsIn(facts, 'jurisdiction').find((place) => place.id === id)?.path) };
}

function rowsIn({ rows }: WallFacts, table: string): readonly Row[] {
  return rows[table] ?? [];
}
