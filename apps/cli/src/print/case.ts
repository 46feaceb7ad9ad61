import type { LocalText } from '@tiaoli/base';
import type { CaseResult, ClaimLadder, PayerShare, SettledCase } from '@tiaoli/workspace';
import { buildLadder } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printLadder } from './ladder.ts';
import { addShares, printShares } from './payers.ts';
import { printTable } from './table.ts';
import { printTrace } from './trace.ts';

type Settled = Extract<SettledCase, { kind: 'settled' }>;

/** A settled case for people: the ladder of each claim, the year, the accumulators, what is still missing. */
export function printCase(
  terminal: Terminal,
  { result, settlement }: Settled,
  options: { readonly trace: boolean },
): void {
  terminal.print(`${caseHeading(terminal, result)}\n\n`);
  const ladders: ClaimLadder[] = [];
  for (const claim of settlement.claims) {
    if (claim.kind === 'waiting') {
      terminal.print(`${say(terminal, waitingText(claim.id))}\n\n`);
      continue;
    }
    const ladder = buildLadder(claim);
    ladders.push(ladder);
    printLadder(terminal, ladder);
  }
  if (ladders.length > 1) printYear(terminal, ladders);
  printState(terminal, result);
  printMissing(terminal, result);
  if (options.trace) printTrace(terminal, result.trace ?? []);
}

function caseHeading(terminal: Terminal, { version, document, jurisdiction }: CaseResult): string {
  return say(terminal, {
    zh: `${version ?? document}（${jurisdiction}）`,
    en: `${version ?? document} (${jurisdiction})`,
  });
}

function waitingText(id: string): LocalText {
  return {
    zh: `结算 ${id}：还不能计算，见下面的待补充。`,
    en: `Claim ${id}: cannot be settled yet, see what is missing below.`,
  };
}

function printYear(terminal: Terminal, ladders: readonly ClaimLadder[]): void {
  const shares = ladders.map(({ payers }) => payers).reduce<readonly PayerShare[]>(addShares, []);
  const heading = {
    zh: `合计（${ladders.length} 笔结算）`,
    en: `Total of ${ladders.length} claims`,
  };
  terminal.print(`${say(terminal, heading)}\n`);
  printShares(terminal, shares);
}

/** What is carried to the next claim; what is still nothing is left out. */
function printState(terminal: Terminal, { state, stateInstances }: CaseResult): void {
  const rows = Object.entries(state)
    .filter(([, value]) => value !== '0.00' && value !== 0 && value !== '0')
    .map(([name, value]) => [name, String(value), stateInstances[name] ?? '']);
  if (rows.length === 0) return;
  terminal.print(`${say(terminal, { zh: '结算后的累计', en: 'Accumulated so far' })}\n`);
  terminal.print(`${printTable(rows, ['left', 'right', 'left'], '  ')}\n`);
}

function printMissing(terminal: Terminal, { missing, outputs }: CaseResult): void {
  const undetermined = Object.entries(outputs).filter(
    ([, { status, reason }]) => status === 'missing' && reason !== undefined,
  );
  if (missing.length === 0 && undetermined.length === 0) return;
  terminal.print(`${say(terminal, { zh: '待补充', en: 'Still missing' })}\n`);
  for (const { claim, field, question } of missing) {
    const where =
      claim === undefined ? '' : say(terminal, { zh: `结算 ${claim} `, en: `claim ${claim} ` });
    terminal.print(`  ${where}${field}${say(terminal, { zh: '：', en: ': ' })}${question}\n`);
  }
  const reasons = new Set(undetermined.map(([, { reason }]) => reason ?? ''));
  for (const reason of reasons) terminal.print(`  ${reason}\n`);
  terminal.print('\n');
}
