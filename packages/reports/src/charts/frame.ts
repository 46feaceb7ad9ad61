import type { Chart } from './chart.ts';
import type { ChartLook, Colours } from './chart-look.ts';
import { coloursOf, fontFamily } from './chart-look.ts';
import { nameWidth, shortName } from './row-names.ts';

/** What every chart has in common: rows from top to bottom, amounts across. */
export function frameOf(chart: Chart, { scheme }: ChartLook, legendRows = 0) {
  const { ink, paper, line } = coloursOf(scheme);
  return {
    animation: false,
    backgroundColor: 'transparent',
    aria: { enabled: true, label: { description: `${chart.title}。${chart.description}` } },
    textStyle: { fontFamily, color: ink },
    grid: {
      left: 8,
      right: 24,
      top: 8 + legendRows * 30,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: paper,
      borderColor: line,
      textStyle: { color: ink, fontFamily },
    },
  };
}

/** The names of the rows, first on top; long ones are broken. */
export function nameAxis(names: readonly string[], { scheme, width }: ChartLook) {
  const { ink, line } = coloursOf(scheme);
  return {
    type: 'category',
    inverse: true,
    data: names.map((name) => shortName(name, width)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: line } },
    axisLabel: {
      color: ink,
      fontSize: 13,
      lineHeight: 15,
      width: nameWidth(width),
      overflow: 'break',
      interval: 0,
    },
  };
}

/** Amounts across, in the unit that stands in the title. */
export function amountAxis({ scheme, width }: ChartLook) {
  const { quiet, line } = coloursOf(scheme);
  return {
    type: 'value',
    splitNumber: width < 560 ? 3 : 6,
    axisLabel: { color: quiet, hideOverlap: true, formatter: tickText },
    splitLine: { lineStyle: { color: line, type: 'dashed' } },
  };
}

/** `−1,200`; never in the notation of a machine. */
export function tickText(value: number): string {
  const text = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 4 });
  return value < 0 ? `−${text}` : text;
}

/** Names come from documents, and a tooltip is HTML. */
export function escapeTip(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function signColour(value: number, { more, less }: Colours): string {
  return value < 0 ? less : more;
}
