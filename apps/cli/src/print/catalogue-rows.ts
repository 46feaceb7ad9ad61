import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { ChangedRow, ChangeKind } from '@tiaoli/workspace';

export const rowKindWords: Readonly<Record<ChangeKind, LocalText>> = {
  added: { zh: '增加', en: 'added' },
  removed: { zh: '删去', en: 'removed' },
  reclassed: { zh: '类别变化', en: 'reclassed' },
  repriced: { zh: '价格变化', en: 'repriced' },
  rate: { zh: '比例变化', en: 'other rate' },
  other: { zh: '其他变化', en: 'otherwise changed' },
};

/** `X000123：类别 甲 → 乙，限价 10元 → 9.5元`. */
export function rowChangeText(row: ChangedRow, language: TextLanguage): string {
  const { before, after, columns, kinds } = row;
  const key = ((after ?? before)?.keys ?? []).map(({ text }) => text).join(' ');
  if (!before || !after) {
    const cells = Object.entries((after ?? before)?.cells ?? {});
    const shown = cells
      .map(([name, cell]) => `${name} ${cell}`)
      .join(language === 'zh' ? '，' : ', ');
    const [kind = 'other'] = kinds;
    return `${rowKindWords[kind][language]} ${key}${language === 'zh' ? '：' : ': '}${shown}`;
  }
  const changed = columns.map((name) => `${name} ${before.cells[name]} → ${after.cells[name]}`);
  return `${key}${language === 'zh' ? '：' : ': '}${changed.join(language === 'zh' ? '，' : ', ')}`;
}
