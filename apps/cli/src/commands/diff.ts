import type { Diagnostic, LocalText } from '@tiaoli/base';
import { isSame as isUnchanged } from '@tiaoli/diff';
import type { ComparisonReport } from '@tiaoli/documents';
import { buildReport, clauseEffects } from '@tiaoli/reports';
import type { SimulationResult } from '@tiaoli/simulation';
import type {
  BehaviourComparison,
  ConformanceComparison,
  NamedSide,
  VersionComparison,
} from '@tiaoli/workspace';
import {
  compareBehaviours,
  compareConformance,
  compareVersions,
  intentSource,
} from '@tiaoli/workspace';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import type { WriteBytes } from '../files/write-output.ts';
import { outOption, withOutput } from '../files/write-output.ts';
import { printBehaviour, printWork } from '../print/behaviour.ts';
import { behaviourJson } from '../print/behaviour-json.ts';
import { isPaper, printComparisonPaper } from '../print/comparison-paper.ts';
import { conformanceJson, printConformance } from '../print/conformance.ts';
import { printDifference } from '../print/difference.ts';
import { differenceJson } from '../print/difference-json.ts';
import { printEach } from '../print/findings.ts';
import { printImpactReport } from '../print/impact-report.ts';
import { printVerdict } from '../print/intent.ts';
import { withoutRealPeople } from '../print/run-files.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { certificateOption, writeCertificate } from './certificate.ts';
import { impactCode, impactOf, printImpactPaper } from './diff-impact.ts';
import { loadSides } from './load-sides.ts';

const views = ['text', 'structure', 'behaviour', 'conformance'] as const;
export type DiffView = (typeof views)[number];

/** What was asked for, each once. */
export type DiffViews = ReadonlySet<DiffView>;

interface DiffOptions {
  /** `impact` needs a population; all the others are about the texts and their rules. */
  readonly view: ReadonlySet<DiffView | 'impact'>;
  readonly population?: string;
  readonly policies?: string;
  readonly format: 'pretty' | 'json' | 'html' | 'docx';
  readonly out?: string;
  readonly intent?: string;
  readonly certificate?: string;
  readonly verbose?: boolean;
}

