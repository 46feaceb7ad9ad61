import { fileSpan } from '@tiaoli/base';
import type { Isolation, Outcome, PolicyStore, Records } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import { accountRecords } from './accounts/account-records.ts';
import type { Database } from './database/database.ts';
import { openDatabase, openExisting } from './database/open-database.ts';
import type { DatabasePlace } from './database/place.ts';
import { auditRecords } from './records/audit.ts';
import { caseRecords, forgetCases } from './records/cases.ts';
import { comparisonRecords } from './records/comparisons.ts';
import { datasetRecords, deletedDatasets } from './records/datasets.ts';
import { documentRecords } from './records/documents.ts';
import { draftRecords } from './records/drafts.ts';
import { gateRecords } from './records/gate.ts';
import { jobQueue } from './records/job-queue.ts';
import { jobRecords } from './records/jobs.ts';
import { jurisdictionRecords } from './records/jurisdictions.ts';
import { proposalRecords } from './records/proposals.ts';
import { reviewRecords } from './records/reviews.ts';
import { runRecords } from './records/runs.ts';
import { tokenRecords } from './records/tokens.ts';
import { userRecords } from './records/users.ts';
import { versionRecords } from './records/versions.ts';
import { actorOfToken } from './session/actor-of-token.ts';
import { enterWall } from './session/enter-wall.ts';
import type { Environment } from './session/environment.ts';
import { realEnvironment } from './session/environment.ts';
import { loadActor } from './session/load-actor.ts';
import { runTransaction } from './session/run-transaction.ts';
import type { Session } from './session/session.ts';
import { verifyDatabase } from './verify/verify-database.ts';

/** Opens the store at a place; whoever opens it closes it. */
export async function openStore(place: DatabasePlace): Promise<Outcome<PolicyStore>> {
  const opened = await openDatabase(place);
  if (opened.kind === 'refused') return opened;
  return { kind: 'done', value: storeOf(opened.database) };
}

/** The same for a store that must be there already. */
export async function openExistingStore(place: DatabasePlace): Promise<Outcome<PolicyStore>> {
  const opened = await openExisting(place);
  if (opened.kind === 'refused') return opened;
  return { kind: 'done', value: storeOf(opened.database) };
}

/** The store in a database that has the newest shape. */
export function storeOf(
  database: Database,
  environment: Environment = realEnvironment,
): PolicyStore {
  return {
    transaction: <Value>(
      actorId: string,
      isolation: Isolation,
      work: (records: Records) => Promise<Outcome<Value>>,
    ) =>
      runTransaction(database, isolation, async (client) => {
        const actor = await loadActor(client, actorId);
        if (!actor) {
          const diagnostics = [report('unknown-actor', {}, fileSpan('actor'))];
          return { kind: 'refused', diagnostics };
        }
        await enterWall(client, actor.id);
        const isDemo = (await client.demoMark.count()) > 0;
        return work(recordsOf({ ...environment, database: client, actor }, isDemo));
      }),
    markDemo: () =>
      runTransaction(database, 'serializable', async (client) => {
        if ((await client.document.count()) > 0) {
          return {
            kind: 'refused',
            diagnostics: [report('demo-not-empty', {}, fileSpan('store'))],
          };
        }
        const data = [{ only: true, markedAt: environment.now() }];
        await client.demoMark.createMany({ data, skipDuplicates: true });
        return { kind: 'done', value: true };
      }),
    actorOfToken: (hash) =>
      runTransaction(database, 'read-committed', async (client) => ({
        kind: 'done',
        value: await actorOfToken(client, hash, environment.now()),
      })),
    jobs: jobQueue(database),
    forgetCases: () => forgetCases(database, environment),
    deletedDatasets: () => deletedDatasets(database),
    accounts: accountRecords(database, environment),
    verify: () => verifyDatabase(database),
    close: () => database.close(),
  };
}

function recordsOf(session: Session, isDemo: boolean): Records {
  return {
    actor: session.actor,
    isDemo,
    jurisdictions: jurisdictionRecords(session),
    users: userRecords(session),
    documents: documentRecords(session),
    drafts: draftRecords(session),
    versions: versionRecords(session),
    proposals: proposalRecords(session),
    gate: gateRecords(session),
    reviews: reviewRecords(session),
    tokens: tokenRecords(session),
    audit: auditRecords(session),
    jobs: jobRecords(session),
    datasets: datasetRecords(session),
    runs: runRecords(session),
    comparisons: comparisonRecords(session),
    cases: caseRecords(session),
  };
}
