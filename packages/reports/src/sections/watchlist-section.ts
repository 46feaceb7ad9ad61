import type { WatchlistChange } from '@tiaoli/simulation';
import type { Section } from '../report.ts';
import { peopleCell, peopleColumn, textCell, textColumn, withErrors } from '../table/cells.ts';
import { printPeople } from '../text/amounts.ts';
import type { SectionContext } from './context.ts';

/** How many people stand on each early-warning list; nothing where the rules have none. */
export function watchlistSection(context: SectionContext): readonly Section[] {
  const { reform, say, language } = context;
  if (reform.watchlists.length === 0) return [];
  const column = (key: keyof WatchlistChange, zh: string, en: string) =>
    withErrors(peopleColumn(key, say({ zh, en }), language));
  return [
    {
      id: 'watchlists',
      title: watchlistTitle(reform.watchlists, context),
      lines: [],
      figures: [
        {
          table: {
            id: 'watchlists',
            caption: say({ zh: '预警名单', en: 'Early-warning lists' }),
            columns: [
              textColumn('name', say({ zh: '名单', en: 'list' })),
              column('baseline', '现行', 'baseline'),
              column('reform', '草案', 'reform'),
              column('newly', '新列入', 'newly listed'),
              column('cleared', '不再列入', 'no longer listed'),
            ],
            rows: reform.watchlists.map(({ name, baseline, reform: after, newly, cleared }) => [
              textCell(name),
              ...[baseline, after, newly, cleared].map((each) => peopleCell(each)),
            ]),
            notes: [],
            bars: 'reform',
          },
        },
      ],
    },
  ];
}

function watchlistTitle(lists: readonly WatchlistChange[], { say }: SectionContext): string {
  const [first] = lists.toSorted((left, right) => movedOf(right) - movedOf(left));
  if (!first) return say({ zh: '预警名单', en: 'Early-warning lists' });
  const [newly, cleared] = [first.newly, first.cleared].map(({ value }) => printPeople(value));
  return say({
    zh: `「${first.name}」新列入 ${newly} 人，不再列入 ${cleared} 人`,
    en: `${first.name}: ${newly} people newly listed, ${cleared} no longer`,
  });
}

function movedOf({ newly, cleared }: WatchlistChange): number {
  return Number(newly.value) + Number(cleared.value);
}
