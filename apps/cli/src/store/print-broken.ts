import type { LocalText } from '@tiaoli/base';
import type { BrokenRecord } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

const tables: Readonly<Record<BrokenRecord['table'], LocalText>> = {
  blob: { zh: '存放的内容', en: 'stored bytes' },
  version: { zh: '已发布的版本', en: 'published version' },
  audit_event: { zh: '审计记录', en: 'audit event' },
};

const problems: Readonly<Record<BrokenRecord['problem'], LocalText>> = {
  altered: { zh: '被改动过', en: 'was altered' },
  missing: { zh: '缺失', en: 'is missing' },
  unlinked: { zh: '与前一条接不上', en: 'does not follow the one before' },
  'cut-off': { zh: '从这里起被截断', en: 'and all after it were cut off' },
};

/** Names each row that is not what it was, and what to do about it. */
export function printBroken(terminal: Terminal, broken: readonly BrokenRecord[]): void {
  for (const { table, row, problem } of broken) {
    const text = {
      zh: `${tables[table].zh} ${row}：${problems[problem].zh}\n`,
      en: `${tables[table].en} ${row} ${problems[problem].en}\n`,
    };
    terminal.print(say(terminal, text));
  }
  terminal.print(say(terminal, remedy(broken.length)));
}

function remedy(count: number): LocalText {
  return {
    zh: `共 ${count} 处不完好。请先停用并原样保留这个数据库备查，再把最近一份完好的备份恢复到新的数据库（tiaoli restore）。\n`,
    en: `${count} in all. Stop using this database and keep it as it is for the inquiry; restore the newest whole backup to a new one (tiaoli restore).\n`,
  };
}
