import type { LocalText } from '@tiaoli/base';
import type { RatioKind } from '@tiaoli/simulation';

const names: Readonly<Record<RatioKind, LocalText>> = {
  actual: {
    zh: '实际报销比例：所测规则的各项基金支付 ÷ 总费用',
    en: 'actual ratio: paid by the funds of these rules ÷ total costs',
  },
  'in-policy': {
    zh: '政策范围内报销比例：所测规则的各项基金支付 ÷ 政策范围内费用',
    en: 'in-policy ratio: paid by the funds of these rules ÷ costs in scope',
  },
  'inpatient-basic': {
    zh: '住院第一层支付比例：所测规则的第一层支付 ÷ 住院政策范围内费用',
    en: 'first layer, inpatients: paid by the first layer of these rules ÷ inpatient costs in scope',
  },
};

/** A ratio with its definition: one is never told without the other. */
export function ratioName(kind: RatioKind): LocalText {
  return names[kind];
}
