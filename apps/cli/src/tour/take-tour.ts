import { readFile } from 'node:fs/promises';
import type { Policies } from '@tiaoli/workspace';
import {
  checkPolicies,
  countFindings,
  listVersions,
  openSettler,
  readJson,
  resolveReference,
  runExamples,
  settleCase,
} from '@tiaoli/workspace';
import { loadPolicies } from '../commands/load-policies.ts';
import { printCase } from '../print/case.ts';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

/** The document and the case of the guided run: three admissions of a resident of Taiyuan, then a large one. */
const tourDocument = 'taiyuan.resident-inpatient';
const tourCase = new URL('taiyuan-year.json', import.meta.url);
const shownCase = 'apps/cli/src/tour/taiyuan-year.json';

/** Checks the policies, runs their examples, settles one person's year and says what to try next. */
export async function takeTour(terminal: Terminal): Promise<number> {
  heading(terminal, { zh: '条例 Tiaoli', en: 'Tiaoli 条例' });
  const { policies } = await loadPolicies(terminal, []);
  const sound = checkAll(terminal, policies);
  const agreed = runAll(terminal, policies);
  const settled = await settleYear(terminal, policies);
  nextSteps(terminal);
  return sound && agreed && settled ? exitCodes.success : exitCodes.finding;
}

function checkAll(terminal: Terminal, policies: Policies): boolean {
  heading(terminal, { zh: '1  检查政策文件', en: '1  Check the policies' });
  const findings = checkPolicies(policies);
  const errors = findings.filter(({ severity }) => severity === 'error');
  printEach(terminal, errors, policies.texts);
  const { error, warning, info } = countFindings(findings);
  const documents = listVersions(policies).length;
  line(terminal, {
    zh: `${documents} 份文件：${error} 个错误，${warning} 个警告，${info} 个提示。`,
    en: `${documents} documents: ${error} errors, ${warning} warnings, ${info} notes.`,
  });
  return error === 0;
}

function runAll(terminal: Terminal, policies: Policies): boolean {
  heading(terminal, { zh: '2  运行算例', en: '2  Run the examples' });
  const { examples } = runExamples(policies);
  const failed = examples.filter(({ passed }) => !passed);
  for (const { name, file, line: at } of failed) terminal.print(`  ✗ ${name}  ${file}:${at}\n`);
  const cases = examples.flatMap((example) => example.cases).length;
  line(terminal, {
    zh: `${examples.length} 个算例（其中公开发布的案例 ${cases} 个）：${examples.length - failed.length} 个逐分相符，${failed.length} 个不符。`,
    en: `${examples.length} examples (${cases} of them published cases): ${examples.length - failed.length} agree to the fen, ${failed.length} do not.`,
  });
  return failed.length === 0;
}

async function settleYear(terminal: Terminal, policies: Policies): Promise<boolean> {
  heading(terminal, {
    zh: '3  太原市一位居民的一年：三次住院各 2 万元，再一次 20 万元',
    en: "3  One resident's year in Taiyuan: three admissions of 20,000, then one of 200,000",
  });
  const text = await readFile(tourCase, 'utf8');
  const { reference, diagnostics } = resolveReference(policies, tourDocument);
  const opened = reference && openSettler(policies, reference, { explained: true });
  const [value] = readJson(shownCase, text).values;
  if (!opened?.settler || !value) {
    printEach(terminal, opened?.diagnostics ?? diagnostics, policies.texts);
    return false;
  }
  const settled = settleCase(opened.settler, value, { trace: true, language: terminal.language });
  if (settled.kind === 'refused') {
    printEach(terminal, settled.diagnostics, new Map([[shownCase, text]]));
    return false;
  }
  printCase(terminal, settled, { trace: false });
  return true;
}

function nextSteps(terminal: Terminal): void {
  heading(terminal, { zh: '4  接着试试', en: '4  Try next' });
  const commands = [
    `npx tiaoli calc ${tourDocument} --input ${shownCase} --format json`,
    `npx tiaoli calc ${tourDocument} --input ${shownCase} --trace`,
    'npx tiaoli versions',
    'npx tiaoli test policies',
    'npx tiaoli explain unknown-field',
    'npx tiaoli compile zibo.assistance --target js --out dist',
    'npx tiaoli --help',
  ];
  for (const command of commands) terminal.print(`  ${command}\n`);
}

function heading(terminal: Terminal, text: { readonly zh: string; readonly en: string }): void {
  terminal.print(`\n${say(terminal, text)}\n\n`);
}

function line(terminal: Terminal, text: { readonly zh: string; readonly en: string }): void {
  terminal.print(`  ${say(terminal, text)}\n`);
}
