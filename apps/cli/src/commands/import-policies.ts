import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import type { ImportedPolicies, Outcome, PolicyStore, SourceFolder } from '@tiaoli/workspace';
import { importPolicies, openPolicyFolder, operatorId } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption } from '../command-setup.ts';
import { unreadable } from '../files/read-file.ts';
import { readSources } from '../files/read-sources.ts';
import { printEach } from '../print/findings.ts';
import { refusedByStore } from '../store/refused-store.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption, storePlace } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

interface ImportOptions extends DataOptions {
  readonly confirmGradeD?: string;
  readonly format: 'pretty' | 'json';
}

export function importPoliciesCommand(setup: CommandSetup): Command {
  const text = {
    zh: '把一个文件夹里的政策全部发布到数据库（没有数据库就新建），各自按文件写明的日期施行',
    en: 'publish every policy of a folder in the store (made where there is none), each from the day that it names',
  };
  return newCommand(setup, 'import-policies', text, 'tiaoli import-policies policies --data data')
    .argument('<FOLDER>', say(setup.terminal, { zh: '政策文件夹', en: 'the folder of policies' }))
    .addOption(
      newOption(setup, '--confirm-grade-d <reason>', {
        zh: '对来源等级为 D 的数值负责的人和理由，记入审计',
        en: 'who answers for values of grade D, and why; kept in the audit trail',
      }),
    )
    .addOption(dataOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((folder: string, options: ImportOptions) =>
        importFolder(setup.terminal, folder, options),
      ),
    );
}

async function importFolder(
  terminal: Terminal,
  name: string,
  options: ImportOptions,
): Promise<number> {
  const folder = await folderOf(terminal.cwd, name);
  const store = await openOrMake(terminal, options);
  if (store.kind === 'refused') return refusedByStore(terminal, store.diagnostics);
  const { confirmGradeD: hearsay } = options;
  const outcome = await importPolicies(store.value, operatorId, {
    ...{ folder, ...(hearsay !== undefined && { hearsay }) },
    onFile: ({ path, done, of }) => terminal.progress(`${done + 1} / ${of}  ${path}`),
  }).finally(store.value.close);
  terminal.progress('');
  if (outcome.kind === 'refused') return refused(terminal, folder, outcome.diagnostics);
  const { value } = outcome;
  if (options.format === 'json') terminal.print(`${JSON.stringify(value, undefined, 2)}\n`);
  else terminal.print(say(terminal, importedText(value)));
  return exitCodes.success;
}

async function folderOf(cwd: string, name: string): Promise<SourceFolder> {
  const full = resolve(cwd, name);
  const isFolder = await stat(full).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      throw new UsageError(unreadable(name, error));
    },
  );
  if (!isFolder) {
    throw new UsageError({
      zh: `「${name}」不是文件夹。请给出放政策的文件夹；Word 等文件的导入是另一个命令。`,
      en: `"${name}" is no folder. Name the folder of policies; a single file is not imported this way.`,
    });
  }
  const folder = openPolicyFolder(dirname(full), basename(full));
  if ((await folder.list()).length > 0) return folder;
  throw new UsageError({
    zh: `「${name}」里没有政策文件（.tiaoli）。`,
    en: `There are no policies (.tiaoli) in "${name}".`,
  });
}

/** The first policies are what a new store begins with, so that one is made here, and said to be new. */
async function openOrMake(terminal: Terminal, options: DataOptions): Promise<Outcome<PolicyStore>> {
  // Databases are large to load; only commands that need one do.
  const { openExistingStore, openStore } = await import('@tiaoli/store');
  const place = storePlace(terminal, options);
  const opened = await openExistingStore(place);
  const isMissing =
    opened.kind === 'refused' && opened.diagnostics.some(({ code }) => code === 'store-not-there');
  if (!isMissing) return opened;
  terminal.note(say(terminal, { zh: '新建数据库。\n', en: 'Making a new store.\n' }));
  return openStore(place);
}

async function refused(
  terminal: Terminal,
  folder: SourceFolder,
  diagnostics: readonly Diagnostic[],
): Promise<number> {
  const paths = new Set(await folder.list());
  const inFiles = diagnostics.filter(({ span }) => paths.has(span.file));
  if (inFiles.length === 0) return refusedByStore(terminal, diagnostics);
  printEach({ ...terminal, print: terminal.note }, diagnostics, await readSources(folder, inFiles));
  terminal.note(say(terminal, refusedText(diagnostics.length)));
  return exitCodes.finding;
}

function refusedText(count: number) {
  return {
    zh: `以上 ${count} 处没有解决，没有导入。改好后再运行同一命令，已在数据库里的不会重复发布。\n`,
    en: `Not imported because of the ${count} above. Run the same again when they are mended; what is there already is not published twice.\n`,
  };
}

function importedText({ published, known }: ImportedPolicies) {
  const [news, olds] = [published.length, known.length];
  if (news === 0) {
    return {
      zh: `没有新的内容：${olds} 个文件都已在数据库里，一字不差。\n`,
      en: `Nothing new: all ${olds} files are in the store already, to the byte.\n`,
    };
  }
  return {
    zh: `已发布 ${news} 个文件${olds === 0 ? '' : `；另有 ${olds} 个早已在库里，没有重复发布`}。\n`,
    en: `${news} files published${olds === 0 ? '' : `; ${olds} more were there already`}.\n`,
  };
}
