import type { Sensitivity, SensitivityBar } from '@tiaoli/simulation';
import type { Section } from '../report.ts';
import { moneyCell, moneyColumn, textCell, textColumn, withErrors } from '../table/cells.ts';
import { columnUnit, moneyText, plotted } from '../text/amounts.ts';
import type { SectionContext } from './context.ts';
import { joined, markText } from './context.ts';

/** How far the change of the funds hangs on what is assumed of the claims; nothing where it was not asked. */
export function sensitivitySection(context: SectionContext): readonly Section[] {
  const { sensitivity } = context.reform;
  if (!sensitivity || sensitivity.bars.length === 0) return [];
  return [
    {
      id: 'sensitivity',
      title: sensitivityTitle(sensitivity, context),
      lines: [],
      figures: [sensitivityFigure(sensitivity, context)],
    },
  ];
}

function widthOf({ less, more }: SensitivityBar): number {
  return Math.abs(Number(more.value) - Number(less.value));
}

function sensitivityTitle({ bars }: Sensitivity, { say, language }: SectionContext): string {
  const [most] = bars.toSorted((left, right) => widthOf(right) - widthOf(left));
  if (!most) return say({ zh: '敏感性', en: 'Sensitivity' });
  const [less, more] = [most.less, most.more].map(({ value }) => moneyText(value, language, true));
  return say({
    zh: `影响最大的假定是「${most.name.zh}」：基金支付变化在 ${less} 与 ${more} 之间`,
    en: `What matters most is ${most.name.en}: the change of the funds is between ${less} and ${more}`,
  });
}

function sensitivityFigure({ bars }: Sensitivity, context: SectionContext) {
  const { reform, say, language } = context;
  const { change } = reform.verdict.fund;
  const amounts = [change, ...bars.flatMap(({ less, more }) => [less, more])];
  const unit = columnUnit(
    amounts.map(({ value }) => value),
    language,
  );
  const names = [say({ zh: '低一档', en: 'with less' }), say({ zh: '高一档', en: 'with more' })];
  const [less = '', more = ''] = names;
  const mark = (name: string, value: string) => ({
    name,
    value: plotted(value, unit),
    text: markText(value, context),
  });
  const title = say({
    zh: '在别的假定下，基金支付的变化',
    en: 'Change of what the funds pay, under other assumptions',
  });
  const money = { unit, language };
  return {
    chart: {
      kind: 'ranges' as const,
      title,
      description: joined(
        bars.map(
          (bar) =>
            `${say(bar.name)} ${markText(bar.less.value, context)} – ${markText(bar.more.value, context)}`,
        ),
        context,
      ),
      unit: unit.name[language],
      centre: mark(say({ zh: '本次测算', en: 'this run' }), change.value),
      rows: bars.map((bar) => ({
        name: say(bar.name),
        low: mark(less, bar.less.value),
        high: mark(more, bar.more.value),
      })),
    },
    table: {
      id: 'sensitivity',
      caption: title,
      columns: [
        textColumn('assumption', say({ zh: '假定', en: 'assumption' })),
        withErrors(moneyColumn('less', less, money)),
        withErrors(moneyColumn('this_run', say({ zh: '本次测算', en: 'this run' }), money)),
        withErrors(moneyColumn('more', more, money)),
      ],
      rows: bars.map((bar) => [
        textCell(say(bar.name)),
        moneyCell(bar.less, unit, true),
        moneyCell(change, unit, true),
        moneyCell(bar.more, unit, true),
      ]),
      notes: [],
    },
  };
}
