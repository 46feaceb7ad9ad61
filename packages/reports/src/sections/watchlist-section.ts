import type { LocalText } from '@tiaoli/base';
import type { WatchlistChange, WatchlistRow } from '@tiaoli/simulation';
import type { Figure, Section } from '../report.ts';
import {
  hiddenCell,
  hiddenNotes,
  peopleCell,
  peopleColumn,
  textCell,
  textColumn,
  withErrors,
} from '../table/cells.ts';
import type { Cell } from '../table/table.ts';
import { printFloat, printPeople } from '../text/amounts.ts';
import { memberText } from '../text/words.ts';
import type { SectionContext } from './context.ts';

type CountedList = Extract<WatchlistChange, { kind: 'counted' }>;
type ShownRow = Extract<WatchlistRow, { kind: 'shown' }>;

/** How many people stand on each early-warning list, and which lists cannot be counted; nothing where there is none. */
export function watchlistSection(context: SectionContext): readonly Section[] {
  const { reform, say } = context;
  if (reform.watchlists.length === 0) return [];
  const counted = reform.watchlists.filter((each) => each.kind === 'counted');
  return [
    {
      id: 'watchlists',
      title: watchlistTitle(counted, context),
      lines: reform.watchlists.flatMap((each) => linesOf(each).map(say)),
      figures: counted.length > 0 ? [watchlistFigure(counted, context)] : [],
    },
  ];
}

function linesOf(list: WatchlistChange): readonly LocalText[] {
  const { name, title } = list;
  if (list.kind === 'not-counted') {
    const { reason } = list;
    return [
      {
        zh: `「${name}」（${title}）没有计数：${reason.zh}。`,
        en: `"${name}" (${title}) was not counted: ${reason.en}.`,
      },
    ];
  }
  const numbers = list.assumed.map((each) => `${each.name}=${each.value}`);
  const undecided = printFloat(list.undecided ?? 0, { digits: 0 });
  return [
    {
      zh: `「${name}」（${title}）：一年中每月末核对一次，任何一次列入即计一人。`,
      en: `"${name}" (${title}): looked at on the last day of each month; whoever is listed once counts once.`,
    },
    ...(numbers.length === 0
      ? []
      : [
          {
            zh: `假设（示例）：「${name}」按 ${numbers.join('、')} 计数，不是公布的数。`,
            en: `Assumed (illustrative): "${name}" is counted with ${numbers.join(', ')}, which nobody published.`,
          },
        ]),
    ...(list.undecided === undefined
      ? []
      : [
          {
            zh: `样本中有 ${undecided} 人判断不了在不在「${name}」上，没有计入。`,
            en: `Of ${undecided} people in the sample it cannot be told whether they stand on "${name}"; they are left out.`,
          },
        ]),
  ];
}

function watchlistFigure(lists: readonly CountedList[], context: SectionContext): Figure {
  const { say, language } = context;
  const column = (key: string, zh: string, en: string) =>
    withErrors(peopleColumn(key, say({ zh, en }), language));
  const rows = lists.flatMap((list) => list.rows.map((row) => ({ list, row })));
  const isHidden = rows.some(({ row }) => row.kind === 'suppressed');
  return {
    table: {
      id: 'watchlists',
      caption: say({ zh: '预警名单', en: 'Early-warning lists' }),
      columns: [
        textColumn('name', say({ zh: '名单', en: 'list' })),
        textColumn('category', say({ zh: '人员类别', en: 'category' })),
        column('baseline', '现行', 'baseline'),
        column('reform', '草案', 'reform'),
        column('newly', '新列入', 'newly'),
        column('cleared', '不再列入', 'no longer'),
      ],
      rows: rows.map(({ list, row }) => [
        textCell(nameText(list, context)),
        textCell(groupText(row.name, context)),
        ...countCells(row, context),
      ]),
      notes: hiddenNotes(isHidden, say),
      bars: 'reform',
    },
  };
}

/** A file by itself has no lines above its table. */
function nameText({ name, assumed }: CountedList, { say }: SectionContext): string {
  return assumed.length === 0 ? name : say({ zh: `${name}（假设）`, en: `${name} (assumed)` });
}

function groupText(name: string, { say, language }: SectionContext): string {
  return name === 'all' ? say({ zh: '全部', en: 'all' }) : memberText(name, language);
}

function countCells(row: WatchlistRow, { say }: SectionContext): readonly Cell[] {
  if (row.kind === 'suppressed') return Array.from({ length: 4 }, () => hiddenCell(say));
  const { baseline, reform, newly, cleared } = row;
  return [baseline, reform, newly, cleared].map((each) => peopleCell(each));
}

function watchlistTitle(lists: readonly CountedList[], { say }: SectionContext): string {
  const totals = lists.flatMap(({ name, rows }) => {
    const [all] = rows;
    return all?.kind === 'shown' ? [{ name, all }] : [];
  });
  const [first] = totals.toSorted((left, right) => movedOf(right.all) - movedOf(left.all));
  if (!first) return say({ zh: '预警名单', en: 'Early-warning lists' });
  const { name, all } = first;
  const [newly, cleared] = [all.newly, all.cleared].map(({ value }) => printPeople(value));
  return say({
    zh: `「${name}」新列入 ${newly} 人，不再列入 ${cleared} 人`,
    en: `${name}: ${newly} people newly listed, ${cleared} no longer`,
  });
}

function movedOf({ newly, cleared }: ShownRow): number {
  return Number(newly.value) + Number(cleared.value);
}
