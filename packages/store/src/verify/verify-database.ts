import type { AuditEvent, AuditLink, BrokenRecord } from '@tiaoli/workspace';
import { emptyChain, hashOfBytes, verifyChain, versionHash } from '@tiaoli/workspace';
import type { Database } from '../database/database.ts';
import { versionOf, withFiles } from '../records/version-rows.ts';

/** How many rows are read at once: bytes of drafts and versions come to gigabytes in all. */
const PAGE = 200;

/** Looks at every hash that is stored. */
export async function verifyDatabase(database: Database): Promise<readonly BrokenRecord[]> {
  return [
    ...(await brokenBlobs(database)),
    ...(await brokenVersions(database)),
    ...(await brokenChains(database)),
  ];
}

async function brokenBlobs({ client }: Database): Promise<readonly BrokenRecord[]> {
  const broken: BrokenRecord[] = [];
  for (let last = ''; ; ) {
    const rows = await client.blob.findMany({
      where: { hash: { gt: last } },
      orderBy: { hash: 'asc' },
      take: PAGE,
    });
    for (const { hash, bytes } of rows) {
      if (hashOfBytes(bytes) === hash) continue;
      broken.push({ table: 'blob', row: hash, problem: 'altered' });
    }
    if (rows.length < PAGE) return broken;
    last = rows.at(-1)?.hash ?? last;
  }
}

/** A version is what its hash says, and the audit trail of its place tells of its publication with the same hash. */
async function brokenVersions({ client }: Database): Promise<readonly BrokenRecord[]> {
  const rows = await client.version.findMany({ include: withFiles, orderBy: { id: 'asc' } });
  return rows
    .map(versionOf)
    .filter((version) => versionHash(version) !== version.hash)
    .map(({ id }) => ({ table: 'version', row: id, problem: 'altered' }));
}

async function brokenChains({ client }: Database): Promise<readonly BrokenRecord[]> {
  const places = await client.jurisdiction.findMany({
    include: { auditHead: true },
    orderBy: { id: 'asc' },
  });
  const broken: BrokenRecord[] = [];
  for (const { id, auditHead } of places) {
    const links: readonly AuditLink[] = await client.auditEvent.findMany({
      where: { jurisdictionId: id },
      orderBy: { number: 'asc' },
    });
    const found = verifyChain(links, auditHead ?? emptyChain);
    if (found) {
      broken.push({ table: 'audit_event', row: `${id} ${found.number}`, problem: found.problem });
    }
    broken.push(...(await untoldVersions(client, id, links)));
  }
  return broken;
}

/** Versions of a place whose publication its chain does not tell, as where its end was taken away together with its head. */
async function untoldVersions(
  client: Database['client'],
  jurisdictionId: string,
  links: readonly AuditLink[],
): Promise<readonly BrokenRecord[]> {
  const told = new Set(links.flatMap(({ content }) => publishedIn(content)));
  const versions = await client.version.findMany({
    where: { document: { jurisdictionId } },
    orderBy: { id: 'asc' },
  });
  return versions
    .filter(({ id, hash }) => !told.has(`${id} ${hash}`))
    .map(({ id }) => ({
      table: 'audit_event',
      row: `${jurisdictionId} ${id}`,
      problem: 'missing',
    }));
}

function publishedIn(content: string): readonly string[] {
  const event = parsed(content);
  if (event?.action !== 'publish-version') return [];
  return [`${event.subject} ${event.detail?.hash}`];
}

/** Undefined for a text that somebody altered so that it is no event any more, which the chain tells. */
function parsed(content: string): AuditEvent | undefined {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
