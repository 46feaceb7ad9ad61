import type { LocalText, TextLanguage } from '@tiaoli/base';

/** Words in the language of the report. */
export type Say = (text: LocalText) => string;

export function sayIn(language: TextLanguage): Say {
  return (text) => text[language];
}

/** Members of columns of a population, as people say them. */
const members: Readonly<Record<string, LocalText>> = {
  employee: { zh: '职工医保', en: 'employees' },
  resident: { zh: '居民医保', en: 'residents' },
  active: { zh: '在职职工', en: 'active' },
  retired: { zh: '退休人员', en: 'retired' },
  urban: { zh: '城镇', en: 'urban' },
  rural: { zh: '农村', en: 'rural' },
  ordinary: { zh: '普通人员', en: 'ordinary' },
  destitute: { zh: '特困人员', en: 'destitute' },
  subsistence: { zh: '低保对象', en: 'subsistence allowance' },
  returned_to_poverty: { zh: '返贫致贫人口', en: 'returned to poverty' },
  low_income_edge: { zh: '低保边缘家庭成员', en: 'low-income edge' },
  monitored: { zh: '监测对象', en: 'monitored' },
  poor_by_illness: { zh: '因病致贫重病患者', en: 'poor by illness' },
  primary: { zh: '一级及以下', en: 'primary' },
  secondary: { zh: '二级', en: 'secondary' },
  tertiary: { zh: '三级', en: 'tertiary' },
  'income-1': { zh: '收入最低的五分之一', en: 'lowest fifth of income' },
  'income-2': { zh: '收入第二个五分之一', en: 'second fifth' },
  'income-3': { zh: '收入居中的五分之一', en: 'third fifth' },
  'income-4': { zh: '收入第四个五分之一', en: 'fourth fifth' },
  'income-5': { zh: '收入最高的五分之一', en: 'highest fifth of income' },
  '0-17': { zh: '17 岁以下', en: '17 and under' },
  '18-44': { zh: '18 至 44 岁', en: '18 to 44' },
  '45-59': { zh: '45 至 59 岁', en: '45 to 59' },
  '60-74': { zh: '60 至 74 岁', en: '60 to 74' },
  '75+': { zh: '75 岁以上', en: '75 and over' },
  none: { zh: '没有就医', en: 'no care' },
};

/** The name of a group; as it stands where it is a name of its own, such as that of a city. */
export function memberText(name: string, language: TextLanguage): string {
  return members[name]?.[language] ?? name;
}

/** Several names in a row. */
export function listText(names: readonly string[], language: TextLanguage): string {
  return names.join(language === 'zh' ? '、' : ', ');
}

/** More, less or the same: neither good nor bad. */
export function directionText(sign: -1 | 0 | 1): LocalText {
  switch (sign) {
    case 1:
      return { zh: '增加', en: 'more' };
    case -1:
      return { zh: '减少', en: 'less' };
    default:
      return { zh: '不变', en: 'unchanged' };
  }
}
