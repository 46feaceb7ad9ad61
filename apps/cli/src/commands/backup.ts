import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption } from '../command-setup.ts';
import { copyJson, copyProgress, countOf } from '../store/copy-progress.ts';
import { refusedByStore } from '../store/refused-store.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption, storePlace } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

interface BackupOptions extends DataOptions {
  readonly out: string;
  readonly format: 'pretty' | 'json';
}

export function backupCommand(setup: CommandSetup): Command {
  const text = {
    zh: '把整个数据库备份成一个文件；用 PostgreSQL 服务器时不必停下工作台',
    en: 'copy the whole store to one file; on a PostgreSQL server the workbench may go on meanwhile',
  };
  return newCommand(setup, 'backup', text, 'tiaoli backup --out 2027-01-01.backup')
    .addOption(
      newOption(setup, '--out <file>', {
        zh: '写到哪个文件（不覆盖已有的）；含有各单位的草稿，请妥善保管',
        en: 'file to write, which must not be there yet; it holds the drafts of every office, so keep it safe',
      }).makeOptionMandatory(),
    )
    .addOption(dataOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(setup.run((options: BackupOptions) => backup(setup.terminal, options)));
}

async function backup(terminal: Terminal, options: BackupOptions): Promise<number> {
  const { out, format } = options;
  const file = resolve(terminal.cwd, out);
  // Databases are large to load; only commands that need one do.
  const { writeBackup } = await import('@tiaoli/store');
  const written = await writeBackup(storePlace(terminal, options), file, copyProgress(terminal));
  if (written.kind === 'refused') return refusedByStore(terminal, written.diagnostics);
  terminal.progress('');
  const { sha256 } = written.value;
  const rows = countOf(written.value);
  const text = {
    zh: `已备份到 ${out}：${rows} 行，写完后已重读核对。\n内容 SHA-256 ${sha256}\n`,
    en: `Backed up to ${out}: ${rows} rows, read again and found whole.\nContent SHA-256 ${sha256}\n`,
  };
  terminal.print(format === 'json' ? copyJson(out, written.value) : say(terminal, text));
  return exitCodes.success;
}
