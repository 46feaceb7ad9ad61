import type { LocalText } from '@tiaoli/base';
import type { CHANGE_CLASSES, Grouping, GroupRow, GroupTable } from '@tiaoli/simulation';
import type { SharesChart, Tone } from '../charts/chart.ts';
import type { Figure, Section } from '../report.ts';
import {
  changeCells,
  hiddenCell,
  hiddenNotes,
  peopleCell,
  peopleColumn,
  textCell,
  textColumn,
  withErrors,
} from '../table/cells.ts';
import type { Cell, Table } from '../table/table.ts';
import { changeUnits, printPeople, printPercent, shareOf } from '../text/amounts.ts';
import { memberText } from '../text/words.ts';
import type { SectionContext } from './context.ts';
import { changeColumns, joined, mainlyChange } from './context.ts';

// INVARIANT: the bounds of the run; the compiler holds them to it, since this package takes its types alone.
const bounds: typeof CHANGE_CLASSES = [-1000, -100, -1, 1, 100, 1000];

const groupNames: Readonly<Record<Grouping, LocalText>> = {
  scheme: { zh: '参保险种', en: 'scheme' },
  category: { zh: '救助对象类别', en: 'category' },
  income: { zh: '收入组', en: 'income' },
  age: { zh: '年龄', en: 'age' },
  'urban-rural': { zh: '城乡', en: 'urban or rural' },
  'hospital-level': { zh: '医院级别', en: 'hospital level' },
};

type ShownRow = Extract<GroupRow, { kind: 'shown' }>;

/** Who bears less, who bears more, group by group. */
export function groupSection(context: SectionContext): Section {
  const { reform, say } = context;
  return {
    id: 'groups',
    title: groupTitle(context),
    lines: [
      say({
        zh: '各组按现行规定之下的情况划分，在草案之下不变。',
        en: 'Groups are those of the baseline and stay the same under the reform.',
      }),
    ],
    // Where everybody is in one group it says what the whole says.
    figures: reform.groups
      .filter(({ rows }) => rows.length > 1)
      .flatMap((table) => groupFigures(table, context)),
  };
}

/** The group of which the largest share is touched. */
function groupTitle({ reform, language, say }: SectionContext): string {
  const rows = reform.groups
    .flatMap(({ rows: all }) => all.filter(isShown))
    .filter(({ better, worse }) => Number(better.value) + Number(worse.value) > 0);
  const [most] = rows.toSorted((left, right) => touchedShare(right) - touchedShare(left));
  if (!most) return say({ zh: '没有人的负担变化', en: 'Nobody bears more or less' });
  const name = memberText(most.name, language);
  const [less, more] = [most.better, most.worse].map(({ value }) =>
    printPercent(shareOf(value, most.persons.value)),
  );
  return say({
    zh: `受影响的人占比最大的一组是「${name}」：${less} 的人少负担，${more} 的人多负担`,
    en: `The group touched most is ${name}: ${less} bear less, ${more} bear more`,
  });
}

function isShown(row: GroupRow): row is ShownRow {
  return row.kind === 'shown';
}

function touchedShare({ persons, better, worse }: ShownRow): number {
  return (Number(better.value) + Number(worse.value)) / Number(persons.value);
}

/** Who is touched, and by how much money, of one way to group people. */
function groupFigures(group: GroupTable, context: SectionContext): readonly Figure[] {
  const shown = group.rows.filter(isShown);
  const by = groupNames[group.by];
  return [
    {
      ...(shown.length > 0 && { chart: classChart(shown, by, context) }),
      table: classTable(group, context),
    },
    { table: amountTable(group, shown, context) },
  ];
}

/** The cells of a row after its name, each hidden where the group is too small. */
function rowOf(
  row: GroupRow,
  count: number,
  cellsOf: (row: ShownRow) => readonly Cell[],
  { say, language }: SectionContext,
): readonly Cell[] {
  const name = textCell(memberText(row.name, language));
  if (isShown(row)) return [name, ...cellsOf(row)];
  return [name, ...Array.from({ length: count }, () => hiddenCell(say))];
}

