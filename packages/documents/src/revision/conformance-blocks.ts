import type { LocalText } from '@tiaoli/base';
import type { ConformanceComparison } from '@tiaoli/workspace';
import { conformanceStateText, conformanceTitles } from '../comparison/comparison-words.ts';
import type { SheetBlock } from '../sheet/sheet.ts';
import { plainCell } from '../sheet/sheet.ts';

type Say = (text: LocalText) => string;

/** Who keeps within what the level above leaves, as a table of its own. */
export function conformanceBlocks(
  { kind, rows }: ConformanceComparison,
  say: Say,
): readonly SheetBlock[] {
  const title = say(conformanceTitles[kind]);
  const heading: SheetBlock = { kind: 'heading', text: title };
  if (rows.length === 0) {
    const none = { zh: '没有可以核对的取值。', en: 'There is nothing to hold against bounds.' };
    return [heading, { kind: 'paragraph', runs: [{ text: say(none) }] }];
  }
  const dash = { zh: '—', en: '—' };
  const table: SheetBlock = {
    kind: 'table',
    caption: title,
    columns: [
      { head: say({ zh: '地区', en: 'Place' }), width: 12 },
      { head: say({ zh: '参数', en: 'Parameter' }), width: 22 },
      { head: say({ zh: '修订前', en: 'Before' }), width: 16 },
      { head: say({ zh: '修订后', en: 'After' }), width: 16 },
      { head: say({ zh: '可定的范围', en: 'Bounds' }), width: 18 },
      { head: say({ zh: '结论', en: 'Conclusion' }), width: 16 },
    ],
    rows: rows.map((row) => [
      plainCell(row.place),
      plainCell(row.parameter),
      plainCell(say(row.old ?? dash)),
      plainCell(say(row.new ?? dash)),
      plainCell(say(row.bounds ?? { zh: '没有授权', en: 'not delegated' })),
      plainCell(say(conformanceStateText(row))),
    ]),
  };
  return [heading, table];
}
