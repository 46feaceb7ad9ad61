import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { ImportedDocument } from '@tiaoli/import';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption } from '../command-setup.ts';
import { readFileBytes, unreadable } from '../files/read-file.ts';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

interface ImportOptions {
  readonly out: string;
  readonly format: 'pretty' | 'json';
}

export function importCommand(setup: CommandSetup): Command {
  const text = {
    zh: '把 Word、网页或文本的文件变成条例的骨架：逐句引用，不猜，等人编码',
    en: 'make a document in Word, HTML or text a skeleton: every sentence quoted, nothing guessed',
  };
  return newCommand(setup, 'import', text, 'tiaoli import notice.docx --out drafts')
    .argument(
      '<FILE>',
      say(setup.terminal, {
        zh: 'Word（.docx）、网页（.html）或文本（.txt，UTF-8 或 GB18030）',
        en: 'Word (.docx), a page (.html) or text (.txt, UTF-8 or GB18030)',
      }),
    )
    .addOption(
      newOption(setup, '--out <folder>', {
        zh: '写到哪个文件夹；已有的同名文件不覆盖',
        en: 'folder to write to; a file that is there is kept',
      }).makeOptionMandatory(),
    )
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((file: string, options: ImportOptions) =>
        importFile(setup.terminal, file, options),
      ),
    );
}

async function importFile(
  terminal: Terminal,
  file: string,
  { out, format }: ImportOptions,
): Promise<number> {
  const bytes = await readFileBytes(terminal.cwd, file);
  terminal.progress(say(terminal, { zh: `读取 ${file}`, en: `Reading ${file}` }));
  const { importDocument } = await import('@tiaoli/import');
  const outcome = await importDocument(bytes, basename(file));
  terminal.progress('');
  if (outcome.kind === 'refused') {
    printEach({ ...terminal, print: terminal.note }, outcome.diagnostics, new Map());
    return exitCodes.finding;
  }
  const written = await writeBoth(terminal, { file, out }, outcome.value);
  if (format === 'json') {
    const { text: _, ...rest } = outcome.value;
    terminal.print(`${JSON.stringify({ files: written, ...rest }, undefined, 2)}\n`);
  } else {
    terminal.print(`${written.join('\n')}\n${await reportText(terminal, outcome.value)}`);
  }
  return exitCodes.success;
}

async function reportText(terminal: Terminal, { report }: ImportedDocument): Promise<string> {
  const { reportLines } = await import('@tiaoli/import');
  return reportLines(report)
    .map((line) => `${say(terminal, line)}\n`)
    .join('');
}

/** The skeleton, and beside it the report, which is needed as long as somebody works through it. */
async function writeBoth(
  terminal: Terminal,
  { file, out }: { readonly file: string; readonly out: string },
  document: ImportedDocument,
): Promise<readonly string[]> {
  const stem = basename(file, extname(file));
  const files = [
    { name: `${stem}.tiaoli`, text: document.text },
    { name: `${stem}.import.txt`, text: await reportText(terminal, document) },
  ];
  const folder = resolve(terminal.cwd, out);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(unreadable(out, error));
  });
  for (const { name, text } of files) {
    const path = join(out, name);
    // `wx` makes a new file or fails: what somebody has written since the last import is not lost.
    await writeFile(join(folder, name), text, { flag: 'wx' }).catch((error: unknown) => {
      throw new UsageError(isThere(error) ? alreadyThere(path) : unreadable(path, error));
    });
  }
  return files.map(({ name }) => join(out, name));
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function alreadyThere(path: string) {
  return {
    zh: `「${path}」已经在了，没有覆盖。请换一个文件夹，或者先把它移走。`,
    en: `"${path}" is there already and was kept. Choose another folder, or move it away first.`,
  };
}
