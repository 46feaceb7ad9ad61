import type { LocalText } from '@tiaoli/base';
import type { CityChange, FundBalance } from '@tiaoli/simulation';
import type { BarsChart } from '../charts/chart.ts';
import type { Figure, Section } from '../report.ts';
import {
  changeCells,
  hiddenCell,
  hiddenNotes,
  moneyCell,
  moneyColumn,
  noCell,
  peopleCell,
  peopleColumn,
  shareCell,
  shareColumn,
  textCell,
  textColumn,
} from '../table/cells.ts';
import type { Cell } from '../table/table.ts';
import type { ChangeUnits, MoneyUnit } from '../text/amounts.ts';
import {
  changeUnits,
  columnUnit,
  printFloat,
  printPercent,
  shareOf,
  signOf,
} from '../text/amounts.ts';
import type { SectionContext } from './context.ts';
import { changeColumns, joined, mainlyChange, markText, moneyMark } from './context.ts';

/** The cities, by how much what their funds pay changes; with the accounts of the funds where they were given. */
export function citySection(context: SectionContext): readonly Section[] {
  const { cities } = context.reform;
  if (cities.length === 0) return [];
  const ranked = cities.toSorted(
    (left, right) =>
      Number(left.isSuppressed) - Number(right.isSuppressed) || sizeOf(right) - sizeOf(left),
  );
  return [
    {
      id: 'cities',
      title: cityTitle(ranked, context),
      lines: cityWarnings(context),
      figures: [cityFigure(ranked, context), ...balanceFigures(ranked, context)],
    },
  ];
}

function cityWarnings({ result, say }: SectionContext): readonly string[] {
  if (!result.population.isSynthetic) return [];
  const text = {
    zh: '示例：合成人群在各市之间的分布没有公开来源，分市的数只说明方法。',
    en: 'Illustrative: no source splits the synthetic population by city; these figures show the method alone.',
  };
  return [say(text)];
}

function cityTitle(ranked: readonly CityChange[], context: SectionContext): string {
  const { say } = context;
  const shown = ranked.filter(({ isSuppressed }) => !isSuppressed);
  const [more, less] = ([1, -1] as const).map(
    (sign) => shown.filter(({ fund }) => signOf(fund.change.value) === sign).length,
  );
  const [most] = shown.toSorted((left, right) => sizeOf(right) - sizeOf(left));
  if (!most || sizeOf(most) === 0) {
    return say({ zh: '各地的基金支付都不变', en: 'In no city do the funds pay more or less' });
  }
  const amount = markText(most.fund.change.value, context);
  return say({
    zh: `${more} 个地方的基金支付增加，${less} 个减少；变化最大的是${most.city}：${amount}`,
    en: `The funds pay more in ${more} places and less in ${less}; most changes in ${most.city}: ${amount}`,
  });
}

function sizeOf({ fund }: CityChange): number {
  return Math.abs(Number(fund.change.value));
}

function cityFigure(cities: readonly CityChange[], context: SectionContext): Figure {
  const { say, language } = context;
  const units = changeUnits(
    cities.flatMap(({ fund, person }) => [fund, person]),
    language,
  );
  return {
    chart: cityChart(cities, units.change, context),
    table: {
      id: 'cities',
      caption: say({ zh: '各地', en: 'Cities' }),
      columns: [
        textColumn('city', say({ zh: '地方', en: 'city' })),
        peopleColumn('persons', say({ zh: '人数', en: 'people' }), language),
        ...mainlyChange(
          changeColumns('fund', say({ zh: '基金支付', en: 'funds' }), units, context),
        ),
        shareColumn('fund_change_share', say({ zh: '变化的比例', en: 'relative change' })),
        ...mainlyChange(
          changeColumns('person', say({ zh: '个人负担', en: 'people' }), units, context),
        ),
      ],
      rows: cities.map((city) => cityRow(city, units, context)),
      notes: hiddenNotes(
        cities.some(({ isSuppressed }) => isSuppressed),
        say,
      ),
      bars: 'fund_change',
    },
  };
}

