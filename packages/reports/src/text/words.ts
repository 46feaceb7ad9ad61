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
