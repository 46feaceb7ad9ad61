import type { LocalText } from '@tiaoli/base';
import type { RatioKind } from '@tiaoli/simulation';

const names: Readonly<Record<RatioKind, LocalText>> = {
  actual: {
    zh: '实际报销比例：各项基金支付 ÷ 总费用',
    en: 'actual ratio: paid by all funds ÷ total costs',
  },
  'in-policy': {
    zh: '政策范围内报销比例：各项基金支付 ÷ 政策范围内费用',
    en: 'in-policy ratio: paid by all funds ÷ costs in scope',
  },
  'inpatient-basic': {
    zh: '住院基本医保报销比例：第一层支付 ÷ 住院政策范围内费用',
    en: 'basic inpatient ratio: paid by the first layer ÷ inpatient costs in scope',
  },
};

/** A ratio with its definition: one is never told without the other. */
export function ratioName(kind: RatioKind): LocalText {
  return names[kind];
}
