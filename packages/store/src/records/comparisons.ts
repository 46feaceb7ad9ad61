import type {
  ComparisonFile,
  ComparisonInput,
  ComparisonRecords,
  ComparisonSummary,
  FixedText,
} from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { keepBytes } from './blobs.ts';
import { findDraft } from './drafts.ts';
import { findJob } from './jobs.ts';
import { findProposal } from './proposal-rows.ts';

/** What a job tells of a comparison: short, since jobs are listed. */
interface ToldComparison {
  readonly title: string;
  readonly summary: string;
  readonly files: Readonly<Record<ComparisonFile, string>>;
}

export function comparisonRecords(session: Session): ComparisonRecords {
  return {
    find: async (id) => {
      const told = await findTold(session, id);
      const bytes = told && (await bytesOf(session, told.summary));
      if (!bytes) return undefined;
      const summary: ComparisonSummary = JSON.parse(new TextDecoder().decode(bytes));
      return { id, summary };
    },
    file: async (id, file) => {
      const told = await findTold(session, id);
      return told && bytesOf(session, told.files[file]);
    },
    keep: async (summary, files) => {
      const kept: Partial<Record<ComparisonFile, string>> = {};
      for (const [name, bytes] of Object.entries(files)) {
        kept[name as ComparisonFile] = await keepBytes(session, bytes);
      }
      const text = new TextEncoder().encode(JSON.stringify(summary));
      const { baseline, reform } = summary;
      const days = [baseline.on, reform.on].map((on) => on ?? '').join(' → ');
      return {
        title: `${reform.title}（${days}）`,
        ...{ summary: await keepBytes(session, text), files: kept },
      };
    },
  };
}

async function bytesOf({ database }: Session, hash: string): Promise<Uint8Array | undefined> {
  const row = await database.blob.findUnique({ where: { hash } });
  return row?.bytes;
}

/** Of a comparison that is done and whose texts the person sees. */
async function findTold(session: Session, id: string): Promise<ToldComparison | undefined> {
  const row = await findJob(session, id);
  if (row?.kind !== 'comparison' || row.state !== 'done' || row.result === null) return undefined;
  const { baseline, reform }: ComparisonInput = JSON.parse(row.input);
  for (const text of [baseline, reform]) {
    if (!(await isSeen(session, text))) return undefined;
  }
  return JSON.parse(row.result);
}

/** What is published is everybody's. */
async function isSeen(session: Session, text: FixedText): Promise<boolean> {
  if ('versionId' in text) return true;
  const row =
    'draftId' in text
      ? await findDraft(session, text.draftId)
      : await findProposal(session, text.proposalId);
  return row !== undefined;
}
