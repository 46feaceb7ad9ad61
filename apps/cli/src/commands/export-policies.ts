import { resolve } from 'node:path';
import type { WrittenExport } from '@tiaoli/workspace';
import { exportPolicies, operatorId, writeExported } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption } from '../command-setup.ts';
import { unreadable } from '../files/read-file.ts';
import { refusedByStore } from '../store/refused-store.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption, storePlace } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

interface ExportOptions extends DataOptions {
  readonly out: string;
  readonly format: 'pretty' | 'json';
}

export function exportPoliciesCommand(setup: CommandSetup): Command {
  const text = {
    zh: '把数据库里已发布的政策写成文件，与发布时一字不差；适合放进 git',
    en: 'write what is published in the store as files, to the byte as it was published; made for git',
  };
  return newCommand(setup, 'export-policies', text, 'tiaoli export-policies --data data --out out')
    .addOption(
      newOption(setup, '--out <folder>', {
        zh: '写到哪个文件夹；相同的文件不动，别的文件不删',
        en: 'folder to write to; files that are the same are left alone, others are not removed',
      }).makeOptionMandatory(),
    )
    .addOption(dataOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(setup.run((options: ExportOptions) => exportFiles(setup.terminal, options)));
}

async function exportFiles(terminal: Terminal, options: ExportOptions): Promise<number> {
  // Databases are large to load; only commands that need one do.
  const { openExistingStore } = await import('@tiaoli/store');
  const opened = await openExistingStore(storePlace(terminal, options));
  if (opened.kind === 'refused') return refusedByStore(terminal, opened.diagnostics);
  const store = opened.value;
  terminal.progress(say(terminal, { zh: '正在读取…', en: 'Reading…' }));
  const outcome = await exportPolicies(store, operatorId).finally(store.close);
  if (outcome.kind === 'refused') return refusedByStore(terminal, outcome.diagnostics);
  const files = outcome.value;
  const out = resolve(terminal.cwd, options.out);
  const written = await writeExported(out, files, (path, done) =>
    terminal.progress(`${done + 1} / ${files.size}  ${path}`),
  ).catch((error: unknown) => {
    throw new UsageError(unreadable(options.out, error));
  });
  terminal.progress('');
  if (options.format === 'json') terminal.print(`${JSON.stringify(written, undefined, 2)}\n`);
  else terminal.print(say(terminal, writtenText(options.out, written)));
  for (const path of written.unsuitable) terminal.note(say(terminal, unsuitableText(path)));
  return written.unsuitable.length === 0 ? exitCodes.success : exitCodes.finding;
}

function writtenText(out: string, { written, same, other }: WrittenExport) {
  const [news, olds, others] = [written.length, same.length, other.length];
  return {
    zh: `写到 ${out}：新写或更新 ${news} 个文件，${olds} 个本来就相同${others === 0 ? '' : `；另有 ${others} 个政策文件不在数据库里，没有动：${other.join('、')}`}。\n`,
    en: `In ${out}: ${news} files written, ${olds} were the same${others === 0 ? '' : `; ${others} policies there are not in the store and were left alone: ${other.join(', ')}`}.\n`,
  };
}

function unsuitableText(path: string) {
  return {
    zh: `没有写出「${path}」：这个路径不能作文件名。请另存这份文件，下次发布时改用普通的路径。\n`,
    en: `Not written: "${path}", which is no path for a file. Publish it under a plain path the next time.\n`,
  };
}
