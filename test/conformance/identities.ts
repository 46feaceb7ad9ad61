import type { Rational } from '@tiaoli/base';
import { add, isEqual, printRational, ZERO } from '@tiaoli/base';
import type { StepResult } from '@tiaoli/interpreter';
import { isNumber } from '@tiaoli/interpreter';
import { fraction, isSame } from './reference/fraction.ts';
import type { LayerModel, PolicyModel } from './reference/model.ts';

/** The identities of reference 3.2 and 3.4 that the step breaks; what is 待补充 breaks none. */
export function brokenIdentities(model: PolicyModel, step: StepResult): readonly string[] {
  const read = (name: string): Rational | undefined => amountOf(step, `${model.id}/${name}`);
  return [
    ...model.layers.flatMap((layer) => brokenBase(layer, model, read)),
    ...brokenTotal(model, read),
  ];
}

type Read = (name: string) => Rational | undefined;

/** B = 限外 + 起付自担 + 比例自付 + 超封顶 + 支付, none of them negative. */
function brokenBase(model: LayerModel, policy: PolicyModel, read: Read): readonly string[] {
  const { name: layer } = model;
  const base = read(`${layer}.基数`);
  const names = [`${layer}.限外`, `${layer}.比例自付`, `${layer}.超封顶`, layer];
  const parts = names.map(read);
  const ofDeductible = paysIntoDeductible(model, policy) ? undefined : read(`${layer}.起付`);
  const borne = read(`${layer}.起付自担`) ?? ofDeductible;
  if (!base || !borne || parts.includes(undefined)) return [];
  const amounts = [borne, ...parts].filter((part) => part !== undefined);
  const negative = amounts.some(({ numerator }) => numerator < 0n);
  const sum = amounts.reduce(add, ZERO);
  return [
    ...(negative ? [`${layer}: a part of the base is negative`] : []),
    ...(isEqual(sum, base)
      ? []
      : [`${layer}: the parts are ${printRational(sum)}, the base ${printRational(base)}`]),
  ];
}

/** 保底 and coarse roundings can pay more than X: then 起付 is not what the person bears of it. */
function paysIntoDeductible(
  { slots, cases, otherwise }: LayerModel,
  { headerRounding }: PolicyModel,
): boolean {
  const rest = typeof otherwise === 'string' ? [] : [otherwise];
  return (
    !isSame(headerRounding.rule.unit, fraction(1)) ||
    [
      slots,
      ...cases.flatMap((each) => [each, ...each.exceptions]).map((each) => each.slots),
      ...rest,
    ].some(
      ({ guarantees, rounding }) =>
        guarantees.length > 0 ||
        rounding.some(({ value }) => !isSame(value.rule.unit, fraction(1))),
    )
  );
}

/** Σ 支付 + 现金 = 总额. */
function brokenTotal({ layers }: PolicyModel, read: Read): readonly string[] {
  const [whole, cash] = [read('总费用'), read('现金')];
  if (!whole || !cash) return [];
  const sum = layers.reduce((total, { name }) => add(total, read(name) ?? ZERO), cash);
  return isEqual(sum, whole)
    ? []
    : [`Σ 支付 + 现金 = ${printRational(sum)}, 总额 ${printRational(whole)}`];
}

/** The amount; undefined where it is 不适用 or 待补充. */
function amountOf({ outcomes }: StepResult, id: string): Rational | undefined {
  const outcome = outcomes.get(id);
  return outcome?.status === 'value' && isNumber(outcome.value) ? outcome.value : undefined;
}
