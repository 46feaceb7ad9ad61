import type { Claim, LayerResult, Settlement, YearState } from './hand-written.ts';

/** Results by the name that the policy gives them; null where a layer does not apply. */
export type FlatResult = Readonly<Record<string, number | null>>;

export function flatten(settlement: Settlement): FlatResult {
  return {
    医疗费总额: settlement.total,
    全自费: settlement.ownExpense,
    超限价: settlement.overLimitPrice,
    先行自付: settlement.firstSelfPay,
    合规费用: settlement.compliant,
    ...flattenLayer('住院统筹', settlement.basic),
    ...flattenLayer('大病保险', settlement.illness),
    ...flattenLayer('医疗救助', settlement.assistance),
    个人负担: settlement.burden,
    现金: settlement.cash,
  };
}

function flattenLayer(name: string, layer: LayerResult | null): FlatResult {
  return {
    [`${name}.基数`]: layer?.base ?? null,
    [`${name}.起付`]: layer?.deductible ?? null,
    [name]: layer?.paid ?? null,
    [`${name}.限外`]: layer?.beyondLimit ?? null,
    [`${name}.比例自付`]: layer?.ownShare ?? null,
    [`${name}.超封顶`]: layer?.overCap ?? null,
  };
}

/**
 * What the other engines are given: the claim with the categories spelt out, as they know no sets, and the state of the
 * year, as they keep none.
 */
export function peerInputs(claim: Claim, state: YearState): Readonly<Record<string, number>> {
  const { categories, settledAt: _, ...amounts } = claim;
  const { year: __, ...year } = state;
  const bit = (index: number): number => (categories >> index) & 1;
  return {
    ...amounts,
    destitute: bit(1),
    subsistence: bit(2),
    returned: bit(3),
    edge: bit(4),
    monitored: bit(5),
    ...year,
  };
}
