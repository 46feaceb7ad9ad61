import { createHash } from 'node:crypto';
import { copyFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Diagnostic, LocalText } from '@tiaoli/base';
import { assertNever, fileSpan } from '@tiaoli/base';
import type { JobLimits, Outcome } from '../columnar/children.ts';
import { askChild } from '../columnar/children.ts';
import { openDraft } from '../columnar/draft-folder.ts';
import { isThere } from '../columnar/is-there.ts';
import { outcomeText } from '../columnar/outcome-text.ts';
import { PEOPLE_PER_BUCKET } from '../generate/presets.ts';
import { report } from '../messages.ts';
import type { Manifest } from '../table/manifest.ts';
import { MANIFEST_NAME, printManifest, SCHEMA_VERSION, sealManifest } from '../table/manifest.ts';
import { mappingFaultText } from './fault-texts.ts';
import type { ImportAnswer, ImportJob, RejectedRow } from './import-job.ts';
import { readMapping } from './import-mapping.ts';
import { REJECTED_NAME } from './rejected-name.ts';

export interface ImportRequest {
  /** A file of claims, or a folder with the parts of a table that was exported as Parquet. */
  readonly file: string;
  /** The text of the mapping, and what to call it. */
  readonly mapping: { readonly path: string; readonly text: string };
  readonly folder: string;
  /** Of the site, at least `LEAST_KEY_BYTES`. */
  readonly key: Uint8Array;
  readonly allowRejected: boolean;
  readonly peoplePerBucket?: number;
  readonly limits: JobLimits;
}

export type Imported =
  | {
      readonly kind: 'made';
      readonly manifest: Manifest;
      readonly rows: readonly RejectedRow[];
      readonly rejected: number;
    }
  | { readonly kind: 'there-already' }
  | {
      readonly kind: 'refused';
      readonly diagnostics: readonly Diagnostic[];
      readonly rows: readonly RejectedRow[];
    }
  /** It is no fault of the file: cancelled, a full disk, a process that is gone. */
  | { readonly kind: 'not-made'; readonly reason: LocalText };

/**
 * Makes a population of a file of claims, beside its folder, and moves it there when it is whole. Where rows are refused,
 * the list of them is kept as `FOLDER.rejected.csv`.
 */
export async function importPopulation(request: ImportRequest): Promise<Imported> {
  const folder = resolve(request.folder);
  if (await isThere(folder)) return { kind: 'there-already' };
  const { mapping, faults } = readMapping(request.mapping.text);
  if (!mapping) {
    const span = fileSpan(request.mapping.path);
    const diagnostics = faults.map((fault) =>
      report('import-mapping', { fault: mappingFaultText(fault) }, span),
    );
    return { kind: 'refused', diagnostics, rows: [] };
  }
  let draft: string | undefined;
  try {
    const { file, key, allowRejected, limits } = request;
    const parts = await partsOf(resolve(file));
    if (parts?.length === 0) return unusable(request, noParts);
    draft = await openDraft(folder);
    const outcome = await askChild(
      {
        kind: 'import',
        ...{ folder: draft, files: parts ?? [resolve(file)], mapping, key, allowRejected },
        format: parts ? 'parquet' : formatOf(file),
        peoplePerBucket: request.peoplePerBucket ?? PEOPLE_PER_BUCKET,
      },
      limits,
    );
    if (outcome.kind !== 'answer') return withoutAnswer(request, outcome);
    return await settle({ folder, draft }, request, mapping.year, outcome.answer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'not-made', reason: { zh: reason, en: reason } };
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}

/** What keeps a disk from taking more, in the words of the system. */
const fullDisk = /EFBIG|ENOSPC|EDQUOT|File too large|No space left|Disk quota/i;

/** What the reader of files says is wrong with the file; anything else has nothing to do with it. */
function withoutAnswer(
  request: ImportRequest,
  outcome: Exclude<Outcome<never>, { kind: 'answer' }>,
): Imported {
  const reason = outcomeText(outcome);
  const isFault = outcome.kind === 'failed' && !fullDisk.test(outcome.reason);
  return isFault ? unusable(request, reason) : { kind: 'not-made', reason };
}

/** The Parquet files of a folder by name, without what marks a job as done; undefined where it is no folder. */
async function partsOf(path: string): Promise<readonly string[] | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return undefined;
  const names = (await readdir(path)).filter((name) => /^[^._].*\.parquet$/i.test(name));
  return names.toSorted().map((name) => join(path, name));
}

