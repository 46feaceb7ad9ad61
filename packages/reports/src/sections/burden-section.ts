import type { Burden, CatastrophicChange } from '@tiaoli/simulation';
import type { PairsChart } from '../charts/chart.ts';
import type { Figure, Section } from '../report.ts';
import { moneyColumn, peopleChangeCells, textCell, textColumn, yuanCell } from '../table/cells.ts';
import {
  decimalOf,
  plotted,
  printNumber,
  printPeople,
  yuanText,
  yuanUnit,
} from '../text/amounts.ts';
import { subtractTexts } from '../text/subtract-texts.ts';
import type { SectionContext } from './context.ts';
import { joined, peopleColumns } from './context.ts';

/** What people bear, from the middle of them to the few who bear most, and whose households it ruins. */
export function burdenSection(context: SectionContext): Section {
  const { burden } = context.reform;
  return {
    id: 'burden',
    title: burdenTitle(burden, context),
    lines: [],
    figures: [
      ...(burden.quantiles.length > 0 ? [quantileFigure(burden, context)] : []),
      ...(burden.catastrophic.length > 0 ? [catastrophicFigure(burden, context)] : []),
    ],
  };
}

function burdenTitle(
  { quantiles, catastrophic }: Burden,
  { say, language }: SectionContext,
): string {
  const middle = quantiles.at(-1);
  const [least] = catastrophic;
  if (!middle) return say({ zh: '个人负担的分布', en: 'How the burden is spread' });
  const [before, after] = [middle.baseline, middle.reform].map((yuan) => yuanText(yuan, language));
  const top = topShare(middle.share);
  const spread = {
    zh: `负担最重的 ${top} 的人一年至少负担 ${before} → ${after}`,
    en: `The ${top} who bear most bear at least ${before} → ${after} in the year`,
  };
  if (!least) return say(spread);
  const people = printPeople(least.people.change.value, true);
  const limit = printShare(least.share);
  return say({
    zh: `${spread.zh}；医疗支出超过${ofWhat(least.of).zh} ${limit} 的家庭，人数变化 ${people}`,
    en: `${spread.en}; people in households that spend over ${limit} of ${ofWhat(least.of).en}: ${people}`,
  });
}

/** `10%`, without decimals that say nothing. */
function printShare(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

function topShare(share: number): string {
  return printShare(1 - share);
}

function ofWhat(of: CatastrophicChange['of']) {
  return {
    income: { zh: '收入', en: 'their income' },
    'capacity-to-pay': { zh: '支付能力', en: 'their capacity to pay' },
  }[of];
}

function quantileFigure({ quantiles }: Burden, context: SectionContext): Figure {
  const { say, language } = context;
  const money = { unit: yuanUnit, language };
  const names = quantiles.map(({ share }) => `P${Number((share * 100).toFixed(2))}`);
  const chart: PairsChart = {
    kind: 'pairs',
    title: say({ zh: '个人全年负担的分位数', en: 'Quantiles of what a person bears in the year' }),
    description: joined(
      quantiles.map(
        ({ baseline, reform }, at) =>
          `${names[at]}：${yuanText(baseline, language)} → ${yuanText(reform, language)}`,
      ),
      context,
    ),
    unit: yuanUnit.name[language],
    series: [say({ zh: '现行', en: 'baseline' }), say({ zh: '草案', en: 'reform' })],
    rows: quantiles.map(({ baseline, reform }, at) => ({
      name: names[at] ?? '',
      values: [plotted(baseline, yuanUnit), plotted(reform, yuanUnit)],
      texts: [yuanText(baseline, language), yuanText(reform, language)],
    })),
    isLogarithmic: true,
  };
  return {
    chart,
    table: {
      id: 'burden',
      caption: chart.title,
      columns: [
        textColumn('quantile', say({ zh: '分位', en: 'quantile' })),
        moneyColumn('baseline', say({ zh: '现行', en: 'baseline' }), money),
        moneyColumn('reform', say({ zh: '草案', en: 'reform' }), money),
        moneyColumn('change', say({ zh: '变化', en: 'change' }), money),
      ],
      rows: quantiles.map(({ baseline, reform }, at) => [
        textCell(names[at] ?? ''),
        yuanCell(baseline),
        yuanCell(reform),
        yuanCell(subtractTexts(reform, baseline), true),
      ]),
      notes: [
        say({
          zh: 'P90 表示九成的人负担不超过这个数；按全部参保人（含没有就医的人）计算，由很窄的金额区间得出，误差不到五百分之一。',
          en: 'P90: nine in ten bear no more than this; of all insured people, those without care included; from narrow classes of amounts, within a 500th.',
        }),
      ],
      bars: 'reform',
    },
  };
}

function catastrophicFigure({ catastrophic }: Burden, context: SectionContext): Figure {
  const { say, language } = context;
  const names = catastrophic.map(({ of, share }) => {
    const what = ofWhat(of);
    const limit = printShare(share);
    return say({ zh: `超过${what.zh}的 ${limit}`, en: `over ${limit} of ${what.en}` });
  });
  const title = say({
    zh: '灾难性医疗支出：住在这样家庭里的人',
    en: 'Catastrophic spending: people in such households',
  });
  return {
    chart: {
      kind: 'pairs',
      title,
      description: joined(
        catastrophic.map(
          ({ people }, at) =>
            `${names[at]}：${printPeople(people.baseline.value)} → ${printPeople(people.reform.value)}`,
        ),
        context,
      ),
      unit: say({ zh: '人', en: 'people' }),
      series: [say({ zh: '现行', en: 'baseline' }), say({ zh: '草案', en: 'reform' })],
      rows: catastrophic.map(({ people }, at) => ({
        name: names[at] ?? '',
        values: [Number(people.baseline.value), Number(people.reform.value)],
        texts: [
          wholePeople(people.baseline.value, language),
          wholePeople(people.reform.value, language),
        ],
      })),
    },
    table: {
      id: 'catastrophic',
      caption: title,
      columns: [
        textColumn('limit', say({ zh: '全年医疗自付', en: 'what the household bears' })),
        ...peopleColumns(context),
      ],
      rows: catastrophic.map(({ people }, at) => [
        textCell(names[at] ?? ''),
        ...peopleChangeCells(people),
      ]),
      notes: [],
      bars: 'change',
    },
  };
}

function wholePeople(people: string, language: SectionContext['language']): string {
  const text = printNumber(decimalOf(people), { digits: 0 });
  return { zh: `${text}人`, en: `${text} people` }[language];
}
