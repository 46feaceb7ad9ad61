import type { ChangeWaterfall } from '@tiaoli/simulation';
import type { Section } from '../report.ts';
import {
  moneyCell,
  moneyColumn,
  noCell,
  shareCell,
  shareColumn,
  textCell,
  textColumn,
  withErrors,
} from '../table/cells.ts';
import type { Cell, Table } from '../table/table.ts';
import type { MoneyUnit } from '../text/amounts.ts';
import { columnUnit, shareOf } from '../text/amounts.ts';
import type { SectionContext } from './context.ts';
import { joined, markText, moneyMark } from './context.ts';

/** What each change does alone, and what they do together beyond that; nothing where it was not asked. */
export function changeSection(context: SectionContext): readonly Section[] {
  const { byChange } = context.reform;
  if (!byChange) return [];
  const amounts = [
    ...byChange.bars.flatMap(({ fund, person }) => [fund, person]),
    byChange.interaction,
    byChange.total,
  ];
  const unit = columnUnit(
    amounts.map(({ value }) => value),
    context.language,
  );
  const table = changeTable(byChange, unit, context);
  return [
    {
      id: 'changes',
      title: changeTitle(byChange, context),
      lines: [],
      figures: [{ chart: changeChart(byChange, unit, context), table }],
    },
  ];
}

function changeTitle(
  { bars, interaction, total }: ChangeWaterfall,
  context: SectionContext,
): string {
  const { say, language } = context;
  const [most] = bars.toSorted(
    (left, right) => Math.abs(Number(right.fund.value)) - Math.abs(Number(left.fund.value)),
  );
  if (!most) return say({ zh: '没有改动', en: 'There are no changes' });
  const amount = markText(most.fund.value, context);
  const together = markText(interaction.value, context);
  const whole = markText(total.value, context);
  return say({
    zh: `单独影响最大的改动是「${most.name.zh}」：基金支付 ${amount}；各项改动相互作用 ${together}，合计 ${whole}`,
    en: `The change that does most alone is “${most.name[language]}”: the funds pay ${amount}; together beyond that ${together}, in all ${whole}`,
  });
}

const names = {
  interaction: { zh: '相互作用', en: 'interaction' },
  total: { zh: '全部改动', en: 'all changes' },
} as const;

function changeChart(
  { bars, interaction, total }: ChangeWaterfall,
  unit: MoneyUnit,
  context: SectionContext,
) {
  const { say, language } = context;
  const steps = [
    ...bars.map(({ name, fund }) => ({
      ...moneyMark(say(name), fund, unit, context),
      role: 'step' as const,
    })),
    {
      ...moneyMark(say(names.interaction), interaction, unit, context),
      role: 'interaction' as const,
    },
    { ...moneyMark(say(names.total), total, unit, context), role: 'total' as const },
  ];
  return {
    kind: 'waterfall' as const,
    title: say({ zh: '各项改动对基金支付的影响', en: 'What each change does to the funds' }),
    description: joined(
      steps.map(({ name, text }) => `${name} ${text}`),
      context,
    ),
    unit: unit.name[language],
    steps,
  };
}

function changeTable(
  { bars, interaction, total }: ChangeWaterfall,
  unit: MoneyUnit,
  context: SectionContext,
): Table {
  const { say, language } = context;
  const money = { unit, language };
  const share = (value: string): Cell => shareCell(shareOf(value, total.value), true);
  return {
    id: 'changes',
    caption: say({ zh: '各项改动单独实施的影响', en: 'Each change by itself' }),
    columns: [
      textColumn('change', say({ zh: '改动', en: 'change' })),
      textColumn('clause', say({ zh: '条款', en: 'clause' })),
      withErrors(moneyColumn('fund', say({ zh: '基金支付变化', en: 'paid by the funds' }), money)),
      shareColumn('share', say({ zh: '占全部变化', en: 'of the whole change' })),
      withErrors(moneyColumn('person', say({ zh: '个人负担变化', en: 'borne by people' }), money)),
    ],
    rows: [
      ...bars.map(({ name, clause, fund, person }) => [
        textCell(say(name)),
        clause === undefined ? noCell() : textCell(clause),
        moneyCell(fund, unit, true),
        share(fund.value),
        moneyCell(person, unit, true),
      ]),
      ...[['interaction', interaction] as const, ['total', total] as const].map(([key, amount]) => [
        textCell(say(names[key])),
        noCell(),
        moneyCell(amount, unit, true),
        share(amount.value),
        noCell(),
      ]),
    ],
    notes: [
      say({
        zh: '每一行是只做这一项改动、另行计算的结果；相互作用是全部改动一起做与各行之和的差。',
        en: 'Each row is a run of its own with that change alone; the interaction is what all of them together do beyond the sum of the rows.',
      }),
    ],
    bars: 'fund',
  };
}
