import { join } from 'node:path';
import type { ApiSchemas } from '@tiaoli/client';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

/** What both changed, clause by clause: base, mine, theirs; and what to do about it. */
export function printConflict(
  terminal: Terminal,
  path: string,
  { theirs, clauses, merged, title }: ApiSchemas['DraftConflict'],
): void {
  terminal.note(`${path}：${title}\n`);
  for (const { clause, ...sides } of clauses) {
    const name =
      clause === '' ? say(terminal, { zh: '条与条之间', en: 'between clauses' }) : clause;
    terminal.note(`\n── ${name}\n`);
    for (const [side, word] of Object.entries(words)) {
      const text = sides[side as keyof typeof words];
      const shown = text ?? say(terminal, { zh: '（没有这一条）', en: '(no such clause)' });
      terminal.note(`${say(terminal, word)}\n${shown.trimEnd().replaceAll(/^/gm, '    ')}\n`);
    }
  }
  const file = join('.tiaoli', 'theirs', path);
  const isEasy = merged !== undefined;
  terminal.note(
    say(terminal, {
      zh: `\n对方的文本在 ${file}。${isEasy ? '双方没有改同一条。' : ''}把它合并进 ${path}，再运行 tiaoli push ${path} --onto ${theirs.revision}\n`,
      en: `\nTheir text is in ${file}. ${isEasy ? 'No clause was changed by both. ' : ''}Merge it into ${path}, then run tiaoli push ${path} --onto ${theirs.revision}\n`,
    }),
  );
}

const words = {
  base: { zh: '  原文', en: '  base' },
  mine: { zh: '  我的', en: '  mine' },
  theirs: { zh: '  对方的', en: '  theirs' },
} as const;
