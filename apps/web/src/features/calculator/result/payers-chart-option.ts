import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { EChartsCoreOption } from 'echarts/core';
import type { Scheme } from '../../shell/theme.ts';
import type { PayerRow, PayerTable } from '../model/payer-shares.ts';
import { groupedYuan, isPerson } from '../model/payer-shares.ts';
import type { PayerLook } from './payer-colours.ts';
import { payerLook } from './payer-colours.ts';

export interface ChartWords {
  /** What a screen reader says instead of the picture. */
  readonly description: string;
  readonly language: TextLanguage;
  readonly claimNames: readonly string[];
}

const ink: Readonly<Record<Scheme, { readonly text: string; readonly line: string }>> = {
  light: { text: '#4f5865', line: '#d8dee7' },
  dark: { text: '#b3bac5', line: '#363d47' },
};

/** As in the page: labels are measured before they are drawn, so the font must be named. */
const fontFamily =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** A bar for each claim, first claim on top, stacked by payer in the order in which they pay. */
export function payersChartOption(
  { rows }: PayerTable,
  { description, language, claimNames }: ChartWords,
  scheme: Scheme,
): EChartsCoreOption {
  const { text, line } = ink[scheme];
  const isYear = claimNames.length > 1;
  return {
    animation: false,
    aria: { enabled: true, label: { description }, decal: { show: true } },
    textStyle: { fontFamily },
    grid: {
      left: 4,
      right: 24,
      top: 6,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: { trigger: 'item', confine: true },
    xAxis: {
      type: 'value',
      max: 'dataMax',
      axisLabel: {
        color: text,
        hideOverlap: true,
        formatter: (value: number) => tick(value, language),
      },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...claimNames],
      axisLabel: { show: isYear, color: text },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    series: rows.map((row, at) => seriesOf(row, looksOf(rows, at, scheme), language)),
  };
}

/** The look of the row at `at`: funds in their order, the person by itself. */
export function looksOf(rows: readonly PayerRow[], at: number, scheme: Scheme): PayerLook {
  const row = rows[at];
  return payerLook(row && isPerson(row) ? 'person' : at, scheme);
}

function seriesOf(row: PayerRow, { colour, pattern }: PayerLook, language: TextLanguage) {
  return {
    type: 'bar',
    stack: 'claim',
    name: row.name[language],
    barMaxWidth: 28,
    // Only the length of a bar is drawn from a number of the machine; what is written comes from the text.
    data: row.amounts.map((amount) => Number(amount ?? 0)),
    itemStyle: { color: colour, decal: decals[pattern] },
    tooltip: {
      formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
        escapeHtml(`${row.name[language]}  ${groupedYuan(row.amounts[dataIndex] ?? '0.00')}`),
    },
  };
}

const stroke = 'rgba(255, 255, 255, 0.55)';

const decals: Readonly<Record<PayerLook['pattern'], object>> = {
  plain: { symbol: 'none' },
  rising: {
    symbol: 'rect',
    color: stroke,
    dashArrayX: [1, 0],
    dashArrayY: [3, 5],
    rotation: -Math.PI / 4,
  },
  dots: {
    symbol: 'circle',
    color: stroke,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.7,
  },
  level: { symbol: 'rect', color: stroke, dashArrayX: [1, 0], dashArrayY: [2, 5] },
  falling: {
    symbol: 'rect',
    color: stroke,
    dashArrayX: [1, 0],
    dashArrayY: [3, 5],
    rotation: Math.PI / 4,
  },
  upright: {
    symbol: 'rect',
    color: stroke,
    dashArrayX: [1, 0],
    dashArrayY: [2, 5],
    rotation: Math.PI / 2,
  },
};

function tick(value: number, language: TextLanguage): string {
  if (language === 'zh' && value >= 10_000) return `${value / 10_000}万`;
  return value.toLocaleString('en-US');
}

/** Names come from documents, and a tooltip is HTML. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What the chart shows, in a sentence for each claim. */
export function chartDescription(
  { rows }: PayerTable,
  claimNames: readonly string[],
  language: TextLanguage,
): string {
  const say = (name: LocalText): string => name[language];
  return claimNames
    .map((claim, at) => {
      const parts = rows.flatMap(({ name, amounts }) => {
        const amount = amounts[at];
        return amount === undefined ? [] : [`${say(name)} ${groupedYuan(amount)}`];
      });
      return language === 'zh'
        ? `${claim}：${parts.join('，')}。`
        : `${claim}: ${parts.join(', ')}. `;
    })
    .join('');
}
