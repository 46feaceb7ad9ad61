import type { Behaviour, IntentVerdict, PlacedRegion } from '@tiaoli/diff';
import { boundsText, regionText } from '@tiaoli/diff';
import { verdictText } from '@tiaoli/documents';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printRegion, resultTitle } from './behaviour.ts';

/** Whether nothing but the intent changed: what does, for whom, and what nobody can say. */
export function printVerdict(
  terminal: Terminal,
  verdict: IntentVerdict,
  behaviour: Behaviour,
): void {
  const { intent, breaches, unconfirmed } = verdict;
  const head = { zh: '意图：', en: 'Intent: ' };
  terminal.print(`  ${say(terminal, head)}${intent.text}\n`);
  terminal.print(`    ${say(terminal, verdictText(verdict))}\n`);
  printPlaced(terminal, breaches, behaviour, '✗');
  printPlaced(terminal, unconfirmed, behaviour, '?');
}

function printPlaced(
  terminal: Terminal,
  found: readonly PlacedRegion[],
  behaviour: Behaviour,
  mark: '✗' | '?',
): void {
  for (const { result, region } of found) {
    const everybody = say(terminal, { zh: '所有人', en: 'everybody' });
    const who = regionText(region, behaviour, terminal.language) || everybody;
    const bounds = boundsText(region, result.type, terminal.language);
    terminal.print(`    ${mark} ${resultTitle(terminal, result)}  ${who}  ${bounds}\n`);
    printRegion(terminal, region, result, behaviour);
  }
}
