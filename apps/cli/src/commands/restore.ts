import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand } from '../command-setup.ts';
import { copyJson, copyProgress, countOf } from '../store/copy-progress.ts';
import { printBroken } from '../store/print-broken.ts';
import { refusedByStore } from '../store/refused-store.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption, storePlace } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

interface RestoreOptions extends DataOptions {
  readonly format: 'pretty' | 'json';
}

export function restoreCommand(setup: CommandSetup): Command {
  const text = {
    zh: '把备份恢复到一个新的文件夹或空的数据库，并核对',
    en: 'bring a backup back into a new folder or an empty database, and verify it',
  };
  return newCommand(setup, 'restore', text, 'tiaoli restore 2027-01-01.backup --data restored')
    .argument('<FILE>', say(setup.terminal, { zh: '备份文件', en: 'file of the backup' }))
    .addOption(dataOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((file: string, options: RestoreOptions) => restore(setup.terminal, file, options)),
    );
}

async function restore(terminal: Terminal, file: string, options: RestoreOptions): Promise<number> {
  const place = storePlace(terminal, options);
  const full = resolve(terminal.cwd, file);
  // Databases are large to load; only commands that need one do.
  const { openExistingStore, restoreBackup } = await import('@tiaoli/store');
  const restored = await restoreBackup(place, full, copyProgress(terminal));
  if (restored.kind === 'refused') return refusedByStore(terminal, restored.diagnostics);
  const opened = await openExistingStore(place);
  if (opened.kind === 'refused') return refusedByStore(terminal, opened.diagnostics);
  const store = opened.value;
  // The rows are those of the backup; whether they were whole when it was made is another question.
  const broken = await store.verify().finally(store.close);
  terminal.progress('');
  if (options.format === 'json') terminal.print(copyJson(file, restored.value));
  else terminal.print(say(terminal, restoredText(countOf(restored.value), restored.value.sha256)));
  if (broken.length === 0) return exitCodes.success;
  printBroken({ ...terminal, print: terminal.note }, broken);
  return exitCodes.finding;
}

function restoredText(rows: number, sha256: string) {
  return {
    zh: `已恢复 ${rows} 行，与备份逐行相同。\n内容 SHA-256 ${sha256}\n`,
    en: `${rows} rows restored, each the same as in the backup.\nContent SHA-256 ${sha256}\n`,
  };
}
