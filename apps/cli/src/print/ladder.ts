import { displayWidth, padToWidth } from '@tiaoli/base';
import type { CitedClause, ClaimLadder, LadderLine, LayerLadder } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printShares } from './payers.ts';

/** Columns of a line; a clause that does not fit stands on the next one. */
const WIDTH = 110;
const LABEL = 22;
const AMOUNT = 14;

const signs: Readonly<Record<LadderLine['kind'], string>> = {
  amount: ' ',
  more: '+',
  less: '−',
  rate: '×',
  result: '=',
};

/**
 * One claim from its cost to who pays what.
 *
 * @param version  reference of the version under which it was settled
 */
export function printLadder(terminal: Terminal, ladder: ClaimLadder, version: string): void {
  const { id, on, cost, layers, payers, payersClauses } = ladder;
  const title = {
    zh: `结算 ${id}  ${on}  依照 ${version}`,
    en: `Claim ${id}  ${on}  under ${version}`,
  };
  terminal.print(`${say(terminal, title)}\n`);
  for (const line of cost) terminal.print(printLine(terminal, line));
  for (const layer of layers) printLayer(terminal, layer);
  terminal.print('\n');
  if (payers.length === 0) return;
  const heading = say(terminal, { zh: '谁付多少', en: 'Who pays what' });
  terminal.print(`  ${heading}  ${sourceText(payersClauses)}\n`);
  printShares(terminal, payers);
}

function printLayer(terminal: Terminal, layer: LayerLadder): void {
  const { name, payer, cases, absent, lines, clauses } = layer;
  const labels = cases.length > 0 ? `  ${cases.map((label) => `「${label}」`).join('')}` : '';
  const title = say(terminal, { zh: `${name}（${payer}）`, en: `${name} (${payer})` });
  terminal.print(`\n  ${title}${labels}\n`);
  if (absent) terminal.print(`      ${say(terminal, absent)}  ${sourceText(clauses)}\n`);
  for (const line of lines) terminal.print(printLine(terminal, line));
}

function printLine(
  terminal: Terminal,
  { kind, label, amount, formula, clauses }: LadderLine,
): string {
  const gap = ' '.repeat(Math.max(0, AMOUNT - displayWidth(amount)));
  const start = `    ${signs[kind]} ${padToWidth(say(terminal, label), LABEL)}${gap}${amount}`;
  const words = formula ? `${start}   ${say(terminal, formula)}` : start;
  if (clauses.length === 0) return `${words}\n`;
  const source = sourceText(clauses);
  if (displayWidth(words) + 2 + displayWidth(source) <= WIDTH) return `${words}  ${source}\n`;
  return `${words}\n${' '.repeat(6 + LABEL + AMOUNT)}   ${source}\n`;
}

function sourceText(clauses: readonly CitedClause[]): string {
  return `〔${clauses.map(({ text }) => text).join('；')}〕`;
}