function cityRow(city: CityChange, units: ChangeUnits, { say }: SectionContext): readonly Cell[] {
  const { fund, person, persons, isSuppressed } = city;
  if (isSuppressed) {
    return [textCell(city.city), ...Array.from({ length: 8 }, () => hiddenCell(say))];
  }
  return [
    textCell(city.city),
    peopleCell({ value: persons.value }),
    ...changeCells(fund, units),
    shareCell(shareOf(fund.change.value, fund.baseline.value), true),
    ...changeCells(person, units),
  ];
}

function cityChart(
  cities: readonly CityChange[],
  unit: MoneyUnit,
  context: SectionContext,
): BarsChart {
  const { say, language } = context;
  const shown = cities.filter(({ isSuppressed }) => !isSuppressed);
  const bars = shown.map(({ city, fund }) => moneyMark(city, fund.change, unit, context));
  return {
    kind: 'bars',
    title: say({ zh: '各地基金支付的变化', en: 'Change of what the funds pay, by city' }),
    description: joined(
      bars.map(({ name, text }) => `${name} ${text}`),
      context,
    ),
    unit: unit.name[language],
    bars,
  };
}

type Accounted = CityChange & { readonly balance: FundBalance };

function hasBalance(city: CityChange): city is Accounted {
  return city.balance !== undefined && !city.isSuppressed;
}

/** Only where the administrator gave the accounts. */
function balanceFigures(cities: readonly CityChange[], context: SectionContext): readonly Figure[] {
  const { say, language } = context;
  const known = cities.filter(hasBalance);
  if (known.length === 0) return [];
  const units = changeUnits(
    known.flatMap(({ balance }) => [balance.before, balance.adjustment]),
    language,
  );
  const unit = columnUnit(
    known.map(({ balance }) => balance.income),
    language,
  );
  const months = (key: string, zh: string, en: string) => ({
    ...shareColumn(key, say({ zh, en })),
    unit: say({ zh: '月', en: 'months' }),
  });
  return [
    {
      table: {
        id: 'balances',
        caption: say({ zh: '各地基金收支和调剂', en: 'Accounts of the funds, and adjustment' }),
        columns: [
          textColumn('city', say({ zh: '地方', en: 'city' })),
          moneyColumn('income', say({ zh: '当年收入', en: 'income' }), { unit, language }),
          ...mainlyChange(
            changeColumns('balance', say({ zh: '调剂前结余', en: 'balance' }), units, context),
          ),
          ...mainlyChange(
            changeColumns('adjustment', say({ zh: '调剂金', en: 'adjustment' }), units, context),
          ),
          months('months_baseline', '可支付月数：现行', 'months of reserve: baseline'),
          months('months_reform', '可支付月数：草案', 'months of reserve: reform'),
        ],
        rows: known.map(({ city, balance }) => [
          textCell(city),
          moneyCell({ value: balance.income }, unit),
          ...changeCells(balance.before, units),
          ...changeCells(balance.adjustment, units),
          ...[balance.reserveMonths.baseline, balance.reserveMonths.reform].map(monthsCell),
        ]),
        notes: [
          say({
            zh: `调剂金：负数是上解，正数是下拨；${ruleText(context).zh}。`,
            en: `Adjustment: below zero the city pays in, above zero it receives; ${ruleText(context).en}.`,
          }),
        ],
        bars: 'balance_reform',
      },
    },
  ];
}

/** How the province balances its cities. */
function ruleText({ result: { adjustment } }: SectionContext): LocalText {
  if (!adjustment) {
    return { zh: '公式的参数是示例', en: 'the parameters of the formula are illustrative' };
  }
  const [paid, covered] = [adjustment.paid, adjustment.covered].map((share) =>
    printPercent(Number(share)),
  );
  const mark = adjustment.isIllustrative
    ? { zh: '，都是示例', en: ', both illustrative' }
    : { zh: '', en: '' };
  return {
    zh: `各市按基数上解${paid}，缺口补${covered}${mark.zh}`,
    en: `cities pay in ${paid} of their base, and ${covered} of a gap is covered${mark.en}`,
  };
}

function monthsCell(months: number): Cell {
  return Number.isFinite(months)
    ? { text: printFloat(months, { digits: 1 }), value: months }
    : noCell();
}
