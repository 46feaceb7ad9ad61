import { createHash } from 'node:crypto';
import type { Chart, Figure, ImpactReport, ReformReport, Section } from '@tiaoli/reports';
import { chartHeight, withUnit } from '@tiaoli/reports';
import type { Markup } from '../page/markup.ts';
import { element, pageOf } from '../page/markup.ts';
import { pageStyle } from '../page/page-style.ts';
import { impactStyle } from './impact-style.ts';
import { reportTable } from './report-table.ts';

/** A report as one page of HTML: no other file, no server, nothing asked of anybody; the tables say all without a script. */
export function impactPage(report: ImpactReport, chartScript: string): string {
  const { language, title, watermark, reforms, method } = report;
  const charts: Chart[] = [];
  const sections = reforms.map((reform) => reformMarkup(reform, report, charts));
  const script = `${chartScript}\n`;
  return pageOf(
    { title, language, style: pageStyle + impactStyle, policy: contentPolicy(script) },
    ...(watermark === undefined
      ? []
      : [element('div', { class: 'watermark', 'aria-hidden': 'true', 'data-text': watermark })]),
    header(report),
    element('main', {}, ...sections, sectionMarkup(method, 'method', charts)),
    dataBlock(charts),
    { html: `<script>${script}</script>` },
  );
}

/** The page may run the script that was made with it, and nothing else; it may ask nobody for anything. */
function contentPolicy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

/** What charts are drawn from; it is no script, and cannot end the element that it stands in. */
function dataBlock(charts: readonly Chart[]): Markup {
  const json = JSON.stringify(charts).replaceAll('<', '\\u003c');
  return { html: `<script type="application/json" id="charts">${json}</script>` };
}

function header(report: ImpactReport): Markup {
  const { title, warnings, identity, reforms, method, language } = report;
  const contents = { zh: '目录', en: 'Contents' }[language];
  const links = [
    ...reforms.flatMap((reform) =>
      reform.sections.map((section) => [idOf(section, reform.scenario), section.title] as const),
    ),
    [idOf(method, 'method'), method.title] as const,
  ];
  return element(
    'header',
    {},
    element('h1', {}, title),
    ...warnings.map((warning) => element('p', { class: 'warning' }, warning)),
    element(
      'dl',
      { class: 'identity' },
      ...identity.flatMap(({ name, text }) => [element('dt', {}, name), element('dd', {}, text)]),
    ),
    element(
      'nav',
      { 'aria-label': contents },
      element(
        'ol',
        {},
        ...links.map(([id, text]) => element('li', {}, element('a', { href: `#${id}` }, text))),
      ),
    ),
  );
}

function idOf({ id }: Section, scenario: string): string {
  return scenario === id ? id : `${scenario}-${id}`;
}

function reformMarkup(
  { scenario, title, sections }: ReformReport,
  { reforms }: ImpactReport,
  charts: Chart[],
): Markup {
  const parts = sections.map((each) => sectionMarkup(each, scenario, charts));
  if (reforms.length === 1) return element('div', {}, ...parts);
  return element('div', { class: 'reform' }, element('p', { class: 'lead' }, title), ...parts);
}

function sectionMarkup(section: Section, scenario: string, charts: Chart[]): Markup {
  const id = idOf(section, scenario);
  const { title, tiles = [], lines, figures } = section;
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id, tabindex: -1 }, title),
    ...(tiles.length === 0 ? [] : [tilesMarkup(tiles)]),
    ...lines.map((line) => element('p', {}, line)),
    ...figures.map((figure) => figureMarkup(figure, charts)),
  );
}

function tilesMarkup(tiles: NonNullable<Section['tiles']>): Markup {
  return element(
    'dl',
    { class: 'tiles' },
    ...tiles.map(({ name, text, note }) =>
      element(
        'div',
        {},
        element('dt', {}, name),
        element('dd', { class: 'size' }, text),
        ...(note === '' ? [] : [element('dd', { class: 'quiet' }, note)]),
      ),
    ),
  );
}

/** Pixels across on a desk; the script knows better. */
const USUAL_WIDTH = 1000;

function figureMarkup({ chart, table }: Figure, charts: Chart[]): Markup {
  if (!chart) return reportTable(table);
  charts.push(chart);
  const place = {
    class: 'chart',
    role: 'img',
    'aria-label': `${chart.title}。${chart.description}`,
    'data-chart': charts.length - 1,
    style: `height:${chartHeight(chart, USUAL_WIDTH)}px`,
  };
  return element(
    'figure',
    {},
    element('figcaption', {}, element('h3', {}, withUnit(chart.title, chart.unit))),
    element('div', place),
    reportTable(table),
  );
}
