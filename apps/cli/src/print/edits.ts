import { groupChanges } from '@tiaoli/diff';
import type { BehaviourComparison } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printClauses, printGroups } from './difference.ts';

/** Edits that came to nothing: changes that provably change no result, words whose rules stayed as they were. */
export function printEdits(
  terminal: Terminal,
  { withoutEffect, wordsOnly }: Pick<BehaviourComparison, 'withoutEffect' | 'wordsOnly'>,
): void {
  if (withoutEffect.length > 0) {
    const head = {
      zh: '没有效果（已证明）：改了，而用到它的结果都不变',
      en: 'Without effect, proved: changed, and every result that reads it is the same',
    };
    terminal.print(`  ${say(terminal, head)}\n`);
    const changes = withoutEffect.flatMap((each) => each.changes);
    printGroups(terminal, groupChanges(changes), '    ');
  }
  if (wordsOnly.length > 0) {
    const head = {
      zh: '文字修改：条文改了，其中的规则没有改',
      en: 'Words only: the article is another, the rules in it are not',
    };
    terminal.print(`  ${say(terminal, head)}\n`);
    printClauses(
      terminal,
      wordsOnly.map(({ clause }) => clause),
    );
  }
}
