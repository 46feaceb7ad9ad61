import type { TraceLine } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

/** Every step in the order in which it was done: value, formula, what it read, what rounding did, clause. */
export function printTrace(terminal: Terminal, steps: readonly TraceLine[]): void {
  terminal.print(`${say(terminal, { zh: '计算步骤', en: 'Steps' })}\n`);
  let claim: string | undefined;
  for (const step of steps) {
    if (step.claim !== claim) {
      claim = step.claim;
      terminal.print(`  ${say(terminal, { zh: `结算 ${claim}`, en: `Claim ${claim}` })}\n`);
    }
    terminal.print(printStep(terminal, step));
  }
}

function printStep(terminal: Terminal, step: TraceLine): string {
  const { name, value, formula, operands, remainder, clause } = step;
  const lines = [`    ${name} = ${value}${clause === undefined ? '' : `  〔${clause}〕`}`];
  lines.push(`        ${formula}`);
  if (operands.length > 0) {
    lines.push(`        ${operands.map((each) => `${each.name} = ${each.value}`).join('；')}`);
  }
  if (remainder !== undefined && remainder !== '0') {
    const text = say(terminal, { zh: '取整余数', en: 'rounding remainder' });
    lines.push(`        ${text} ${remainder}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
