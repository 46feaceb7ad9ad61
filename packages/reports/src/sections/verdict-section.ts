import type { Estimate, RatioChange, Verdict } from '@tiaoli/simulation';
import type { Figure, Section } from '../report.ts';
import {
  changeCells,
  moneyCell,
  moneyColumn,
  noCell,
  peopleCell,
  peopleColumn,
  pointsCell,
  shareCell,
  shareColumn,
  textCell,
  textColumn,
  withErrors,
} from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import {
  changeUnits,
  columnUnit,
  intervalText,
  moneyText,
  printPeople,
  printPercent,
  shareOf,
  signOf,
} from '../text/amounts.ts';
import { directionText } from '../text/words.ts';
import type { SectionContext, ToldIn } from './context.ts';
import { changeColumns, isUnchanged } from './context.ts';
import { flagLines } from './flag-lines.ts';
import { ratioName } from './ratio-names.ts';
import { verdictTiles } from './verdict-tiles.ts';

/** The first thing that is read: what the fund pays more or less, who bears it, how many people it touches. */
export function verdictSection(context: SectionContext): Section {
  const { reform, say } = context;
  const { verdict } = reform;
  return {
    id: 'verdict',
    title: isUnchanged(context)
      ? say({ zh: '没有任何人的金额变化', en: 'Nobody’s amounts change' })
      : fundSentence(verdict, context),
    tiles: verdictTiles(context),
    lines: [
      ...(isUnchanged(context)
        ? []
        : [peopleSentence(verdict, context.result.identity.options.sameWithin, context)]),
      ...flagLines(context),
    ],
    figures: [
      totalsFigure(verdict, context),
      ratioFigure(verdict.ratios, context),
      peopleFigure(verdict, context),
    ],
  };
}

/** `基金支付增加 123.45万元（+1.23%，95% 区间 …），个人负担减少 …`. */
export function fundSentence(
  { fund, person }: Pick<Verdict, 'fund' | 'person'>,
  { say, language }: ToldIn,
): string {
  const size = ({ value }: Estimate): string => moneyText(value.replace('-', ''), language);
  const [fundSign, personSign] = [signOf(fund.change.value), signOf(person.change.value)];
  const share = printPercent(shareOf(fund.change.value, fund.baseline.value), true);
  const interval = intervalText(fund.change.value, fund.change.error, language);
  const { zh, en } = directionText(fundSign);
  const borne = directionText(personSign);
  const inside = interval === '' ? share : `${share}${language === 'zh' ? '，' : ', '}${interval}`;
  return say({
    zh: `基金支付${zh} ${size(fund.change)}（${inside}），个人负担${borne.zh} ${size(person.change)}`,
    en: `The funds pay ${size(fund.change)} ${en} (${inside}); people bear ${size(person.change)} ${borne.en}`,
  });
}

/** @param sameWithin  yuan of a year up to which a change counts as none */
export function peopleSentence(
  { better, worse, same }: Pick<Verdict, 'better' | 'worse' | 'same'>,
  sameWithin: string,
  { say, language }: ToldIn,
): string {
  const [less, more, alike] = [better.people, worse.people, same].map(({ value }) =>
    printPeople(value),
  );
  const [gained, lost] = [better, worse].map(({ amount }) =>
    moneyText(amount.value.replace('-', ''), language),
  );
  const within =
    signOf(sameWithin) === 0
      ? { zh: '', en: '' }
      : { zh: `（相差不到 ${sameWithin} 元算不变）`, en: ` (within ${sameWithin} yuan)` };
  return say({
    zh: `${less} 人一年少负担（合计 ${gained}），${more} 人多负担（合计 ${lost}），${alike} 人不变${within.zh}。`,
    en: `${less} people bear less in the year (${gained} together), ${more} bear more (${lost} together), ${alike} the same${within.en}.`,
  });
}

function totalsFigure({ fund, person }: Verdict, context: SectionContext): Figure {
  const { say, language } = context;
  const units = changeUnits([fund, person], language);
  const row = (name: string, amount: Verdict['fund']) => [
    textCell(name),
    ...changeCells(amount, units),
    shareCell(shareOf(amount.change.value, amount.baseline.value), true),
  ];
  return {
    table: {
      id: 'totals',
      caption: say({ zh: '全年金额', en: 'Amounts of the year' }),
      columns: [
        textColumn('item', say({ zh: '项目', en: 'item' })),
        ...changeColumns('amount', say({ zh: '金额', en: 'amount' }), units, context),
        shareColumn('change_share', say({ zh: '变化的比例', en: 'relative change' })),
      ],
      rows: [
        row(say({ zh: '基金支付', en: 'paid by the funds' }), fund),
        row(say({ zh: '个人负担', en: 'borne by people' }), person),
      ],
      notes: [],
    },
  };
}

function ratioFigure(ratios: readonly RatioChange[], { say, language }: SectionContext): Figure {
  return {
    table: {
      id: 'ratios',
      caption: say({ zh: '报销比例', en: 'Reimbursement ratios' }),
      columns: [
        textColumn('ratio', say({ zh: '口径', en: 'definition' })),
        shareColumn('baseline', say({ zh: '现行', en: 'baseline' })),
        shareColumn('reform', say({ zh: '草案', en: 'reform' })),
        withErrors({
          ...shareColumn('change', say({ zh: '变化', en: 'change' })),
          unit: say({ zh: '百分点', en: 'percentage points' }),
        }),
      ],
      rows: ratios.map(({ kind, baseline, reform, change }) => [
        textCell(ratioName(kind)[language]),
        shareCell(baseline),
        shareCell(reform),
        pointsCell(change),
      ]),
      notes: [],
    },
  };
}

function peopleFigure({ better, worse, same }: Verdict, { say, language }: SectionContext): Figure {
  const sides = [better.amount.value, worse.amount.value];
  const unit = columnUnit(sides, language);
  const table: Table = {
    id: 'people',
    caption: say({ zh: '多少人受影响', en: 'How many people are touched' }),
    columns: [
      textColumn('side', say({ zh: '一年的个人负担', en: 'what a person bears in the year' })),
      withErrors(peopleColumn('people', say({ zh: '人数', en: 'people' }), language)),
      withErrors(
        moneyColumn('amount', say({ zh: '负担变化合计', en: 'change together' }), {
          unit,
          language,
        }),
      ),
    ],
    rows: [
      [
        textCell(say({ zh: '减少', en: 'less' })),
        peopleCell(better.people),
        moneyCell(borneChange(better.amount, '-'), unit, true),
      ],
      [
        textCell(say({ zh: '增加', en: 'more' })),
        peopleCell(worse.people),
        moneyCell(borneChange(worse.amount, ''), unit, true),
      ],
      [textCell(say({ zh: '不变', en: 'the same' })), peopleCell(same), noCell()],
    ],
    notes: [],
    bars: 'people',
  };
  return { table };
}

/** What is borne less or more, whatever sign gains and losses have in the result. */
function borneChange({ value, error }: Estimate, sign: '-' | ''): Estimate {
  const size = value.replace('-', '');
  const signed = signOf(size) === 0 ? size : `${sign}${size}`;
  return { value: signed, ...(error !== undefined && { error }) };
}