export function diffCommand(setup: CommandSetup): Command {
  const text = {
    zh: '对照两版：条文和取值改了什么，谁的结果变了多少，各地取值是否在授权之内',
    en: 'compare two versions: words, values, whose results change by how much, who keeps within bounds',
  };
  const { language } = setup.terminal;
  const view = newOption(setup, '--view <view>', {
    zh: '看什么：text 条文、structure 结构、behaviour 结果、conformance 是否在授权之内、impact 对一个人群的影响，用逗号隔开；all 都看',
    en: 'what to compare: text, structure, behaviour (results), conformance (bounds), impact (on a population), with commas between; or all',
  });
  const example = 'tiaoli diff qinghai.resident@2017-01-01 qinghai.resident@2023-06-01';
  return newCommand(setup, 'diff', text, example)
    .argument('<OLD>', language === 'zh' ? '旧的一边' : 'the earlier side')
    .argument('<NEW>', language === 'zh' ? '新的一边' : 'the later side')
    .addOption(view.argParser(readViews).default(new Set(views), 'all'))
    .addOption(newOption(setup, '--intent <text>', intentText))
    .addOption(newOption(setup, '--population <folder>', populationText))
    .addOption(policiesOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json', 'html', 'docx']))
    .addOption(outOption(setup))
    .addOption(certificateOption(setup))
    .addOption(newOption(setup, '--verbose', verboseText))
    .action(
      setup.run((old: string, now: string, options: DiffOptions) =>
        withOutput(setup.terminal, options, (terminal, writeBytes) =>
          diff(terminal, [old, now], options, writeBytes),
        ),
      ),
    );
}

const intentText = {
  zh: "这一版打算改什么，改了别的就指出来；退出码不变，有变化仍是 1。例如 '只影响 {医院级别：三级} 的 大病保险'",
  en: "what the version is meant to change; anything else is told. A difference still exits 1. For example 'only affects {level: tertiary}'",
};

const populationText = {
  zh: '在哪个人群上测算影响：人群的文件夹；有它 all 也看 impact',
  en: 'folder of the population whose claims are settled under both sides; with it all means impact too',
};

const verboseText = {
  zh: '逐项列出分析了多少组合、分支，哪些没能判定；用时写到标准错误',
  en: 'also list, result by result, what was looked at and what stayed open; the time goes to standard error',
};

function readViews(text: string): DiffOptions['view'] {
  if (text === 'all') return new Set(views);
  return new Set(
    text.split(/[,，、]/).map((name) => {
      const view = [...views, 'impact' as const].find((each) => each === name.trim());
      if (!view)
        throw new InvalidArgumentError(
          `Allowed choices are ${[...views, 'impact', 'all'].join(', ')}.`,
        );
      return view;
    }),
  );
}

async function diff(
  terminal: Terminal,
  references: readonly [string, string],
  options: DiffOptions,
  writeBytes: WriteBytes,
): Promise<number> {
  const { policies, format, intent, certificate, population, verbose = false } = options;
  const view = new Set(views.filter((each) => options.view.has(each)));
  if (intent !== undefined && !view.has('behaviour')) throw new UsageError(intentNeedsBehaviour);
  if (certificate !== undefined && !view.has('behaviour')) throw new UsageError(needsBehaviour);
  refuseImpact(options);
  const [old, now] = await loadSides(terminal, references, policies);
  const impact =
    population === undefined ? undefined : await impactOf(terminal, [old, now], population);
  if (population !== undefined && !impact) return exitCodes.failure;
  const asked: Asked = {
    ...{ terminal, references, old, now, format, writeBytes, verbose },
    ...(intent !== undefined && { intent }),
    ...(certificate !== undefined && { certificate }),
    ...(impact && { impact }),
  };
  if (!impact) return compare(asked, view);
  const code = view.size > 0 ? await compare(asked, view) : await impactAlone(asked, impact);
  if (view.size > 0 && format === 'pretty') {
    terminal.print('\n');
    printImpact(terminal, impact);
  }
  return code === exitCodes.failure ? code : Math.max(code, impactCode(impact));
}

/** A population and the view go together; on paper an impact is a document of its own, or a column of 修订对照表. */
function refuseImpact({ view, population, format }: DiffOptions): void {
  const isAll = views.every((each) => view.has(each));
  const isAsked = view.has('impact');
  const isTable = format === 'docx' && (view.has('text') || view.has('structure'));
  if (isAsked && population === undefined) throw new UsageError(needsPopulation);
  if (population !== undefined && !isAsked && !isAll) throw new UsageError(needsImpact);
  if (population !== undefined && view.size > 1 && isPaper(format) && !isTable) {
    throw new UsageError(impactIsAPaper);
  }
}

/** Nothing but the impact: 0 until `impactCode` is asked. */
async function impactAlone(asked: Asked, impact: SimulationResult): Promise<number> {
  const { terminal, format, writeBytes, references } = asked;
  if (format === 'json') printJson(asked, { old: references[0], new: references[1] });
  else if (isPaper(format)) await printImpactPaper(terminal, format, impact, writeBytes);
  else printImpact(terminal, impact);
  return exitCodes.success;
}

function printImpact(terminal: Terminal, impact: SimulationResult): void {
  printImpactReport(terminal, buildReport(impact, terminal.language));
}

async function compare(asked: Asked, view: DiffViews): Promise<number> {
  const { terminal, old, now, format, intent, writeBytes } = asked;
  if (view.size === 1 && view.has('conformance')) return levels(asked, view);
  const { comparison, diagnostics } = compareVersions(old, now, terminal.language);
  // A place and the one above it have no items to hold side by side.
  const isOfLevels = diagnostics.some(({ code }) => code === 'sides-of-different-levels');
  if (isOfLevels && (view.has('conformance') || view.has('behaviour'))) return levels(asked, view);
  if (!comparison) return refuse(asked, diagnostics);
  const behaviour = view.has('behaviour') ? behaviourOf(asked) : undefined;
  if (intent !== undefined && !behaviour) return exitCodes.failure;
  await keepProof(asked, behaviour);
  const seen = { comparison, view, ...(behaviour && { behaviour }) };
  if (format === 'json') {
    const declared = differenceJson(comparison, view, terminal.language);
    printJson(asked, withBehaviour(declared, behaviour, terminal.language));
  } else if (isPaper(format)) {
    await printComparisonPaper(terminal, format, reportOf(asked, seen), writeBytes);
  } else {
    printDifference(terminal, comparison, view);
    if (behaviour) printResults(asked, behaviour);
  }
  return exitCodeOf(comparison, view, behaviour);
}

/** Writes the certificate, where one was asked for and there is something to prove. */
async function keepProof(
  { terminal, references, certificate: file }: Asked,
  behaviour: BehaviourComparison | undefined,
): Promise<void> {
  if (behaviour && file !== undefined) {
    await writeCertificate(terminal, behaviour, { references, file });
  }
}

function printResults({ terminal, verbose }: Asked, comparison: BehaviourComparison): void {
  printBehaviour(terminal, comparison);
  if (verbose) printWork(terminal, comparison);
  if (comparison.verdict) printVerdict(terminal, comparison.verdict, comparison.behaviour);
}

interface Seen {
  readonly comparison: VersionComparison;
  readonly behaviour?: BehaviourComparison;
  readonly view: DiffViews;
}

/** With the places below, where the view was asked for and there is one that sets something. */
function reportOf(
  { old, now, impact, terminal }: Asked,
  { comparison, behaviour, view }: Seen,
): ComparisonReport {
  const found = view.has('conformance') ? compareConformance(old, now).comparison : undefined;
  const isDeclared = view.has('text') || view.has('structure');
  const effects = impact && clauseEffects(impact, terminal.language);
  return {
    ...{ old: comparison.old, new: comparison.new },
    ...(isDeclared && { comparison }),
    ...(behaviour && { behaviour }),
    ...(found && found.rows.length > 0 && { conformance: found }),
    ...(effects && { effects }),
  };
}

const needsPopulation = {
  zh: '--view impact 要有 --population：在哪个人群上测算。',
  en: '--view impact needs --population: on whom?',
};

const needsImpact = {
  zh: '--population 只用于 --view impact 或 all。',
  en: '--population is for --view impact or all.',
};

const impactIsAPaper = {
  zh: '影响测算是一份单独的文件：html 请只写 --view impact；docx 也可以写 --view all，列在修订对照表里。',
  en: 'An impact is a paper of its own: with html ask for --view impact alone; with docx --view all puts it into the table of revisions.',
};

const intentNeedsBehaviour = {
  zh: '--intent 看的是结果：要有 --view behaviour 或 all。',
  en: '--intent is about results: it needs --view behaviour or all.',
};

function printJson({ terminal, impact }: Asked, json: object): void {
  const told = { ...json, ...(impact && { impact: withoutRealPeople(impact) }) };
  terminal.print(`${JSON.stringify(told, undefined, 2)}\n`);
}

/** With what comes of it, where that was asked for. */
function withBehaviour<T extends { readonly undecided: number }>(
  declared: T,
  behaviour: BehaviourComparison | undefined,
  language: Terminal['language'],
) {
  const came = behaviour && behaviourJson(behaviour, language);
  return { ...declared, ...came, undecided: declared.undecided + (came?.undecided ?? 0) };
}

interface Asked {
  readonly terminal: Terminal;
  readonly old: NamedSide;
  readonly now: NamedSide;
  readonly format: DiffOptions['format'];
  readonly references: readonly [string, string];
  readonly intent?: string;
  readonly certificate?: string;
  readonly impact?: SimulationResult;
  readonly verbose: boolean;
  readonly writeBytes: WriteBytes;
}

function refuse(asked: Asked, diagnostics: readonly Diagnostic[]): number {
  const { terminal, old, now, intent = '' } = asked;
  const texts = new Map([...old.policies.texts, ...now.policies.texts, [intentSource, intent]]);
  const each = new Map(diagnostics.map((found) => [JSON.stringify(found), found]));
  printEach({ ...terminal, print: terminal.note }, [...each.values()], texts);
  return exitCodes.failure;
}

/** What can be asked of a place and the one above it: whether values keep within bounds, and what comes of them. */
async function levels(asked: Asked, view: DiffViews): Promise<number> {
  const { terminal, old, now, format, intent, writeBytes } = asked;
  const { comparison, diagnostics } = compareConformance(old, now);
  if (!comparison) return refuse(asked, diagnostics);
  const behaviour = view.has('behaviour') ? behaviourOf(asked) : undefined;
  if (intent !== undefined && !behaviour) return exitCodes.failure;
  await keepProof(asked, behaviour);
  if (format === 'json') {
    const declared = conformanceJson(comparison, terminal.language);
    printJson(asked, withBehaviour(declared, behaviour, terminal.language));
  } else if (isPaper(format)) {
    const report = {
      ...{ old: comparison.old, new: comparison.new },
      ...(view.has('conformance') && { conformance: comparison }),
      ...(behaviour && { behaviour }),
    };
    await printComparisonPaper(terminal, format, report, writeBytes);
  } else {
    if (view.has('conformance')) printConformance(terminal, comparison);
    if (behaviour) printResults(asked, behaviour);
  }
  const codes = [
    ...(view.has('conformance') ? [conformanceCode(comparison)] : []),
    ...(view.has('behaviour') ? [behaviourCode(behaviour)] : []),
  ];
  return Math.max(...codes);
}

/** 1 where somebody is out of bounds, or two places differ; 3 where a bound could not be worked out. */
function conformanceCode({ rows }: ConformanceComparison): number {
  if (rows.some(({ after }) => after === 'undecided')) return exitCodes.undecided;
  const isBad = rows.some(
    ({ after, isSame }) => after === 'outside' || after === 'gone' || isSame === false,
  );
  return isBad ? exitCodes.finding : exitCodes.success;
}

function behaviourCode(behaviour: BehaviourComparison | undefined): number {
  if (!behaviour || !isDecided(behaviour)) return exitCodes.undecided;
  return hasSameResults(behaviour) ? exitCodes.success : exitCodes.finding;
}

/** Undefined where a side cannot be settled; what keeps it from that is said on standard error. */
function behaviourOf(asked: Asked): BehaviourComparison | undefined {
  const { terminal, old, now, intent, verbose } = asked;
  const begun = performance.now();
  const run = compareBehaviours(old, now, intent === undefined ? {} : { intent });
  for (;;) {
    const step = run.next();
    if (step.done) {
      terminal.progress('');
      if (verbose) terminal.note(say(terminal, timeText(performance.now() - begun)));
      const { comparison, diagnostics } = step.value;
      if (!comparison) refuse(asked, diagnostics);
      return comparison;
    }
    const { done, of, name } = step.value;
    const text = {
      zh: `逐项证明 ${done}/${of} ${name}`,
      en: `Proving ${done} of ${of}: ${name}`,
    };
    terminal.progress(say(terminal, text));
  }
}

/** Never part of what is printed as a result: that is the same each time. */
function timeText(milliseconds: number): LocalText {
  const seconds = (milliseconds / 1000).toFixed(1);
  return { zh: `比较结果用时 ${seconds} 秒\n`, en: `Comparing results took ${seconds} s\n` };
}

/**
 * By what is declared and by what comes of it, as far as it was asked for: words that change nothing else are declared
 * too, as the quote of their clause.
 */
function exitCodeOf(
  { isSame, isUndecided }: VersionComparison,
  view: DiffViews,
  compared: BehaviourComparison | undefined,
): number {
  const isDeclared = view.has('text') || view.has('structure');
  const isOpen = view.has('behaviour') && !isDecided(compared);
  if ((isDeclared && isUndecided) || isOpen) return exitCodes.undecided;
  const isAlike = (!isDeclared || isSame) && (!compared || hasSameResults(compared));
  return isAlike ? exitCodes.success : exitCodes.finding;
}

function isDecided(compared: BehaviourComparison | undefined): boolean {
  return compared?.behaviour.results.every(({ state }) => state !== 'undecided') ?? false;
}

function hasSameResults({ behaviour }: BehaviourComparison): boolean {
  return behaviour.isComplete && behaviour.results.every(({ state }) => isUnchanged(state));
}

const needsBehaviour = {
  zh: '--certificate 写下的是结果的比较，要和 --view behaviour 或 all 一起用。',
  en: '--certificate writes down what was compared of the results: use it with --view behaviour or all.',
};
