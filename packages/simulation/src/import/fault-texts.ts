import type { LocalText } from '@tiaoli/base';
import type { RowFault } from './convert-cell.ts';
import type { MappingFault } from './import-mapping.ts';

/** Why a row was not taken. */
export const faultTexts: Readonly<Record<RowFault, LocalText>> = {
  empty: { zh: '没有填', en: 'is empty' },
  'no-number': { zh: '不是数', en: 'is no number' },
  'wrong-unit': {
    zh: '小数位与所写的单位不符（分是整数，元至多两位小数）',
    en: 'has decimals that the unit does not (fen are whole, yuan have two)',
  },
  negative: { zh: '小于零', en: 'is below zero' },
  'beyond-domain': { zh: '超出范围', en: 'is beyond its domain' },
  'no-date': { zh: '不是日历上的日期', en: 'is no day of the calendar' },
  'unknown-member': { zh: '不是对照表里的词', en: 'is none of the words of the mapping' },
  'outside-year': { zh: '不在这一年', en: 'lies outside of the year' },
  'ends-before-begin': { zh: '开始晚于结束', en: 'begins after it ends' },
  'parts-differ': { zh: '总额不等于各部分之和', en: 'is not the sum of its parts' },
  'after-death': { zh: '在死亡之后', en: 'lies after death' },
  'duplicate-claim': { zh: '与前面的结算号重复', en: 'is the number of an earlier claim' },
  'person-differs': {
    zh: '同一个人的信息与前面的行不同',
    en: 'is described otherwise in an earlier row',
  },
  'unknown-reversal': { zh: '冲销的结算不在文件里', en: 'takes back a claim that is not there' },
  'digits-lost': {
    zh: '存成了数，15位以后的数字已经丢失；请把这一列改成文本再导出',
    en: 'was kept as a number and lost the digits after the fifteenth; export the column as text',
  },
  'broken-row': { zh: '格数与表头不同', en: 'has not as many cells as the header' },
};

export function mappingFaultText(fault: MappingFault): LocalText {
  if (fault.kind === 'no-mapping') {
    return {
      zh: '不是写有 year 和 columns 的 JSON',
      en: 'it is no JSON with year and columns',
    };
  }
  const { column } = fault;
  const texts: Readonly<Record<typeof fault.kind, LocalText>> = {
    'unknown-column': {
      zh: `「${column}」不是人群的列，或来源写得不对`,
      en: `"${column}" is no column of a population, or its source is not written as it should be`,
    },
    'unmapped-column': {
      zh: `没有写「${column}」从哪里来`,
      en: `it has no source for "${column}"`,
    },
    'no-unit': {
      zh: `「${column}」是金额，要写 unit：yuan 或 fen`,
      en: `"${column}" is an amount and needs a unit: yuan or fen`,
    },
  };
  return texts[fault.kind];
}
