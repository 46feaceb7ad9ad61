import type { ClauseCoverage, NotEncodedClause } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

/** A line for each document that has clauses, below it those that are not encoded and why; then all together. */
export function printCoverage(terminal: Terminal, coverage: readonly ClauseCoverage[]): void {
  for (const { title, clauses, notEncoded } of coverage) {
    if (clauses.total === 0) continue;
    const text = coverageText(clauses);
    const line = { zh: `“${title}”：${text.zh}`, en: `“${title}”: ${text.en}` };
    terminal.print(`${say(terminal, line)}\n`);
    for (const each of notEncoded) terminal.print(`  ${reasonText(terminal, each)}\n`);
  }
  const all = sum(coverage);
  if (all.total > 0) terminal.print(`${say(terminal, coverageText(all))}\n`);
}

function reasonText(terminal: Terminal, { clause, status, reason }: NotEncodedClause): string {
  const { zh, en } = statusNames[status];
  return say(terminal, {
    zh: `${zh}　${clause}：${reason}`,
    en: `${en}  ${clause}: ${reason}`,
  });
}

const statusNames = {
  uncoded: { zh: '未编码', en: 'not yet encoded' },
  inexpressible: { zh: '无法表达', en: 'inexpressible' },
} as const;

type Counts = ClauseCoverage['clauses'];

function coverageText({ total, rules, note, uncoded, inexpressible }: Counts) {
  const rest = [
    { count: note, zh: '说明', en: 'informational' },
    { count: uncoded, ...statusNames.uncoded },
    { count: inexpressible, ...statusNames.inexpressible },
  ].filter(({ count }) => count > 0);
  const zh = rest.map((each) => `${each.zh} ${each.count} 条`);
  const en = rest.map((each) => `${each.count} ${each.en}`);
  return {
    zh: `${[`条文 ${total} 条，写成规则 ${rules} 条`, ...zh].join('，')}。`,
    en: `${[`${rules} of ${total} clauses hold rules`, ...en].join(', ')}.`,
  };
}

function sum(coverage: readonly ClauseCoverage[]): Counts {
  const add = (field: keyof Counts): number =>
    coverage.reduce((total, { clauses }) => total + clauses[field], 0);
  return {
    total: add('total'),
    rules: add('rules'),
    note: add('note'),
    uncoded: add('uncoded'),
    inexpressible: add('inexpressible'),
  };
}
