import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeModule } from '@tiaoli/ir';
import type { CompiledFile, CompileTarget } from '@tiaoli/workspace';
import { compileDocument, compileTargets, resolveReference } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption, policiesOption } from '../command-setup.ts';
import { unreadable } from '../files/read-file.ts';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { dayOption, jurisdictionOption } from './calc.ts';
import { loadDocument } from './load-policies.ts';

/** What is written for people is made a layer above the compiler: the IR first, then the paper of it. */
const paperTargets = ['akoma-ntoso', 'docx'] as const;
type PaperTarget = (typeof paperTargets)[number];

function isPaper(target: CompileOptions['target']): target is PaperTarget {
  return paperTargets.some((each) => each === target);
}

interface CompileOptions {
  readonly target: CompileTarget | PaperTarget;
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
    .choices([...compileTargets, ...paperTargets])
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
  const compiled = compileDocument(policies, reference, {
    target: isPaper(target) ? 'ir' : target,
    ...(options.jurisdiction !== undefined && { jurisdiction: options.jurisdiction }),
    ...(day !== undefined && { on: day }),
  });
  printEach(terminal, compiled.diagnostics, policies.texts);
  if (compiled.diagnostics.length > 0) return exitCodes.finding;
  const files = isPaper(target)
    ? await paperFiles(target, compiled.files, policies.texts)
    : compiled.files;
  await writeFiles(terminal, options.out, files);
  return exitCodes.success;
}

async function paperFiles(
  target: PaperTarget,
  files: readonly CompiledFile[],
  texts: ReadonlyMap<string, string>,
): Promise<readonly CompiledFile[]> {
  const { akomaNtoso, policyWord } = await import('@tiaoli/documents');
  const papers: CompiledFile[] = [];
  for (const { name, text } of files) {
    const decoded = decodeModule(text);
    if (decoded.kind !== 'module') continue;
    const stem = name.replace(/\.ir\.json$/u, '');
    if (target === 'docx') {
      const bytes = await policyWord(decoded.module, texts);
      if (bytes) papers.push({ name: `${stem}.docx`, text: '', bytes });
    } else {
      const written = akomaNtoso(decoded.module);
      if (written !== undefined) papers.push({ name: `${stem}.akn.xml`, text: written });
    }
  }
  return papers;
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
