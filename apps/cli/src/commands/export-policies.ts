import { resolve } from 'node:path';
import { parseDate } from '@tiaoli/base';
import type { ExportRequest, WrittenExport } from '@tiaoli/workspace';
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
  readonly on?: string;
  readonly known?: string;
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
    .addOption(
      newOption(setup, '--on <date>', {
        zh: '只要这一天有效的版本，如 2027-01-01',
        en: 'only what is in force on this day, such as 2027-01-01',
      }),
    )
    .addOption(
      newOption(setup, '--known <time>', {
        zh: '按当时所知：此后发布或登记的不算；日期（算到北京时间当天结束）或 2027-01-01T09:00:00+08:00',
        en: 'as it was known then, without what was published or recorded later: a date (to its end in Beijing) or 2027-01-01T09:00:00+08:00',
      }),
    )
    .addOption(dataOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(setup.run((options: ExportOptions) => exportFiles(setup.terminal, options)));
}

async function exportFiles(terminal: Terminal, options: ExportOptions): Promise<number> {
  const request = requestOf(options);
  // Databases are large to load; only commands that need one do.
  const { openExistingStore } = await import('@tiaoli/store');
  const opened = await openExistingStore(storePlace(terminal, options));
  if (opened.kind === 'refused') return refusedByStore(terminal, opened.diagnostics);
  const store = opened.value;
  terminal.progress(say(terminal, { zh: '正在读取…', en: 'Reading…' }));
  const outcome = await exportPolicies(store, operatorId, request).finally(store.close);
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

function requestOf({ on, known }: ExportOptions): ExportRequest {
  if (on !== undefined && parseDate(on) === undefined) throw notATime('--on', on);
  const isDay = known !== undefined && parseDate(known) !== undefined;
  const isMoment = known !== undefined && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/u.test(known);
  const moment = isDay ? new Date(`${known}T23:59:59.999+08:00`) : new Date(known ?? 0);
  if (known !== undefined && ((!isDay && !isMoment) || Number.isNaN(moment.getTime()))) {
    throw notATime('--known', known);
  }
  return { ...(on !== undefined && { on }), ...(known !== undefined && { known: moment }) };
}

function notATime(option: string, text: string): UsageError {
  return new UsageError({
    zh: `${option} 的「${text}」不是日期或时间。写成 2027-01-01，或（仅 --known）2027-01-01T09:00:00+08:00。`,
    en: `"${text}" of ${option} is no date or time. Write 2027-01-01, or (--known alone) 2027-01-01T09:00:00+08:00.`,
  });
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
