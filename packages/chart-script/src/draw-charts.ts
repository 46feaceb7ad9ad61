import type { Chart, ChartLook } from '@tiaoli/reports';
import { chartHeight, chartOption } from '@tiaoli/reports';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import type { ECharts } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// The script of a page that goes out: it draws what stands in the page as data. It is bundled, never imported.

/** The part of a browser that is used here: the repository has the types of Node. */
interface Place {
  readonly clientWidth: number;
  readonly style: { height: string };
  readonly dataset: Readonly<Record<string, string | undefined>>;
}
declare const document: {
  readonly getElementById: (id: string) => { readonly textContent: string | null } | null;
  readonly querySelectorAll: (selector: string) => Iterable<Place>;
};
declare const window: {
  readonly matchMedia: (query: string) => {
    readonly matches: boolean;
    readonly addEventListener: (type: 'change', listener: () => void) => void;
  };
  readonly addEventListener: (type: string, listener: () => void) => void;
};

use([BarChart, LineChart, CustomChart]);
use([GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, AriaComponent]);
use([SVGRenderer]);

/** What a sheet of A4 has between its margins, in pixels. */
const PAPER = 650;

const charts: readonly Chart[] = JSON.parse(document.getElementById('charts')?.textContent ?? '[]');
const dark = window.matchMedia('(prefers-color-scheme: dark)');

interface Drawn {
  readonly place: Place;
  readonly chart: Chart;
  readonly made: ECharts;
}

const drawn: readonly Drawn[] = [...document.querySelectorAll('[data-chart]')].flatMap((place) => {
  const chart = charts[Number(place.dataset.chart)];
  if (!chart) return [];
  const made = init(place as unknown as Parameters<typeof init>[0], undefined, { renderer: 'svg' });
  return [{ place, chart, made }];
});

function draw({ place, chart, made }: Drawn, look: ChartLook): void {
  const height = chartHeight(chart, look.width);
  place.style.height = `${height}px`;
  made.resize({ width: look.width, height });
  made.setOption(chartOption(chart, look), { notMerge: true });
}

function drawForScreen(): void {
  const scheme = dark.matches ? 'dark' : 'light';
  for (const each of drawn) draw(each, { scheme, width: each.place.clientWidth });
}

function drawForPaper(): void {
  for (const each of drawn) draw(each, { scheme: 'light', width: PAPER });
}

drawForScreen();
dark.addEventListener('change', drawForScreen);
window.addEventListener('resize', drawForScreen);
window.addEventListener('beforeprint', drawForPaper);
window.addEventListener('afterprint', drawForScreen);
