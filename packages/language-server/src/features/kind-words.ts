import type { LocalText } from '@tiaoli/base';
import type { SymbolKind } from '@tiaoli/language';

/** What each kind of name is called. */
export const kindWords: Readonly<Record<SymbolKind, LocalText>> = {
  accumulator: { zh: '累计', en: 'accumulator' },
  builtin: { zh: '语言自带', en: 'of the language' },
  catalogue: { zh: '目录', en: 'catalogue' },
  clause: { zh: '条款', en: 'clause' },
  column: { zh: '表的一列', en: 'column of a table' },
  definition: { zh: '定义', en: 'definition' },
  document: { zh: '文件', en: 'document' },
  entity: { zh: '实体', en: 'entity' },
  enumeration: { zh: '枚举', en: 'enumeration' },
  example: { zh: '算例', en: 'example' },
  group: { zh: '组', en: 'group' },
  input: { zh: '输入', en: 'input' },
  label: { zh: '标签', en: 'label' },
  layer: { zh: '层', en: 'layer' },
  member: { zh: '枚举的成员', en: 'member of an enumeration' },
  metric: { zh: '指标', en: 'metric' },
  output: { zh: '结果', en: 'output' },
  parameter: { zh: '参数', en: 'parameter' },
  place: { zh: '地区', en: 'place' },
  pool: { zh: '限额池', en: 'cap pool' },
  service: { zh: '事项', en: 'service' },
  'share-part': { zh: '分担的一份', en: 'part of a share' },
  watchlist: { zh: '名单', en: 'watchlist' },
  waterfall: { zh: '层序', en: 'waterfall' },
};