function classTable({ by, rows }: GroupTable, context: SectionContext): Table {
  const { say, language } = context;
  const name = groupNames[by];
  const classes = classNames(say);
  return {
    id: `classes-${by}`,
    caption: say({
      zh: `按${name.zh}：一年的负担变化多少的有多少人`,
      en: `By ${name.en}: how many people bear how much more or less`,
    }),
    columns: [
      textColumn('group', say(name)),
      peopleColumn('persons', say({ zh: '全部', en: 'all' }), language),
      ...classes.map((head, at) => peopleColumn(`class_${at + 1}`, head, language)),
    ],
    rows: rows.map((row) =>
      rowOf(
        row,
        classes.length + 1,
        ({ persons, classes: people }) => [
          peopleCell({ value: persons.value }),
          ...people.map((value) => peopleCell({ value })),
        ],
        context,
      ),
    ),
    notes: hiddenNotes(!rows.every(isShown), say),
  };
}

function amountTable(
  { by, rows }: GroupTable,
  shown: readonly ShownRow[],
  context: SectionContext,
): Table {
  const { say, language } = context;
  const units = changeUnits(
    shown.flatMap(({ fund, person }) => [fund, person]),
    language,
  );
  const name = groupNames[by];
  const people = (key: string, text: LocalText) =>
    withErrors(peopleColumn(key, say(text), language));
  const heads = [
    ...mainlyChange(changeColumns('fund', say({ zh: '基金支付', en: 'funds' }), units, context)),
    ...mainlyChange(changeColumns('person', say({ zh: '个人负担', en: 'people' }), units, context)),
    people('better', { zh: '少负担', en: 'bear less' }),
    people('worse', { zh: '多负担', en: 'bear more' }),
  ];
  return {
    id: `groups-${by}`,
    caption: say({ zh: `按${name.zh}：金额`, en: `By ${name.en}: amounts` }),
    columns: [textColumn('group', say(name)), ...heads],
    rows: rows.map((row) =>
      rowOf(
        row,
        heads.length,
        ({ fund, person, better, worse }) => [
          ...changeCells(fund, units),
          ...changeCells(person, units),
          peopleCell(better),
          peopleCell(worse),
        ],
        context,
      ),
    ),
    notes: hiddenNotes(!rows.every(isShown), say),
    bars: 'person_change',
  };
}

/** What changes for a person in the year, from the largest loss to the largest gain. */
function classNames(say: SectionContext['say']): readonly string[] {
  const [large, middle, small] = [bounds[5], bounds[4], bounds[3]];
  const less = { zh: '少负担', en: 'less by' };
  const more = { zh: '多负担', en: 'more by' };
  const sides = [more, less].map((side) => [
    say({ zh: `${side.zh}超过${large}元`, en: `${side.en} over ${large} yuan` }),
    say({ zh: `${side.zh}${middle}至${large}元`, en: `${side.en} ${middle} to ${large}` }),
    say({ zh: `${side.zh}${small}至${middle}元`, en: `${side.en} ${small} to ${middle}` }),
  ]);
  const [losses = [], gains = []] = sides;
  const alike = { zh: `变化不到${small}元`, en: `within ${small} yuan` };
  return [...losses, say(alike), ...gains.toReversed()];
}

const tones: readonly Tone[] = ['more-3', 'more-2', 'more-1', 'same', 'less-1', 'less-2', 'less-3'];

function classChart(
  rows: readonly ShownRow[],
  by: LocalText,
  context: SectionContext,
): SharesChart {
  const { say, language } = context;
  const names = classNames(say);
  const drawn = rows.map((row) => {
    const shares = row.classes.map((people) => shareOf(people, row.persons.value));
    return {
      name: memberText(row.name, language),
      shares,
      texts: row.classes.map(
        (people, at) =>
          `${names[at]}  ${printPercent(shares[at] ?? 0)}  ${say({ zh: `${printPeople(people)}人`, en: `${printPeople(people)} people` })}`,
      ),
    };
  });
  return {
    kind: 'shares',
    title: say({
      zh: `按${by.zh}：多少人少负担、多负担`,
      en: `By ${by.en}: who bears less or more`,
    }),
    description: joined(
      rows.map((row) => {
        const [less, more] = [row.better, row.worse].map(({ value }) =>
          printPercent(shareOf(value, row.persons.value)),
        );
        const name = memberText(row.name, language);
        return say({
          zh: `${name}：${less} 少负担，${more} 多负担`,
          en: `${name}: ${less} less, ${more} more`,
        });
      }),
      context,
    ),
    unit: '%',
    parts: names.map((name, at) => ({ name, tone: tones[at] ?? 'same' })),
    rows: drawn,
  };
}
