import type {
  History,
  Publication,
  Repeal,
  StoredVersion,
  VersionContent,
  VersionRecords,
} from '@tiaoli/workspace';
import { permits, versionHash } from '@tiaoli/workspace';
import { keptName, keptProse } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { keepBytes } from './blobs.ts';
import { findDocument } from './documents.ts';
import { things } from './things.ts';
import { dateOf, repealOf, versionOf, withFiles } from './version-rows.ts';

export function versionRecords(session: Session): VersionRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      if (!isId(id)) return undefined;
      const include = { ...withFiles, document: { include: { jurisdiction: true } } };
      const row = await database.version.findUnique({ where: { id }, include });
      if (!row || !permits(actor, 'read-published', row.document.jurisdiction)) return undefined;
      return versionOf(row);
    },
    history: async (documentId) => {
      const document = await findDocument(session, documentId);
      return document ? historyOf(session, document.id) : { versions: [], repeals: [] };
    },
    bytes: async (hash) => {
      // A blob has no place of its own: what a version names is published, everything else is drafts.
      const named = {
        OR: [{ sourceHash: hash }, { moduleHash: hash }, { files: { some: { hash } } }],
      };
      const version = await database.version.findFirst({
        where: named,
        include: { document: { include: { jurisdiction: true } } },
      });
      if (!version || !permits(actor, 'read-published', version.document.jurisdiction)) return;
      return (await database.blob.findUnique({ where: { hash } }))?.bytes;
    },
    publish: (publication) => publishVersion(session, publication),
    repeal: (documentId, from, reason) => repeal(session, documentId, from, reason),
  };
}

export async function publishVersion(
  session: Session,
  publication: Publication,
): Promise<StoredVersion> {
  const { database, actor } = session;
  const { documentId, path, meaningHash, engineVersion, effectiveFrom, rollbackOfId } = publication;
  const document = found(await findDocument(session, documentId), things.document);
  demand(session, 'publish-version', document.jurisdiction);
  keptName(path, things.path);
  const files: { readonly path: string; readonly hash: string }[] = [];
  for (const file of publication.files) {
    files.push({
      path: keptName(file.path, things.path),
      hash: await keepBytes(session, file.bytes),
    });
  }
  const content: VersionContent = {
    ...{ documentId, path, meaningHash, engineVersion, effectiveFrom, files },
    number: await nextNumber(session, documentId),
    sourceHash: await keepBytes(session, publication.source),
    moduleHash: await keepBytes(session, publication.module),
  };
  const id = session.newId();
  const hash = versionHash(content);
  const { number, sourceHash, moduleHash } = content;
  await database.version.create({
    data: {
      ...{ id, documentId, number, path, hash, sourceHash, moduleHash, meaningHash, engineVersion },
      ...{ effectiveFrom: dateOf(effectiveFrom), publishedAt: session.now() },
      ...{ publisherId: actor.id, rollbackOfId: rollbackOfId ?? null },
    },
  });
  for (const file of files) await database.versionFile.create({ data: { versionId: id, ...file } });
  const note =
    publication.note === undefined ? {} : { note: keptProse(publication.note, things.reason) };
  const detail = { documentId, number: String(number), hash, effectiveFrom, ...note };
  const event = { action: 'publish-version', subject: id, detail };
  await appendEvent(session, document.jurisdictionId, event);
  const row = await database.version.findUniqueOrThrow({ where: { id }, include: withFiles });
  return versionOf(row);
}

async function repeal(
  session: Session,
  documentId: string,
  from: string,
  reason: string,
): Promise<Repeal> {
  const document = found(await findDocument(session, documentId), things.document);
  demand(session, 'repeal-document', document.jurisdiction);
  const id = session.newId();
  const number = await nextNumber(session, documentId);
  const row = await session.database.repeal.create({
    data: {
      ...{ id, documentId, number, from: dateOf(from) },
      reason: keptProse(reason, things.reason),
      ...{ recordedAt: session.now(), recorderId: session.actor.id },
    },
  });
  const detail = { documentId, number: String(number), from, reason };
  const event = { action: 'repeal-document', subject: id, detail };
  await appendEvent(session, document.jurisdictionId, event);
  return repealOf(row);
}

async function historyOf({ database }: Session, documentId: string): Promise<History> {
  const order = { where: { documentId }, orderBy: { number: 'asc' } } as const;
  const versions = await database.version.findMany({ ...order, include: withFiles });
  const repeals = await database.repeal.findMany(order);
  return { versions: versions.map(versionOf), repeals: repeals.map(repealOf) };
}

/** Versions and repeals of a document are numbered together. */
async function nextNumber(session: Session, documentId: string): Promise<number> {
  const { versions, repeals } = await historyOf(session, documentId);
  return Math.max(0, ...[...versions, ...repeals].map(({ number }) => number)) + 1;
}
