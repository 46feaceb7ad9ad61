import type { Child, JobLimits, Outcome } from '../columnar/children.ts';
import { askWhole } from '../columnar/query-buckets.ts';
import { quoted } from '../columnar/quoted.ts';
import type { Manifest } from '../table/manifest.ts';
import type { Coverage } from './claim-source.ts';

/** What is known of the whole population before its claims are run: how people are put into groups. */
export interface Survey {
  /** In order of their names. */
  readonly cities: readonly string[];
  /** Fen of income per head and year at which the second, third, fourth and fifth of five equal groups begin. */
  readonly incomeEdges: readonly number[];
}

/** Edges of groups by income lie on whole multiples of ten yuan. */
const INCOME_STEP = 1000;
const GROUPS_OF_INCOME = 5;

/** The cities of a population. */
export async function citiesOf(
  child: Child,
  folder: string,
  manifest: Manifest,
  limits: JobLimits,
): Promise<Outcome<readonly string[]>> {
  const queries = ['SELECT DISTINCT city FROM persons'];
  const outcome = await askWhole(child, folder, manifest, { queries, limits });
  if (outcome.kind !== 'answer') return outcome;
  const [rows = []] = outcome.answer;
  return { kind: 'answer', answer: rows.map(([name]) => String(name)).toSorted() };
}

/** Edges between five groups of people with as many in each, by income, of those whom the rules cover. */
export async function incomeEdgesOf(
  child: Child,
  folder: string,
  manifest: Manifest,
  {
    coverage: { scheme, city },
    limits,
  }: { readonly coverage: Coverage; readonly limits: JobLimits },
): Promise<Outcome<readonly number[]>> {
  const covered = [
    ...(scheme === undefined ? [] : [`scheme = ${quoted(scheme)}`]),
    ...(city === undefined ? [] : [`city = ${quoted(city)}`]),
  ];
  const where = covered.length > 0 ? `WHERE ${covered.join(' AND ')}` : '';
  const query = `SELECT income_pc // ${INCOME_STEP}, sum(weight) FROM persons ${where} GROUP BY ALL`;
  const outcome = await askWhole(child, folder, manifest, { queries: [query], limits });
  if (outcome.kind !== 'answer') return outcome;
  const [rows = []] = outcome.answer;
  const weights = new Map(rows.map(([bin, weight]) => [Number(bin), Number(weight)]));
  return { kind: 'answer', answer: edgesOf(weights) };
}

/** Where each further fifth begins. */
function edgesOf(weights: ReadonlyMap<number, number>): readonly number[] {
  const bins = [...weights].toSorted(([one], [other]) => one - other);
  const all = bins.reduce((sum, [, weight]) => sum + weight, 0);
  const edges: number[] = [];
  let below = 0;
  for (const [bin, weight] of bins) {
    below += weight;
    while (
      edges.length < GROUPS_OF_INCOME - 1 &&
      below * GROUPS_OF_INCOME >= all * (edges.length + 1)
    ) {
      edges.push((bin + 1) * INCOME_STEP);
    }
  }
  return edges;
}
