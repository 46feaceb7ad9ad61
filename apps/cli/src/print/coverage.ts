import type { ClauseCoverage } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

/** Documents of which a part is not encoded, then all together; nothing where no document has a clause. */
export function printCoverage(terminal: Terminal, coverage: readonly ClauseCoverage[]): void {
  const partly = coverage.filter(({ clauses }) => clauses.rules < clauses.total);
  for (const { title, clauses } of partly) {
    const text = coverageText(clauses);
    const line = { zh: `“${title}”：${text.zh}`, en: `“${title}”: ${text.en}` };
    terminal.print(`${say(terminal, line)}\n`);
  }
  const all = sum(coverage);
  if (all.total > 0) terminal.print(`${say(terminal, coverageText(all))}\n`);
}

type Counts = ClauseCoverage['clauses'];

function coverageText({ total, rules, note, uncoded, inexpressible }: Counts) {
  const rest = [
    { count: note, zh: '说明', en: 'informational' },
    { count: uncoded, zh: '未编码', en: 'not yet encoded' },
    { count: inexpressible, zh: '无法表达', en: 'inexpressible' },
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
