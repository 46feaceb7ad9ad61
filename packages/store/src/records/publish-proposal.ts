import { fileSpan } from '@tiaoli/base';
import type { Publication, StoredVersion } from '@tiaoli/workspace';
import { hashOfBytes, report } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { demandProposal } from './proposal-rows.ts';
import { changed, demandStep } from './proposal-steps.ts';
import { dateOf } from './version-rows.ts';
import { publishVersion } from './versions.ts';

/** Publishes what was approved, to the byte and the day, and closes its draft: all of it in one transaction. */
export async function publishProposal(
  session: Session,
  id: string,
  round: number,
  publication: Publication,
): Promise<StoredVersion> {
  const { database } = session;
  const row = await demandProposal(session, id);
  demandStep(session, row, 'publish-proposal', 'document', 'publish');
  if (row.round !== round) throw changed();
  const { documentId, path, source, effectiveFrom } = publication;
  const approved = await database.proposalRound.findFirst({
    where: {
      ...{ proposalId: id, number: round, sourceHash: hashOfBytes(source) },
      effectiveFrom: dateOf(effectiveFrom),
    },
  });
  const isSame = documentId === row.documentId && path === row.draft.path;
  if (!approved || !isSame) throw new Refusal([report('not-approved', {}, fileSpan(id))]);
  const version = await publishVersion(session, publication);
  const data = { state: 'published', stateSince: session.now(), versionId: version.id };
  await database.proposal.update({ where: { id }, data });
  if (row.draft.state === 'open') {
    await database.draft.update({ where: { id: row.draftId }, data: { state: 'closed' } });
  }
  const detail = { round: String(round), version: version.id, hash: version.hash };
  const event = { action: 'publish-proposal', subject: id, detail };
  await appendEvent(session, row.document.jurisdictionId, event);
  return version;
}
