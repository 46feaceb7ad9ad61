import type { WhatIf } from '@tiaoli/simulation';
import type { Problem } from '../../../http/problem.ts';
import type { Simulating } from '../../../http/simulating.ts';
import { readThresholds } from '../model/threshold-texts.ts';
import { accountsGone, notAnAdjustment } from './simulate-problems.ts';

/** What an address asks beyond two versions, in the words of the command line. */
export async function askedWhatIf(
  search: URLSearchParams,
  { accounts, questions }: Pick<Simulating, 'accounts' | 'questions'>,
): Promise<{ readonly whatIf: WhatIf } | { readonly problem: Problem }> {
  const of = (name: string): string | undefined => search.get(name)?.trim() || undefined;
  const [sweep, solve, target] = [of('sweep'), of('solve'), of('target')];
  const thresholds = [...readThresholds(of('threshold'))].map(
    ([name, value]) => `${name}=${value}`,
  );
  const [funds, shares] = [of('funds'), of('adjustment')];
  const text = funds === undefined ? undefined : await accounts.read(funds);
  if (funds !== undefined && text === undefined) return { problem: accountsGone };
  const adjustment = shares === undefined ? undefined : questions.parseAdjustment(shares);
  if (shares !== undefined && !adjustment) return { problem: notAnAdjustment };
  return {
    whatIf: {
      ...(search.get('sensitivity') === '1' && { sensitivity: true }),
      ...(sweep !== undefined && { sweeps: [sweep] }),
      ...(thresholds.length > 0 && { thresholds }),
      ...(solve !== undefined && target !== undefined && { solve: { parameter: solve, target } }),
      ...(text !== undefined && { accounts: { text, file: 'accounts.csv' } }),
      ...(text !== undefined && adjustment && { adjustment }),
    },
  };
}
