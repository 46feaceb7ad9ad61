import type { LocalText } from '@tiaoli/base';

/** Said with every result of a run on Spark. */
export const withoutCases: LocalText = {
  zh: '在 Spark 上测算：合计、分组和误差与本机测算相同，不挑选个案。有数值超出声明范围的人，连同其家庭由本机逐个结算，一并计入。',
  en: 'Run on Spark: sums, groups and errors are those of a run on this computer; no single cases are chosen. People with a number beyond the declared bounds, and their households, are settled one by one on this computer, and counted with the others.',
};
