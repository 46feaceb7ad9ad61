import { resolve } from 'node:path';
import { assertNever } from '@tiaoli/base';
import { bundleCharts } from '@tiaoli/chart-script';
import { impactPage, impactSheet, printWord } from '@tiaoli/documents';
import { buildReport } from '@tiaoli/reports';
import type { Change, ReformResult, SimulationResult } from '@tiaoli/simulation';
import { runStudy } from '@tiaoli/simulation';
import type { NamedSide } from '@tiaoli/workspace';
import type { WriteBytes } from '../files/write-output.ts';
import type { PaperFormat } from '../print/comparison-paper.ts';
import { printEach } from '../print/findings.ts';
import { listsBeside, rulesBeside, rulesToRun } from '../rules/rules-to-run.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** What the new side does to the people of a population; undefined where it cannot be run, which is said on standard error. */
export async function impactOf(
  terminal: Terminal,
  [old, now]: readonly [NamedSide, NamedSide],
  population: string,
): Promise<SimulationResult | undefined> {
  const [baseline, reform] = [old, now].map((side) => rulesToRun(terminal, side));
  if (!baseline || !reform) return undefined;
  const request = {
    ...{ baseline, reforms: [reform], before: rulesBeside(old) },
    lists: listsBeside(old),
    population: resolve(terminal.cwd, population),
  };
  const simulated = await untilInterrupted((signal) =>
    runStudy(request, {
      signal,
      onProgress: (done, all) => {
        const text = { zh: `测算 ${done}/${all}`, en: `Running ${done}/${all}` };
        terminal.progress(say(terminal, text));
      },
    }),
  );
  terminal.progress('');
  switch (simulated.kind) {
    case 'done':
      return simulated.result;
    case 'refused':
      printEach({ ...terminal, print: terminal.note }, simulated.diagnostics, new Map());
      return undefined;
    case 'cancelled':
      throw new UsageError({ zh: '没有测算完：已取消。', en: 'Not finished: cancelled.' });
    default:
      return assertNever(simulated);
  }
}

/** An impact by itself as a page or in Word. */
export async function printImpactPaper(
  { print, language }: Terminal,
  format: PaperFormat,
  result: SimulationResult,
  writeBytes: WriteBytes,
): Promise<void> {
  const report = buildReport(result, language);
  if (format === 'html') print(impactPage(report, await bundleCharts()));
  else writeBytes(await printWord(impactSheet(report)));
}

/** 1 where anything is another for anybody; where nothing is, 0 only if that is proved of everybody. */
export function impactCode({ baseline, reforms }: SimulationResult): number {
  const codes = reforms.map((reform) => {
    if (isMoved(reform)) return exitCodes.finding;
    const { on, meaningHash } = reform.scenario;
    // The same text on another day may be other rules.
    const isAlike = meaningHash === baseline.meaningHash && on === baseline.on;
    return isAlike || reform.nothingChanged?.isProved ? exitCodes.success : exitCodes.undecided;
  });
  return Math.max(...codes);
}

function isMoved({ verdict, byLayer }: ReformResult): boolean {
  const { fund, person, better, worse } = verdict;
  const changes = [fund, person, ...byLayer.map(({ amount }) => amount)];
  return (
    changes.some((each) => isOther(each)) ||
    [better, worse].some(({ people }) => Number(people.value) > 0)
  );
}

function isOther({ change }: Change): boolean {
  return Number(change.value) !== 0;
}
