import type { Estimate, RatioChange } from '@tiaoli/simulation';
import type { Tile } from '../report.ts';
import {
  intervalText,
  moneyText,
  printFloat,
  printPeople,
  printPercent,
  shareOf,
} from '../text/amounts.ts';
import type { SectionContext } from './context.ts';
import { ratioName } from './ratio-names.ts';

/** The figures that are looked for first. */
export function verdictTiles(context: SectionContext): readonly Tile[] {
  const { reform, say } = context;
  const { fund, person, better, worse, ratios } = reform.verdict;
  return [
    moneyTile(say({ zh: '基金支付', en: 'Paid by the funds' }), fund.change, context),
    moneyTile(say({ zh: '个人负担', en: 'Borne by people' }), person.change, context),
    // Rules that pay nothing of the kind have no ratio of it to look at.
    ...ratios.filter(isPaid).map((ratio) => ({
      name: say(shortName(ratio.kind)),
      text: `${printPercent(ratio.baseline)} → ${printPercent(ratio.reform)}`,
      note: say({
        zh: `${printFloat(ratio.change.value * 100, { digits: 3, signed: true })} 个百分点`,
        en: `${printFloat(ratio.change.value * 100, { digits: 3, signed: true })} points`,
      }),
    })),
    peopleTile(say({ zh: '少负担', en: 'Bear less' }), better.people, context),
    peopleTile(say({ zh: '多负担', en: 'Bear more' }), worse.people, context),
    ...catastrophicTiles(context),
    ...reserveTiles(context),
  ];
}

function isPaid({ baseline, reform }: RatioChange): boolean {
  return baseline !== 0 || reform !== 0;
}

/** `住院基本医保报销比例` without its definition, which the table beside it has. */
function shortName(kind: Parameters<typeof ratioName>[0]) {
  const { zh, en } = ratioName(kind);
  return { zh: zh.split('：')[0] ?? zh, en: en.split(':')[0] ?? en };
}

function moneyTile(name: string, { value, error }: Estimate, { language }: SectionContext): Tile {
  return {
    name,
    text: moneyText(value, language, true),
    note: intervalText(value, error, language),
  };
}

function peopleTile(name: string, { value }: Estimate, { result, say }: SectionContext): Tile {
  const share = printPercent(shareOf(value, result.population.weighted));
  const people = printPeople(value);
  return {
    name,
    text: say({ zh: `${people} 人`, en: `${people} people` }),
    note: say({ zh: `占全部参保人 ${share}`, en: `${share} of all insured people` }),
  };
}

function catastrophicTiles({ reform, say }: SectionContext): readonly Tile[] {
  const found = reform.burden.catastrophic[0];
  if (!found) return [];
  const [before, after] = [found.people.baseline, found.people.reform].map(({ value }) =>
    printPeople(value),
  );
  const limit = `${Number((found.share * 100).toFixed(2))}%`;
  const of = {
    income: { zh: '收入', en: 'income' },
    'capacity-to-pay': { zh: '支付能力', en: 'capacity to pay' },
  }[found.of];
  return [
    {
      name: say({ zh: '灾难性医疗支出', en: 'Catastrophic spending' }),
      text: say({ zh: `${before} → ${after} 人`, en: `${before} → ${after} people` }),
      note: say({
        zh: `住在医疗自付超过${of.zh} ${limit} 的家庭里`,
        en: `in households that bear over ${limit} of their ${of.en}`,
      }),
    },
  ];
}

/** The city with the shortest reserve under the reform. */
function reserveTiles({ reform, say }: SectionContext): readonly Tile[] {
  const known = reform.cities.flatMap(({ city, balance, isSuppressed }) =>
    balance && !isSuppressed ? [{ city, ...balance.reserveMonths }] : [],
  );
  const [least] = known.toSorted((left, right) => left.reform - right.reform);
  if (!least) return [];
  const [before, after] = [least.baseline, least.reform].map((months) =>
    printFloat(months, { digits: 1 }),
  );
  return [
    {
      name: say({ zh: '基金可支付月数（最少的地方）', en: 'Months of reserve (shortest)' }),
      text: say({ zh: `${before} → ${after} 个月`, en: `${before} → ${after} months` }),
      note: least.city,
    },
  ];
}
