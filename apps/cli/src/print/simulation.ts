import type { Change, Estimate, SimulationResult } from '@tiaoli/simulation';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printTable } from './table.ts';

/** The verdict of a run, and the change layer by layer. */
export function printSimulation(terminal: Terminal, result: SimulationResult): void {
  const { identity, population, baseline, reforms } = result;
  const text = {
    zh: `${population.isSynthetic ? '合成人群，不是真实数据；' : ''}${population.year} 年，代表 ${population.weighted} 人\n测算 ${identity.id}\n`,
    en: `${population.isSynthetic ? 'Synthetic, no real data; ' : ''}${population.year}, standing for ${population.weighted} people\nRun ${identity.id}\n`,
  };
  terminal.print(say(terminal, text));
  for (const { scenario, verdict, byLayer } of reforms) {
    terminal.print(`\n${baseline.version} → ${scenario.version}\n`);
    const rows = [
      row(say(terminal, { zh: '基金支付', en: 'funds' }), verdict.fund),
      row(say(terminal, { zh: '个人负担', en: 'people' }), verdict.person),
      ...byLayer.map(({ layer, payer, amount }) => row(`  ${layer}（${payer}）`, amount)),
    ];
    const head = [
      { zh: '元', en: 'yuan' },
      { zh: '现行', en: 'baseline' },
      { zh: '拟改', en: 'reform' },
      { zh: '变化', en: 'change' },
      { zh: '标准误', en: 'standard error' },
    ].map((each) => say(terminal, each));
    terminal.print(printTable([head, ...rows], ['left', 'right', 'right', 'right', 'right'], '  '));
  }
}

function row(name: string, { baseline, reform, change }: Change): readonly string[] {
  return [name, baseline.value, reform.value, change.value, errorText(change)];
}

function errorText({ error }: Estimate): string {
  return error === undefined ? '' : `± ${error.toFixed(2)}`;
}