const noParts: LocalText = {
  zh: '这个文件夹里没有 Parquet 文件（.parquet）；按分区存放的表请先导出成不分区的',
  en: 'the folder has no Parquet files (.parquet); export a table with partitions without them first',
};

/** By the ending of its name; anything else is read as text. */
function formatOf(file: string): ImportJob['format'] {
  const ending = extname(file).toLowerCase();
  if (ending === '.parquet') return 'parquet';
  return ending === '.xlsx' ? 'xlsx' : 'csv';
}

function unusable({ file }: ImportRequest, reason: LocalText): Imported {
  const diagnostics = [report('import-unusable', { reason }, fileSpan(file))];
  return { kind: 'refused', diagnostics, rows: [] };
}

interface Places {
  readonly folder: string;
  readonly draft: string;
}

async function settle(
  { folder, draft }: Places,
  request: ImportRequest,
  year: number,
  answer: ImportAnswer,
): Promise<Imported> {
  switch (answer.kind) {
    case 'written': {
      const manifest = manifestOf(request, year, answer);
      await writeFile(join(draft, MANIFEST_NAME), printManifest(manifest));
      await rm(join(draft, 'spill'), { recursive: true, force: true });
      if (answer.count === 0) await rm(join(draft, REJECTED_NAME), { force: true });
      await rename(draft, folder);
      return { kind: 'made', manifest, rows: answer.rows, rejected: answer.count };
    }
    case 'rejected': {
      const listed = `${folder}.rejected.csv`;
      await copyFile(join(draft, REJECTED_NAME), listed);
      const params = { count: answer.count, listed };
      const diagnostics = [report('import-rows', params, fileSpan(request.file))];
      return { kind: 'refused', diagnostics, rows: answer.rows };
    }
    case 'unreadable':
      return unusable(request, {
        zh: '不是 UTF-8 或 GB18030 的文本，也不是大小、压缩率正常的工作簿',
        en: 'it is no text in UTF-8 or GB18030, and no workbook of a sound size and ratio of compression',
      });
    case 'empty':
      return unusable(request, { zh: '没有可用的行', en: 'it has no usable rows' });
    case 'columns-missing':
      return unusable(request, {
        zh: `没有这些列：${answer.columns.join('、')}`,
        en: `it has no columns ${answer.columns.join(', ')}`,
      });
    case 'doubtful-unit': {
      const yuan = (answer.median / 100).toFixed(2);
      return unusable(request, {
        zh: `住院总额的中位数是 ${yuan} 元，单位多半写反了（unit：yuan 或 fen）`,
        en: `the median admission costs ${yuan} yuan: most likely the unit is the other one (yuan or fen)`,
      });
    }
    default:
      return assertNever(answer);
  }
}

function manifestOf(
  { mapping }: ImportRequest,
  year: number,
  { files, buckets, count }: Extract<ImportAnswer, { kind: 'written' }>,
): Manifest {
  const rowsOf = (table: string): number =>
    files.reduce((sum, file) => sum + (file.table === table ? file.rows : 0), 0);
  return sealManifest({
    format: 'tiaoli-population',
    schemaVersion: SCHEMA_VERSION,
    year,
    origin: {
      kind: 'imported',
      mapping: createHash('sha256').update(mapping.text).digest('hex'),
      rejected: count,
    },
    buckets,
    persons: rowsOf('persons'),
    claims: rowsOf('claims'),
    files,
  });
}
