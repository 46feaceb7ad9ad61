import { groupedYuan } from './payer-shares.ts';
import type { OutputJson, SettledJson } from './settled-json.ts';

/** The national field of what the person bears. */
const PERSON_FIELD = 'psn_part_amt';
const CASH_FIELD = 'psn_cash_pay';

type Outputs = Readonly<Record<string, OutputJson>>;

/** What the person bears, grouped by thousands; undefined where it is not known. */
export function personPart(outputs: Outputs): string | undefined {
  const found = personOutput(outputs);
  return found?.status === 'value' && typeof found.value === 'string'
    ? groupedYuan(found.value)
    : undefined;
}

/** 个人负担, else the cash, of a claim or of a year. */
export function personOutput(outputs: Outputs): OutputJson | undefined {
  const all = Object.values(outputs);
  return (
    all.find(({ field }) => field === PERSON_FIELD) ?? all.find(({ field }) => field === CASH_FIELD)
  );
}

/** Why results are not known although nothing is left to answer: 未见 values, gaps of the rules. Each reason once. */
export function undeterminedIn({ result }: SettledJson): readonly string[] {
  const outputs = result.claims.flatMap((claim) => Object.values(claim.outputs));
  const reasons = outputs.flatMap(({ status, reason }) =>
    status === 'missing' && reason !== undefined ? [reason] : [],
  );
  return [...new Set(reasons)];
}
