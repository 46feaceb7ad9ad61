import type { Outcome } from '../records/outcome.ts';
import type { Records } from '../records/policy-store.ts';
import type { FixedText, NamedText, StoredSide } from './stored-side.ts';
import { fixText, readStoredSide } from './stored-side.ts';

/** Two texts of the store: what is, and what would be. */
export interface Pair<Text> {
  readonly baseline: Text;
  readonly reform: Text;
}

export async function fixPair(
  records: Records,
  { baseline, reform }: Pair<NamedText>,
): Promise<Outcome<Pair<FixedText>>> {
  return both(await fixText(records, baseline), await fixText(records, reform));
}

export async function readPair(
  records: Records,
  { baseline, reform }: Pair<FixedText>,
): Promise<Outcome<Pair<StoredSide>>> {
  return both(await readStoredSide(records, baseline), await readStoredSide(records, reform));
}

function both<Text>(baseline: Outcome<Text>, reform: Outcome<Text>): Outcome<Pair<Text>> {
  if (baseline.kind === 'refused') return baseline;
  if (reform.kind === 'refused') return reform;
  return { kind: 'done', value: { baseline: baseline.value, reform: reform.value } };
}
