import { addShares, caseHeading, illustrativeText, waitingText } from '@tiaoli/documents';
import type {
  CaseResult,
  ClaimLadder,
  PayerShare,
  ResultValue,
  SettledCase,
  StateLine,
} from '@tiaoli/workspace';
import { buildLadder, stateLines } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printLadder } from './ladder.ts';
import { printShares } from './payers.ts';
import { printTable } from './table.ts';
import { printTrace } from './trace.ts';

type Settled = Extract<SettledCase, { kind: 'settled' }>;

/** A settled case for people: the ladder of each claim, the year, the accumulators, what is still missing. */
export function printCase(
  terminal: Terminal,
  { result, settlement }: Settled,
  options: { readonly trace: boolean },
): void {
  terminal.print(`${say(terminal, caseHeading(result))}\n\n`);
  const ladders: ClaimLadder[] = [];
  for (const [at, claim] of settlement.claims.entries()) {
    if (claim.kind === 'waiting') {
      terminal.print(`${say(terminal, waitingText(claim.id))}\n\n`);
      continue;
    }
    const ladder = buildLadder(claim);
    ladders.push(ladder);
    printLadder(terminal, ladder, result.claims[at]?.version ?? result.document);
  }
  if (settlement.claims.length > 1) printYear(terminal, ladders, settlement.claims.length);
  printState(terminal, stateLines(settlement));
  printVoided(terminal, result);
  printIllustrative(terminal, result);
  printUndetermined(terminal, result);
  if (options.trace) printTrace(terminal, result.trace ?? []);
}

/** What is nobody's policy is said with every result. */
function printIllustrative(terminal: Terminal, { illustrative = [] }: CaseResult): void {
  if (illustrative.length === 0) return;
  terminal.print(`${say(terminal, illustrativeText(illustrative))}\n\n`);
}

/** The sums over all claims; none while one of them is not complete. */
function printYear(terminal: Terminal, ladders: readonly ClaimLadder[], claims: number): void {
  const complete = ladders.filter(({ payers }) => payers.length > 0);
  if (complete.length < claims) return;
  const heading = { zh: `合计（${claims} 笔结算）`, en: `Total of ${claims} claims` };
  terminal.print(`${say(terminal, heading)}\n`);
  const shares = complete.map(({ payers }) => payers);
  printShares(terminal, shares.reduce<readonly PayerShare[]>(addShares, []));
}

/** What is carried to the next claim. */
function printState(terminal: Terminal, lines: readonly StateLine[]): void {
  if (lines.length === 0) return;
  const rows = lines.map(({ name, amount, instance, clauses }) => [
    name,
    amount,
    instance,
    `〔${clauses.map(({ text }) => text).join('；')}〕`,
  ]);
  terminal.print(`${say(terminal, { zh: '结算后的累计', en: 'Accumulated so far' })}\n`);
  terminal.print(`${printTable(rows, ['left', 'right', 'left', 'left'], '  ')}\n`);
}

/** Which claims do not count any more, and which results of the others are others now. */
function printVoided(terminal: Terminal, { voided }: CaseResult): void {
  if (!voided) return;
  const ids = voided.claims.join('、');
  const heading = {
    zh: `已作废：结算 ${ids}；其余结算重新计算`,
    en: `Voided: ${ids}; the others are settled again`,
  };
  terminal.print(`${say(terminal, heading)}\n`);
  const rows = voided.changes.map(({ claim, name, before, after }) => [
    claim,
    name,
    resultText(before),
    '→',
    resultText(after),
  ]);
  const none = { zh: '其余结算的结果不变', en: 'no result of the others changes' };
  if (rows.length === 0) terminal.print(`  ${say(terminal, none)}\n`);
  terminal.print(`${printTable(rows, ['left', 'left', 'right', 'left', 'right'], '  ')}\n`);
}

function resultText({ value, status }: ResultValue): string {
  return status === 'value' ? String(value) : '—';
}

/** What the sources do not say (未见), and gaps of the rules: nothing that the person could add. */
function printUndetermined(terminal: Terminal, { outputs }: CaseResult): void {
  const reasons = Object.values(outputs).flatMap(({ status, reason }) =>
    status === 'missing' && reason !== undefined ? [reason] : [],
  );
  if (reasons.length === 0) return;
  terminal.print(`${say(terminal, { zh: '待补充', en: 'Still missing' })}\n`);
  for (const reason of new Set(reasons)) terminal.print(`  ${reason}\n`);
  terminal.print('\n');
}
