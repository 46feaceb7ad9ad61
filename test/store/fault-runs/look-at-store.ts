import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import { hashOfBytes } from '@tiaoli/workspace';
import type { SqlConnection } from '../raw-connection.ts';
import { connectRaw } from '../raw-connection.ts';
import type { Told } from './writer.ts';

/** What is wrong with a store after all that was told: what is lost, what is half, what does not fit its hash. */
export async function lookAtStore(
  place: DatabasePlace,
  told: readonly Told[],
): Promise<readonly string[]> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') return opened.diagnostics.map(({ message }) => message.en);
  const broken = await opened.value.verify().finally(opened.value.close);
  const connection = await connectRaw(place);
  const found = await lookAtRows(connection, told).finally(connection.close);
  return [...broken.map((each) => JSON.stringify(each)), ...found];
}

async function lookAtRows(
  connection: SqlConnection,
  told: readonly Told[],
): Promise<readonly string[]> {
  const there = await readThere(connection);
  const lost = told.filter((each) => !there.has(keyOf(each)));
  const halves = await connection.query<{ readonly what: string }>(halfDone);
  return [
    ...lost.map((each) => `lost: ${JSON.stringify(each)}`),
    ...halves.map(({ what }) => what),
  ];
}

function keyOf(told: Told): string {
  switch (told.kind) {
    case 'saved':
      return `saved ${told.draft} ${told.revision} ${hashOfBytes(told.text)}`;
    case 'published':
      return `published ${told.hash} ${hashOfBytes(told.text)}`;
    case 'proposed':
      return `proposed ${told.proposal} ${told.round} ${hashOfBytes(told.text)}`;
    case 'approved':
      return `approved ${told.proposal} ${told.check}`;
    case 'decided':
      return `decided ${told.proposal} ${told.hash}`;
  }
}

async function readThere(connection: SqlConnection): Promise<ReadonlySet<string>> {
  const rows = await connection.query<{ readonly key: string }>(`
    SELECT concat_ws(' ', 'saved', draft_id, number, source_hash) AS key FROM draft_revision
    UNION ALL SELECT concat_ws(' ', 'published', hash, source_hash) FROM version
    UNION ALL SELECT concat_ws(' ', 'proposed', proposal_id, number, source_hash) FROM proposal_round
    UNION ALL SELECT concat_ws(' ', 'approved', proposal_id, check_id) FROM approval
    UNION ALL SELECT concat_ws(' ', 'decided', p.id, v.hash) FROM proposal p
      JOIN version v ON v.id = p.version_id JOIN draft d ON d.id = p.draft_id
      WHERE p.state = 'published' AND d.state = 'closed'`);
  return new Set(rows.map(({ key }) => key));
}

/** A row for each thing of which there is a part and not the rest. */
const halfDone = `
  SELECT 'a draft without its newest revision: ' || d.id AS what FROM draft d
    WHERE d.revision <> (SELECT count(*) FROM draft_revision r WHERE r.draft_id = d.id)
      OR d.revision <> (SELECT max(number) FROM draft_revision r WHERE r.draft_id = d.id)
  UNION ALL SELECT 'numbers of versions with a gap: ' || document_id FROM (
    SELECT document_id, number FROM version UNION ALL SELECT document_id, number FROM repeal) n
    GROUP BY document_id HAVING max(number) <> count(*)
  UNION ALL SELECT 'a proposal without its newest round: ' || p.id FROM proposal p
    WHERE p.round <> (SELECT count(*) FROM proposal_round r WHERE r.proposal_id = p.id)
  UNION ALL SELECT 'approved by nobody: ' || p.id FROM proposal p
    WHERE p.state IN ('approved', 'published')
      AND NOT EXISTS (SELECT FROM approval a WHERE a.proposal_id = p.id AND a.round = p.round)
  UNION ALL SELECT 'published with another text: ' || p.id FROM proposal p
    JOIN version v ON v.id = p.version_id JOIN proposal_round r ON r.proposal_id = p.id AND r.number = p.round
    WHERE v.source_hash <> r.source_hash
  UNION ALL SELECT 'published, and its draft open: ' || p.id FROM proposal p
    JOIN draft d ON d.id = p.draft_id WHERE p.state = 'published' AND d.state <> 'closed'
  UNION ALL SELECT 'told of in the trail not once: ' || t.what FROM (
    SELECT 'version ' || v.id AS what, count(e.number) AS times FROM version v
      LEFT JOIN audit_event e ON e.content LIKE '%"publish-version"%' AND e.content LIKE '%' || v.id || '%'
      GROUP BY v.id
    UNION ALL SELECT 'round ' || r.proposal_id || ' ' || r.number, count(e.number) FROM proposal_round r
      LEFT JOIN audit_event e ON e.content LIKE '%"propose-draft"%' AND e.content LIKE '%' || r.proposal_id || '%'
        AND e.content::json -> 'detail' ->> 'round' = r.number::text
      GROUP BY r.proposal_id, r.number) t WHERE t.times <> 1`;
