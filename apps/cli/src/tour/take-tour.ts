import { readFile } from 'node:fs/promises';
import type { LocalText } from '@tiaoli/base';
import { printYuan } from '@tiaoli/base';
import { caseHeading } from '@tiaoli/documents';
import type { Policies, SettledCase } from '@tiaoli/workspace';
import {
  buildLadder,
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
import { printEach } from '../print/findings.ts';
import { printLadder } from '../print/ladder.ts';
import { printTable } from '../print/table.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

type Settled = Extract<SettledCase, { kind: 'settled' }>;

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
  for (const { name, span } of failed) {
    terminal.print(`  ✗ ${name}  ${span.file}:${span.start.line}\n`);
  }
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
  printYear(terminal, settled);
  return true;
}

/** The year as a table of who paid what, then the last claim as a ladder: a whole year of ladders is too much at once. */
function printYear(terminal: Terminal, { result, settlement }: Settled): void {
  const ladders = settlement.claims.flatMap((claim) =>
    claim.kind === 'settled' ? [buildLadder(claim)] : [],
  );
  const last = ladders.at(-1);
  if (!last) return;
  line(terminal, caseHeading(result));
  const titles = { zh: ['结算', '日期'], en: ['claim', 'date'] }[terminal.language];
  const rows = ladders.map(({ id, on, payers }) => [
    id,
    on,
    ...payers.map(({ amount }) => printYuan(amount)),
  ]);
  const names = last.payers.map(({ name }) => say(terminal, name));
  const alignments = ['left', 'left', ...names.map(() => 'right' as const)] as const;
  terminal.print(`\n${printTable([[...titles, ...names], ...rows], alignments, '  ')}\n`);
  line(terminal, {
    zh: '最后一笔怎样算出来的：每个数后面是算式和出处。\n',
    en: 'How the last one comes about: behind each number stand its formula and its source.\n',
  });
  printLadder(terminal, last, result.version ?? result.document);
}

function nextSteps(terminal: Terminal): void {
  heading(terminal, { zh: '4  接着试试', en: '4  Try next' });
  const calc = `npx tiaoli calc ${tourDocument} --input ${shownCase}`;
  const commands: readonly (readonly [string, LocalText])[] = [
    [calc, { zh: '四笔结算的全部算法', en: 'all four claims, step by step' }],
    [`${calc} --format json`, { zh: '同样的结果，供程序使用', en: 'the same for programs' }],
    ['npx tiaoli versions', { zh: '有哪些文件，各在何时有效', en: 'which documents there are' }],
    ['npx tiaoli test policies', { zh: '逐个列出算例', en: 'the examples one by one' }],
    [
      'npx tiaoli compile zibo.assistance --target js --out dist',
      { zh: '编译成计算器', en: 'compile to a calculator' },
    ],
    ['npx tiaoli --help', { zh: '全部命令', en: 'all commands' }],
  ];
  for (const [command, text] of commands) {
    line(terminal, text);
    terminal.print(`    ${command}\n`);
  }
}

function heading(terminal: Terminal, text: LocalText): void {
  terminal.print(`\n${say(terminal, text)}\n\n`);
}

function line(terminal: Terminal, text: LocalText): void {
  terminal.print(`  ${say(terminal, text)}\n`);
}
