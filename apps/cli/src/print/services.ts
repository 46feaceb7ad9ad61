import type { LocalText, Rational } from '@tiaoli/base';
import { multiply, parseRational, printRational, rational, roundTo } from '@tiaoli/base';
import type {
  ComparedService,
  DocumentServices,
  MetricResult,
  ServicesList,
  ServiceTotal,
  ServiceValue,
} from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printTable } from './table.ts';

/** Each document with its services before and after, then the sums and by how much they fall. */
export function printServices(terminal: Terminal, { documents, leftOut }: ServicesList): void {
  for (const file of leftOut) {
    const zh = `注意：${file} 有错误，它的事项不在这里。`;
    terminal.print(
      `${say(terminal, { zh, en: `Mind: ${file} has errors; its services are not here.` })}\n`,
    );
  }
  if (documents.length === 0) {
    terminal.print(`${say(terminal, { zh: '没有事项。', en: 'There are no services.' })}\n`);
  }
  for (const document of documents) printDocument(terminal, document);
}

function printDocument(terminal: Terminal, document: DocumentServices): void {
  const { title, services, before, after, workingDays, materials, metrics } = document;
  const word = (text: LocalText): string => say(terminal, text);
  const head = [
    { zh: '事项', en: 'service' },
    { zh: '时限', en: 'limit' },
    { zh: '材料', en: 'materials' },
    { zh: '渠道', en: 'channels' },
  ].map(word);
  terminal.print(`${title}（${before} → ${after}）\n`);
  const rows = services.map((service) => rowOf(terminal, service));
  terminal.print(printTable([head, ...rows], ['left', 'left', 'left', 'left'], '  '));
  const sums: readonly (readonly [LocalText, ServiceTotal])[] = [
    [{ zh: '总时限（工作日）', en: 'working days in all' }, workingDays],
    [{ zh: '材料数', en: 'materials in all' }, materials],
  ];
  for (const [name, total] of sums) {
    terminal.print(`  ${word(name)}：${totalText(terminal, total)}\n`);
  }
  for (const metric of metrics) terminal.print(`  ${word(metricText(metric))}\n`);
}

function rowOf(terminal: Terminal, { name, before, after }: ComparedService): readonly string[] {
  const change = <T>(
    left: ServiceValue<T>,
    right: ServiceValue<T>,
    print: (value: T) => string,
  ): string => {
    const [from, to] = [valueText(terminal, left, print), valueText(terminal, right, print)];
    return from === to ? to : `${from} → ${to}`;
  };
  return [
    name,
    change(before.workingDays, after.workingDays, (days) => daysText(terminal, days)),
    change(before.materials, after.materials, (count) =>
      say(terminal, { zh: `${count}件`, en: String(count) }),
    ),
    change(before.channels, after.channels, (channels) => channels.join('、')),
  ];
}

function daysText(terminal: Terminal, days: number): string {
  if (days === 0) return say(terminal, { zh: '即时', en: 'at once' });
  return say(terminal, { zh: `${days}个工作日`, en: `${days} working days` });
}

function valueText<T>(
  terminal: Terminal,
  value: ServiceValue<T>,
  print: (value: T) => string,
): string {
  if (value === undefined) return '—';
  return 'unseen' in value ? say(terminal, { zh: '未见', en: 'unseen' }) : print(value.value);
}

function totalText(terminal: Terminal, total: ServiceTotal): string {
  if (total.kind === 'unknown') {
    const names = total.services.join('、');
    return say(terminal, {
      zh: `算不出，没有写明的有：${names}`,
      en: `unknown; not said by: ${names}`,
    });
  }
  const { before, after, fall } = total;
  const exact = fall === undefined ? undefined : parseRational(fall);
  const change = exact ? say(terminal, fallText(exact)) : '';
  return `${before} → ${after}${change}`;
}

/** To a tenth of a percent, as such figures are published. */
function fallText(fall: Rational): LocalText {
  const tenths = roundTo(multiply(fall, rational(100)), 'half-away-from-zero', rational(1, 10));
  const isRise = fall.numerator < 0n;
  const size = printRational(isRise ? { ...tenths, numerator: -tenths.numerator } : tenths);
  return isRise
    ? { zh: `，上升 ${size}%`, en: `, up ${size}%` }
    : { zh: `，下降 ${size}%`, en: `, down ${size}%` };
}

/** A claim with both figures, and whether it holds. */
function metricText({ name, measure, channels, least, outcome }: MetricResult): LocalText {
  const figures = figuresText(outcome);
  const held = outcome.kind === 'unknown' ? undetermined : outcome.holds ? met : notMet;
  const promised = percent(least);
  const what = measure === 'channels' ? channelText(channels) : measures[measure];
  return {
    zh: `指标 ${name}：${what.zh} ${figures}，不低于 ${promised}：${held.zh}`,
    en: `metric ${name}: ${what.en} ${figures}, at least ${promised}: ${held.en}`,
  };
}

const undetermined = { zh: '算不出', en: 'unknown' };
const met = { zh: '达到', en: 'met' };
const notMet = { zh: '没有达到', en: 'not met' };

const measures: Readonly<Record<'materials' | 'working-days', LocalText>> = {
  materials: { zh: '材料数下降', en: 'materials fall' },
  'working-days': { zh: '总时限下降', en: 'working days fall' },
};

function channelText(channels: readonly string[]): LocalText {
  return {
    zh: `可${channels.join('或')}办理的事项`,
    en: `services by ${channels.join(' or ')}`,
  };
}

function figuresText(outcome: MetricResult['outcome']): string {
  return outcome.kind === 'unknown'
    ? outcome.services.join('、')
    : `${outcome.first} / ${outcome.second}`;
}

function percent(text: string): string {
  const value = parseRational(text);
  return value ? `${printRational(multiply(value, rational(100)))}%` : text;
}
