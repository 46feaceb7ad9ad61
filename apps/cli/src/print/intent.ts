import type { LocalText } from '@tiaoli/base';
import type { Behaviour, IntentVerdict, PlacedRegion } from '@tiaoli/diff';
import { boundsText, regionText } from '@tiaoli/diff';
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
  terminal.print(`    ${say(terminal, holdsText(verdict))}\n`);
  printPlaced(terminal, breaches, behaviour, '✗');
  printPlaced(terminal, unconfirmed, behaviour, '?');
}

function holdsText({ holds, breaches, rounding, inside }: IntentVerdict): LocalText {
  switch (holds) {
    case 'no': {
      const count = breaches.length;
      return {
        zh: `✗ 不符合：意图之外有 ${count} 处变化`,
        en: `✗ broken: ${count} ${count === 1 ? 'change' : 'changes'} outside of it`,
      };
    }
    case 'unknown':
      return {
        zh: '? 无法确认：意图之外还有没能判定或没有比较的',
        en: '? cannot be confirmed: outside of it something was not decided or not compared',
      };
    case 'yes': {
      const rest =
        rounding.length > 0
          ? { zh: '意图之外只有尾差', en: 'outside of it there is rounding only' }
          : { zh: '意图之外全部不变（已证明）', en: 'everything outside of it is proved the same' };
      const own = insideWords[inside];
      return { zh: `= 符合：${rest.zh}${own.zh}`, en: `= kept: ${rest.en}${own.en}` };
    }
  }
}

const insideWords: Readonly<Record<IntentVerdict['inside'], LocalText>> = {
  changed: { zh: '', en: '' },
  unchanged: { zh: '；意图之内也没有变化', en: '; nothing changes within it either' },
  unknown: {
    zh: '；意图之内有没有变化没能判定',
    en: '; whether anything changes within it was not decided',
  },
};

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
