import { join } from 'node:path';
import type { Diagnostic, LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { JobLimits } from '../columnar/children.ts';
import { outcomeText } from '../columnar/outcome-text.ts';
import { queryBuckets } from '../columnar/query-buckets.ts';
import { sha256File } from '../columnar/sha256-file.ts';
import { report } from '../messages.ts';
import type { Manifest, ManifestFile } from '../table/manifest.ts';
import { openPopulation } from '../table/open-population.ts';
import { rowRules } from './row-rules.ts';

export interface VerifiedPopulation {
  readonly manifest?: Manifest;
  /** How many rules every row was held to. */
  readonly rules: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a population is what its manifest says, file by file and row by row. */
export async function verifyPopulation(
  folder: string,
  limits: JobLimits,
): Promise<VerifiedPopulation> {
  const opened = await openPopulation(folder);
  if (opened.kind === 'refused') return { rules: 0, diagnostics: opened.diagnostics };
  const { manifest } = opened;
  const changed = await changedFiles(folder, manifest.files);
  if (changed.length > 0) return { manifest, rules: 0, diagnostics: changed };
  const rules = rowRules(manifest.year);
  const diagnostics = await brokenRules(folder, manifest, limits);
  return { manifest, rules: rules.length, diagnostics };
}

async function changedFiles(
  folder: string,
  files: readonly ManifestFile[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { path, sha256 } of files) {
    const full = join(folder, path);
    try {
      const own = await sha256File(full);
      if (own === sha256) continue;
      const params = { found: own, expected: sha256 };
      found.push(report('population-file-changed', params, fileSpan(full)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      found.push(report('population-file-missing', { reason }, fileSpan(full)));
    }
  }
  return found;
}

/** Counted bucket by bucket: people and households lie in one bucket whole. */
async function brokenRules(
  folder: string,
  manifest: Manifest,
  limits: JobLimits,
): Promise<readonly Diagnostic[]> {
  const rules = rowRules(manifest.year);
  const counts = ['SELECT count(*) FROM persons', 'SELECT count(*) FROM claims'];
  const queries = [...counts, ...rules.map(({ query }) => query)];
  const outcome = await queryBuckets(folder, manifest, queries, limits);
  if (outcome.kind !== 'answer') {
    const reason = outcomeText(outcome);
    return [report('population-unreadable', { reason }, fileSpan(folder))];
  }
  return outcome.answer.flatMap((answers, bucket) => {
    const [persons = 0, claims = 0, ...broken] = answers.map((rows) => Number(rows[0]?.[0]));
    return manifest.files
      .filter((file) => file.bucket === bucket)
      .flatMap(({ path, table, rows }) => {
        const missing = Math.abs(rows - (table === 'persons' ? persons : claims));
        const own = rules.flatMap(({ table: of, text }, at) =>
          of === table ? [{ text, count: broken[at] ?? 0 }] : [],
        );
        return [{ text: countRule(table), count: missing }, ...own]
          .filter(({ count }) => count !== 0)
          .map(({ text, count }) => ruleBroken(join(folder, path), text, count));
      });
  });
}

function countRule(table: string): LocalText {
  return {
    zh: `${table} 的行数与清单相同`,
    en: `${table} has as many rows as the manifest says`,
  };
}

function ruleBroken(place: string, rule: LocalText, count: number): Diagnostic {
  return report('population-breaks-rule', { rule, count }, fileSpan(place));
}
