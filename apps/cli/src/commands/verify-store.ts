import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand } from '../command-setup.ts';
import { printBroken } from '../store/print-broken.ts';
import { refusedByStore } from '../store/refused-store.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption, storePlace } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

interface VerifyStoreOptions extends DataOptions {
  readonly format: 'pretty' | 'json';
}

export function verifyStoreCommand(setup: CommandSetup): Command {
  const text = {
    zh: '核对数据库：已发布的版本和审计记录有没有被改动、删除',
    en: 'see whether any published version or audit event was altered or taken away',
  };
  return newCommand(setup, 'verify-store', text, 'tiaoli verify-store --data tiaoli-data')
    .addOption(dataOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(setup.run((options: VerifyStoreOptions) => verifyStore(setup.terminal, options)));
}

async function verifyStore(terminal: Terminal, options: VerifyStoreOptions): Promise<number> {
  // Databases are large to load; only commands that need one do.
  const { openExistingStore } = await import('@tiaoli/store');
  const opened = await openExistingStore(storePlace(terminal, options));
  if (opened.kind === 'refused') return refusedByStore(terminal, opened.diagnostics);
  const store = opened.value;
  terminal.progress(say(terminal, { zh: '正在逐行核对…', en: 'Looking at every row…' }));
  const broken = await store.verify().finally(store.close);
  terminal.progress('');
  const whole = broken.length === 0;
  if (options.format === 'json') {
    terminal.print(`${JSON.stringify({ whole, broken }, undefined, 2)}\n`);
  } else if (whole) terminal.print(say(terminal, wholeText));
  else printBroken(terminal, broken);
  return whole ? exitCodes.success : exitCodes.finding;
}

const wholeText = {
  zh: '完好：内容、版本和审计记录都与各自的校验值相符，没有缺失。\n',
  en: 'Whole: bytes, versions and audit events all fit their hashes, and none is missing.\n',
};
