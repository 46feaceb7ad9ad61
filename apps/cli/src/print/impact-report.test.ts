import { displayWidth } from '@tiaoli/base';
import { buildReport } from '@tiaoli/reports';
import { sampleResult } from '@tiaoli/reports/testing';
import { expect, test } from 'vitest';
import { printImpactReport } from './impact-report.ts';

function printed(language: 'zh' | 'en', result = sampleResult): string {
  let text = '';
  const terminal = {
    ...{ language, cwd: '/', note: () => undefined, progress: () => undefined },
    print: (more: string) => {
      text += more;
    },
    readStandardInput: () => Promise.resolve(new Uint8Array()),
  };
  printImpactReport(terminal, buildReport(result, language));
  return text;
}

test('amounts stand in columns, bars go both ways', () => {
  const text = printed('zh');
  expect(text).toContain(
    [
      '  层        付款方    支付：现行（万元）  支付：草案（万元）  支付：变化（万元）',
      '  门诊统筹  统筹基金            3,000.00            3,350.00       +350.00 ±1.37  ████████████████████████',
      '  大额补助  大额基金              469.14              419.14        −50.00 ±0.20  ░░░',
      '',
    ].join('\n'),
  );
});

test.each(['zh', 'en'] as const)(
  'in %s: said to be synthetic first, no line too wide',
  (language) => {
    const lines = printed(language).split('\n');
    expect(lines[1]).toMatch(/^! (合成数据|Synthetic data)/);
    const tables = lines.filter((line) => / {2}/.test(line.trim()));
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.filter((line) => displayWidth(line) > 140)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  },
);

test('a change of many words is cut, its amounts are not', () => {
  const [reform] = sampleResult.reforms;
  const long = '很长的改动'.repeat(20);
  const watchlists = (reform?.watchlists ?? []).flatMap((each) =>
    each.kind === 'counted' ? [{ ...each, name: long, rows: each.rows.slice(0, 1) }] : [],
  );
  const reforms = reform ? [{ ...reform, watchlists }] : [];
  const text = printed('zh', { ...sampleResult, reforms });
  const [, table = ''] = text.split('预警名单\n');
  const lines = table.split('\n').slice(0, 5);
  expect(lines[0]).toMatch(/(?:很长的改动){9}很长…$/u);
  expect(lines[2]).toMatch(/ 500 ±25$/u);
});
