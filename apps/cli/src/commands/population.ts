import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { assertNever, dayNumber, printDate } from '@tiaoli/base';
import type { Preset } from '@tiaoli/simulation';
import {
  describePopulation,
  generatePopulation,
  outcomeText,
  POPULATION_YEAR,
  presets,
  provinces,
  referenceRules,
  verifyPopulation,
} from '@tiaoli/simulation';
import type { BoundDocument } from '@tiaoli/workspace';
import { bindDocument, resolveReference } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import { noteEach, printEach } from '../print/findings.ts';
import { printMade, printMissed, printPopulation } from '../print/population.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { loadPolicies } from './load-policies.ts';
import { importCommand } from './population-import.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { wholeNumber } from './whole-number.ts';

interface GenerateOptions {
  readonly preset: Preset;
  readonly province: string;
  readonly seed: string;
  readonly out: string;
  readonly workers?: string;
  readonly policies?: string;
}

/** Reading a bucket takes seconds; a file that takes longer is not read to its end. */
const SECONDS_PER_BUCKET = 300;

/** Populations: folders of people and their claims that drafts are tried on. */
export function populationCommand(setup: CommandSetup): Command {
  const text = {
    zh: '人群：生成合成人群，导入结算数据，描述、核对一个人群',
    en: 'populations: generate a synthetic one, import claims, describe or verify one',
  };
  const example = 'tiaoli population generate --preset S --province 山东省 --seed 1 --out people';
  return newCommand(setup, 'population', text, example)
    .addCommand(generateCommand(setup, example))
    .addCommand(importCommand(setup))
    .addCommand(describeCommand(setup))
    .addCommand(verifyCommand(setup));
}

function generateCommand(setup: CommandSetup, example: string): Command {
  const text = {
    zh: '生成合成人群，校准到全国公布的数（分市的数是示例）',
    en: 'generate a synthetic population, calibrated to published national figures (cities are illustrative)',
  };
  const preset = newOption(setup, '--preset <size>', {
    zh: '人数：S 1万，M 10万，L 100万，XL 1000万',
    en: 'people: S 10 thousand, M 100 thousand, L 1 million, XL 10 million',
  })
    .choices(Object.keys(presets))
    .default('M');
  const province = newOption(setup, '--province <name>', { zh: '省份', en: 'the province' })
    .choices(Object.keys(provinces))
    .default('山东省');
  const seed = newOption(setup, '--seed <number>', {
    zh: '种子：同一个种子得到同样的文件',
    en: 'the same seed gives the same files',
  }).default('1');
  return newCommand(setup, 'generate', text, example)
    .addOption(preset)
    .addOption(province)
    .addOption(seed)
    .addOption(
      newOption(setup, '--out <folder>', {
        zh: '写到哪个文件夹（还没有的或空的）',
        en: 'folder to write to (new or empty)',
      }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--workers <count>', {
        zh: '同时用几个进程（结果不因此而变）',
        en: 'processes at once (the result does not depend on it)',
      }),
    )
    .addOption(policiesOption(setup))
    .action(setup.run((options: GenerateOptions) => generate(setup.terminal, options)));
}

function describeCommand(setup: CommandSetup): Command {
  const text = {
    zh: '一个人群有哪些人、哪些结算，校准得怎样',
    en: 'who and what is in a population, and how well it is calibrated',
  };
  return newCommand(setup, 'describe', text, 'tiaoli population describe people')
    .argument('<FOLDER>', say(setup.terminal, folderText))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((folder: string, options: { readonly format: 'pretty' | 'json' }) =>
        describe(setup.terminal, folder, options.format),
      ),
    );
}

function verifyCommand(setup: CommandSetup): Command {
  const text = {
    zh: '核对一个人群：文件没有被改动，每一行都符合定义',
    en: 'whether the files of a population are unchanged and every row keeps to its definition',
  };
  return newCommand(setup, 'verify', text, 'tiaoli population verify people')
    .argument('<FOLDER>', say(setup.terminal, folderText))
    .action(setup.run((folder: string) => verify(setup.terminal, folder)));
}

const folderText = { zh: '人群的文件夹', en: 'folder of the population' };

