import type { LocalText } from '@tiaoli/base';
import type { DocumentScope } from '../references/document-scope.ts';
import type { LanguageType } from './language-type.ts';

/** What a type is called in a message. */
export function typeText(type: LanguageType, scope: DocumentScope): LocalText {
  switch (type.kind) {
    case 'money':
      return { zh: '金额', en: 'an amount of money' };
    case 'unit-price':
      return { zh: '单价', en: 'a unit price' };
    case 'rate':
      return { zh: '比例', en: 'a rate' };
    case 'points':
      return { zh: '百分点', en: 'percentage points' };
    case 'integer':
      return { zh: '整数', en: 'an integer' };
    case 'decimal':
      return { zh: '数', en: 'a number' };
    case 'number':
      return { zh: '没有单位的数', en: 'a number without a unit' };
    case 'date':
      return { zh: '日期', en: 'a date' };
    case 'duration':
      return durations[type.unit];
    case 'boolean':
      return { zh: '是否（布尔）', en: 'a truth value' };
    case 'text':
      return { zh: '文本', en: 'a text' };
    case 'enumeration': {
      const name = scope.enumeration(type.enumeration)?.name ?? '';
      return { zh: `“${name}”的成员`, en: `a member of “${name}”` };
    }
    case 'set': {
      const name = scope.enumeration(type.enumeration)?.name ?? '';
      return { zh: `“${name}”的集合`, en: `a set of “${name}”` };
    }
    case 'integer-set':
      return { zh: '整数的集合', en: 'a set of integers' };
    case 'unknown':
      return { zh: '未知的值', en: 'an unknown value' };
  }
}

const durations = {
  days: { zh: '天数', en: 'a number of days' },
  months: { zh: '月数', en: 'a number of months' },
  years: { zh: '年数', en: 'a number of years' },
  'working-days': { zh: '工作日数', en: 'a number of working days' },
} as const;
