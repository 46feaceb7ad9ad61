import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { CaseSettler, JsonNode, SettledCase } from '@tiaoli/workspace';
import {
  decodeText,
  openSettler,
  readJson,
  report,
  resolveReference,
  settleCase,
} from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import { readFileBytes } from '../files/read-file.ts';
import type { WriteBytes } from '../files/write-output.ts';
import { outOption, withOutput } from '../files/write-output.ts';
import { printCase } from '../print/case.ts';
import { caseJson, refusedJson } from '../print/case-json.ts';
import { printStatement } from '../print/case-paper.ts';
import { isPaper } from '../print/comparison-paper.ts';
import { noteEach, printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { loadDocument } from './load-policies.ts';

interface CalcOptions {
  readonly input: string;
  readonly on?: string;
  readonly jurisdiction?: string;
  readonly trace?: boolean;
  readonly policies?: string;
  readonly format: 'pretty' | 'json' | 'html' | 'docx';
  readonly out?: string;
}

/** Larger files are for simulation. */
const MAX_INPUT_MIB = 16;

export function calcCommand(setup: CommandSetup): Command {
  const { language } = setup.terminal;
  const text = {
    zh: '结算一个案例、一年的多笔结算，或每行一个的多个案例',
    en: 'settle a case, a year of claims, or JSON lines of cases',
  };
  return newCommand(setup, 'calc', text, 'tiaoli calc taiyuan.resident-inpatient --input case.json')
    .argument(
      '<DOCUMENT>',
      language === 'zh'
        ? '路径、标识、标识@版本、标识@日期 或 git:版本:路径'
        : 'a path, ID, ID@VERSION, ID@YYYY-MM-DD or git:REV:PATH',
    )
    .addOption(inputOption(setup))
    .addOption(
      newOption(setup, '--on <date>', {
        zh: '一律按这一天有效的规定计算（默认按各笔结算自己的日期）',
        en: "settle under the rules of this day (default: of each claim's own dates)",
      }),
    )
    .addOption(jurisdictionOption(setup))
    .addOption(newOption(setup, '--trace', { zh: '列出每一个计算步骤', en: 'list every step' }))
    .addOption(policiesOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json', 'html', 'docx']))
    .addOption(outOption(setup))
    .action(
      setup.run((document: string, options: CalcOptions) =>
        withOutput(setup.terminal, options, (terminal, writeBytes) =>
          calculate(terminal, document, options, writeBytes),
        ),
      ),
    );
}

function inputOption(setup: CommandSetup) {
  const text = { zh: '案例的 JSON 文件，- 为标准输入', en: 'JSON file of the case, - for stdin' };
  return newOption(setup, '--input <file>', text).makeOptionMandatory();
}

export function jurisdictionOption(setup: CommandSetup) {
  return newOption(setup, '--jurisdiction <place>', {
    zh: '统筹地区（默认为文件自己的地区）',
    en: "the place (default: the document's own)",
  });
}

async function calculate(
  terminal: Terminal,
  document: string,
  options: CalcOptions,
  writeBytes: WriteBytes,
): Promise<number> {
  const on = dayOption(options.on);
  const { settler, diagnostics, texts } = await settlerOf(terminal, document, options, on);
  const { values, findings, text } = await readCases(terminal, options.input);
  const sources = new Map([...texts, [options.input, text]]);
  if (!settler || findings.length > 0) {
    printRefusal(terminal, [...diagnostics, ...findings], sources, options);
    return exitCodes.finding;
  }
  if (isPaper(options.format) && values.length > 1) throw new UsageError(oneCaseOnly);
  noteEach(terminal, diagnostics, texts);
  let complete = true;
  for (const value of values) {
    const settled = settleCase(settler, value, {
      trace: options.trace === true || options.format !== 'json',
      language: terminal.language,
    });
    complete &&= settled.diagnostics.length === 0;
    if (settled.kind === 'settled' && isPaper(options.format)) {
      await printStatement(terminal, options.format, settled, writeBytes);
    } else printOne(terminal, settled, { sources, options, lines: values.length > 1 });
  }
  return complete ? exitCodes.success : exitCodes.finding;
}

const oneCaseOnly = {
  zh: '结算单一次只写一个案例；多个案例请用 --format json。',
  en: 'a statement holds one case; use --format json for several.',
};

async function settlerOf(
  terminal: Terminal,
  document: string,
  options: CalcOptions,
  on: DayNumber | undefined,
): Promise<{
  readonly settler?: CaseSettler;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}> {
  const { policies, name } = await loadDocument(terminal, document, options.policies);
  const texts = policies.texts;
  const resolved = resolveReference(policies, name);
  if (!resolved.reference) return { diagnostics: resolved.diagnostics, texts };
  const opened = openSettler(policies, resolved.reference, {
    ...(options.jurisdiction !== undefined && { jurisdiction: options.jurisdiction }),
    ...(on !== undefined && { on }),
    explained: options.format !== 'json',
  });
  return { ...opened, texts };
}

export function dayOption(text: string | undefined): DayNumber | undefined {
  if (text === undefined) return undefined;
  const day = parseDate(text);
  if (day === undefined) {
    throw new UsageError({
      zh: `--on 应为日历上有的日期（YYYY-MM-DD），不是「${text}」。`,
      en: `--on must be a day of the calendar (YYYY-MM-DD), not "${text}".`,
    });
  }
  return day;
}

async function readCases(
  terminal: Terminal,
  input: string,
): Promise<{
  readonly values: readonly JsonNode[];
  readonly findings: readonly Diagnostic[];
  readonly text: string;
}> {
  const bytes =
    input === '-' ? await terminal.readStandardInput() : await readFileBytes(terminal.cwd, input);
  const start = { offset: 0, line: 1, column: 1 };
  const whole = { file: input, start, end: start };
  if (bytes.length > MAX_INPUT_MIB * 1024 * 1024) {
    const tooLarge = report('too-large-input', { limit: MAX_INPUT_MIB }, whole);
    return { values: [], findings: [tooLarge], text: '' };
  }
  const text = decodeText(bytes);
  if (text === undefined)
    return { values: [], findings: [report('not-utf8', {}, whole)], text: '' };
  const { values, diagnostics } = readJson(input, text);
  return { values, findings: diagnostics, text };
}

function printOne(
  terminal: Terminal,
  settled: SettledCase,
  context: {
    readonly sources: ReadonlyMap<string, string>;
    readonly options: CalcOptions;
    /** One line per case. */
    readonly lines: boolean;
  },
): void {
  const { sources, options, lines } = context;
  if (settled.kind === 'refused') {
    printRefusal(terminal, settled.diagnostics, sources, options, lines);
  } else if (options.format === 'json') {
    const json = caseJson(settled.result, settled.diagnostics, terminal.language);
    terminal.print(`${JSON.stringify(json, undefined, lines ? 0 : 2)}\n`);
  } else {
    printCase(terminal, settled, { trace: options.trace === true });
    printEach(terminal, settled.diagnostics, sources);
  }
}

function printRefusal(
  terminal: Terminal,
  findings: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  { format }: CalcOptions,
  lines = false,
): void {
  if (format === 'json') {
    const json = refusedJson(findings, terminal.language);
    terminal.print(`${JSON.stringify(json, undefined, lines ? 0 : 2)}\n`);
    return;
  }
  // A refusal is no statement: it goes to whoever called, never into the file.
  const told = isPaper(format) ? { ...terminal, print: terminal.note } : terminal;
  printEach(told, findings, sources);
  told.print(`${say(terminal, { zh: '没有计算。', en: 'Nothing was settled.' })}\n`);
}