async function generate(terminal: Terminal, options: GenerateOptions): Promise<number> {
  const { preset, province } = options;
  const seed = wholeNumber('--seed', options.seed, Number.MAX_SAFE_INTEGER, 0);
  const workers =
    options.workers === undefined
      ? undefined
      : wholeNumber('--workers', options.workers, 4 * availableParallelism(), 1);
  const bound = await bindReference(terminal, options.policies);
  if (!bound) return exitCodes.finding;
  const made = await untilInterrupted((signal) =>
    generatePopulation({
      folder: resolve(terminal.cwd, options.out),
      ...{ preset, province, seed, signal, ...bound },
      persons: presets[preset],
      on: printDate(referenceDay),
      ...(workers !== undefined && { workers }),
      onProgress: (done, all) => terminal.progress(progressText(terminal, done, all)),
    }),
  );
  terminal.progress('');
  switch (made.kind) {
    case 'made':
      printMade(terminal, made.manifest, options.out);
      return exitCodes.success;
    case 'targets-missed':
      printMissed(terminal, made.missed, made.effectiveShare);
      return exitCodes.finding;
    case 'there-already':
      throw new UsageError({
        zh: `「${options.out}」已经有内容；请写到新的文件夹。`,
        en: `"${options.out}" is not empty; write to a new folder.`,
      });
    case 'not-made': {
      const { zh, en } = outcomeText(made.outcome);
      throw new UsageError({ zh: `没有生成：${zh}。`, en: `Nothing was generated: ${en}.` });
    }
    case 'not-written':
      throw new UsageError({
        zh: `写不到「${options.out}」：${made.reason}。`,
        en: `"${options.out}" cannot be written: ${made.reason}.`,
      });
    default:
      return assertNever(made);
  }
}

function progressText(terminal: Terminal, done: number, all: number): string {
  return say(terminal, { zh: `生成人群 ${done}/${all}`, en: `Generating ${done}/${all}` });
}

const referenceDay = dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 });
const lastReferenceDay = dayNumber({ year: POPULATION_YEAR, month: 12, day: 31 });

/** The reference rules, which have to be the same all year. */
async function bindReference(
  terminal: Terminal,
  folder: string | undefined,
): Promise<BoundDocument | undefined> {
  const { policies } = await loadPolicies(terminal, [], folder);
  const { reference, diagnostics } = resolveReference(policies, referenceRules.document);
  if (!reference) {
    printEach(terminal, diagnostics, policies.texts);
    return undefined;
  }
  const { jurisdiction } = referenceRules;
  const found = bindDocument(policies, reference, { on: referenceDay, jurisdiction });
  printEach(terminal, found.diagnostics, policies.texts);
  const windows = Object.values(found.bound?.program.validity ?? {});
  if (windows.some(({ to }) => to !== undefined && to < lastReferenceDay)) {
    throw new UsageError({
      zh: `参照规则 ${referenceRules.document} 在 ${POPULATION_YEAR} 年中有变化，不能用来核对全年。`,
      en: `The reference rules ${referenceRules.document} change within ${POPULATION_YEAR}.`,
    });
  }
  return found.bound;
}

async function describe(
  terminal: Terminal,
  folder: string,
  format: 'pretty' | 'json',
): Promise<number> {
  const full = resolve(terminal.cwd, folder);
  const described = await untilInterrupted((signal) =>
    describePopulation(full, { seconds: SECONDS_PER_BUCKET, signal }),
  );
  if (described.kind === 'refused') {
    noteEach(terminal, described.diagnostics, new Map());
    return exitCodes.finding;
  }
  const { manifest, margins } = described;
  if (format === 'json') {
    terminal.print(`${JSON.stringify({ manifest, margins }, undefined, 2)}\n`);
  } else printPopulation(terminal, manifest, margins);
  return exitCodes.success;
}

async function verify(terminal: Terminal, folder: string): Promise<number> {
  const full = resolve(terminal.cwd, folder);
  const { manifest, rules, diagnostics } = await untilInterrupted((signal) =>
    verifyPopulation(full, { seconds: SECONDS_PER_BUCKET, signal }),
  );
  printEach(terminal, diagnostics, new Map());
  if (diagnostics.length > 0 || !manifest) return exitCodes.finding;
  const { persons, claims, files, root } = manifest;
  const text = {
    zh: `${files.length} 个文件没有改动；${persons} 人、${claims} 笔结算符合全部 ${rules} 条规则。\n人群 ${root}`,
    en: `${files.length} files unchanged; ${persons} people and ${claims} claims keep all ${rules} rules.\nPopulation ${root}`,
  };
  terminal.print(`${say(terminal, text)}\n`);
  return exitCodes.success;
}
