import { groupedYuan } from './payer-shares.ts';
import type { OutputJson } from './settled-json.ts';

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

/** Why something is not known although nothing is left to answer: 未见 values, gaps of the rules. Each once. */
export function undeterminedReasons(outputs: Outputs): readonly string[] {
  const reasons = Object.values(outputs).flatMap(({ status, reason }) =>
    status === 'missing' && reason !== undefined ? [reason] : [],
  );
  return [...new Set(reasons)];
}
