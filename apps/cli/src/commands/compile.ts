import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeModule } from '@tiaoli/ir';
import type { CompiledFile, CompileTarget } from '@tiaoli/workspace';
import { compileDocument, compileTargets, resolveReference } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { unreadable } from '../files/read-file.ts';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { dayOption, jurisdictionOption, policiesOption } from './calc.ts';
import { loadDocument } from './load-policies.ts';

interface CompileOptions {
  readonly target: CompileTarget | 'akoma-ntoso';
  readonly out: string;
  readonly on?: string;
  readonly jurisdiction?: string;
  readonly policies?: string;
}

export function compileCommand(setup: CommandSetup): Command {
  const { language } = setup.terminal;
  const text = {
    zh: '编译成可执行的计算器、数据模式或中间表示',
    en: 'compile to executable calculators, schemas or the intermediate representation',
  };
  const target = newOption(setup, '--target <target>', { zh: '编译成什么', en: 'what to make' })
    .choices([...compileTargets, 'akoma-ntoso'])
    .makeOptionMandatory();
  const out = newOption(setup, '--out <folder>', {
    zh: '写到哪个文件夹',
    en: 'folder to write to',
  }).makeOptionMandatory();
  const on = newOption(setup, '--on <date>', {
    zh: '只编译这一天有效的版本',
    en: 'only the version in force on this day',
  });
  return newCommand(setup, 'compile', text, 'tiaoli compile zibo.assistance --target js --out dist')
    .argument(
      '<DOCUMENT>',
      language === 'zh'
        ? '路径、标识、标识@版本、标识@日期 或 git:版本:路径'
        : 'a path, ID, ID@VERSION, ID@YYYY-MM-DD or git:REV:PATH',
    )
    .addOption(target)
    .addOption(out)
    .addOption(on)
    .addOption(jurisdictionOption(setup))
    .addOption(policiesOption(setup))
    .action(
      setup.run((document: string, options: CompileOptions) =>
        compile(setup.terminal, document, options),
      ),
    );
}

async function compile(
  terminal: Terminal,
  document: string,
  options: CompileOptions,
): Promise<number> {
  const day = dayOption(options.on);
  const { policies, name } = await loadDocument(terminal, document, options.policies);
  const { reference, diagnostics } = resolveReference(policies, name);
  if (!reference) {
    printEach(terminal, diagnostics, policies.texts);
    return exitCodes.finding;
  }
  const { target } = options;
  // What is written for people is made a layer above the compiler: the IR first, then the paper of it.
  const compiled = compileDocument(policies, reference, {
    target: target === 'akoma-ntoso' ? 'ir' : target,
    ...(options.jurisdiction !== undefined && { jurisdiction: options.jurisdiction }),
    ...(day !== undefined && { on: day }),
  });
  printEach(terminal, compiled.diagnostics, policies.texts);
  if (compiled.diagnostics.length > 0) return exitCodes.finding;
  const files = target === 'akoma-ntoso' ? await akomaFiles(compiled.files) : compiled.files;
  await writeFiles(terminal, options.out, files);
  return exitCodes.success;
}

async function akomaFiles(files: readonly CompiledFile[]): Promise<readonly CompiledFile[]> {
  const { akomaNtoso } = await import('@tiaoli/documents');
  return files.flatMap(({ name, text }) => {
    const decoded = decodeModule(text);
    const written = decoded.kind === 'module' ? akomaNtoso(decoded.module) : undefined;
    return written === undefined
      ? []
      : [{ name: name.replace(/\.ir\.json$/u, '.akn.xml'), text: written }];
  });
}

async function writeFiles(
  terminal: Terminal,
  folder: string,
  files: readonly CompiledFile[],
): Promise<void> {
  const out = resolve(terminal.cwd, folder);
  try {
    await mkdir(out, { recursive: true });
    for (const { name, text, bytes } of files) {
      await writeFile(join(out, name), bytes ?? text);
      terminal.print(`${join(folder, name)}\n`);
    }
  } catch (error) {
    throw new UsageError(unreadable(folder, error));
  }
}
