import type { LayerChange, ReformResult, Verdict } from '@tiaoli/simulation';
import type { Chart } from '../charts/chart.ts';
import type { Section } from '../report.ts';
import { changeCells, textCell, textColumn } from '../table/cells.ts';
import type { ChangeUnits, MoneyUnit } from '../text/amounts.ts';
import { changeUnits, signOf } from '../text/amounts.ts';
import type { ToldIn } from './context.ts';
import { changeColumns, joined, markText, moneyMark } from './context.ts';

/** What the layers pay, and what it comes to. */
interface LayerContext extends ToldIn {
  readonly reform: Pick<ReformResult, 'byLayer'> & {
    readonly verdict: Pick<Verdict, 'fund' | 'person'>;
  };
}

/** The change of what funds pay, layer by layer, up to the whole. */
export function layerSection(context: LayerContext): Section {
  const { reform, language, say } = context;
  const { byLayer, verdict } = reform;
  const units = changeUnits(
    [...byLayer.map(({ amount }) => amount), verdict.fund, verdict.person],
    language,
  );
  return {
    id: 'layers',
    title: layerTitle(byLayer, context),
    lines: [],
    figures: [
      {
        chart: layerChart(units.change, context),
        table: {
          id: 'layers',
          caption: say({ zh: '各层支付的变化', en: 'What each layer pays' }),
          columns: [
            textColumn('layer', say({ zh: '层', en: 'layer' })),
            textColumn('payer', say({ zh: '付款方', en: 'payer' })),
            ...changeColumns('paid', say({ zh: '支付', en: 'paid' }), units, context),
          ],
          rows: [
            ...byLayer.map(({ layer, payer, amount }) => layerRow([layer, payer], amount, units)),
            layerRow([say({ zh: '基金合计', en: 'all funds' }), ''], verdict.fund, units),
            layerRow([say({ zh: '个人负担', en: 'borne by people' }), ''], verdict.person, units),
          ],
          notes: [],
          bars: 'paid_change',
        },
      },
    ],
  };
}

function layerRow(names: readonly string[], amount: LayerChange['amount'], units: ChangeUnits) {
  return [...names.map(textCell), ...changeCells(amount, units)];
}

/** The layer whose payments move furthest. */
function layerTitle(byLayer: readonly LayerChange[], context: LayerContext): string {
  const { say } = context;
  const [most] = byLayer.toSorted((left, right) => sizeOf(right) - sizeOf(left));
  if (!most || signOf(most.amount.change.value) === 0) {
    return say({ zh: '各层的支付都不变', en: 'No layer pays more or less' });
  }
  const amount = markText(most.amount.change.value, context);
  return say({
    zh: `变化最大的一层是「${most.layer}」：${amount}`,
    en: `The layer that changes most is ${most.layer}: ${amount}`,
  });
}

function sizeOf({ amount }: LayerChange): number {
  return Math.abs(Number(amount.change.value));
}

function layerChart(unit: MoneyUnit, context: LayerContext): Chart {
  const { reform, language, say } = context;
  const { byLayer, verdict } = reform;
  const steps = [
    ...byLayer.map(({ layer, amount }) => ({
      ...moneyMark(layer, amount.change, unit, context),
      role: 'step' as const,
    })),
    {
      ...moneyMark(say({ zh: '基金合计', en: 'all funds' }), verdict.fund.change, unit, context),
      role: 'total' as const,
    },
  ];
  return {
    kind: 'waterfall',
    title: say({ zh: '各层支付的变化', en: 'Change by layer' }),
    description: joined(
      steps.map(({ name, text }) => `${name} ${text}`),
      context,
    ),
    unit: unit.name[language],
    steps,
  };
}
