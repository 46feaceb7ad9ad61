import type { LocalText } from '@tiaoli/base';
import type { Behaviour, Region, ResultDifference } from '@tiaoli/diff';
import {
  boundsText,
  caseText,
  furthestExample,
  isSame,
  reasonText,
  regionText,
  sequenceText,
  slopeText,
  smallestText,
  summaryText,
  workHeads,
  workRows,
  workText,
} from '@tiaoli/diff';
import { causesText, illustrativeText } from '@tiaoli/documents';
import type { BehaviourComparison } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printEdits } from './edits.ts';
import { printTable } from './table.ts';

/** What comes of it: one sentence, then each result that is another, for whom, by how much, and why. */
export function printBehaviour(terminal: Terminal, comparison: BehaviourComparison): void {
  const { behaviour, days, illustrative } = comparison;
  const head = {
    zh: `结果（旧按 ${days.old}、新按 ${days.new} 有效的规定）：`,
    en: `Results (old as in force on ${days.old}, new on ${days.new}): `,
  };
  terminal.print(`\n${say(terminal, head)}${say(terminal, summaryText(behaviour))}\n`);
  for (const result of behaviour.results) {
    if (!isSame(result.state)) printResult(terminal, result, behaviour);
  }
  printOnly(terminal, behaviour.onlyBefore, { zh: '只有旧的一边有', en: 'On the old side only' });
  printOnly(terminal, behaviour.onlyAfter, { zh: '只有新的一边有', en: 'On the new side only' });
  for (const each of behaviour.unlike) {
    const head = { zh: '没有比较：', en: 'Not compared: ' };
    terminal.print(`  ${say(terminal, head)}${say(terminal, each)}\n`);
  }
  const assumed = behaviour.assumptions.map((each) => say(terminal, each));
  const joined = assumed.join(terminal.language === 'zh' ? '；' : '; ');
  terminal.print(`  ${say(terminal, { zh: '前提：', en: 'Provided that ' })}${joined}\n`);
  if (illustrative.length > 0) {
    terminal.print(`  ${say(terminal, illustrativeText(illustrative))}\n`);
  }
  printEdits(terminal, comparison);
  terminal.print(`  ${say(terminal, workText(behaviour))}\n`);
}

/** What was looked at for each result, and what stayed open. */
export function printWork(terminal: Terminal, { behaviour }: BehaviourComparison): void {
  const heads = workHeads.map((head) => say(terminal, head));
  const rows = workRows(behaviour, terminal.language);
  const columns = ['left', 'left', 'right', 'right', 'right', 'right', 'left'] as const;
  terminal.print(`\n${printTable([heads, ...rows], columns, '  ')}`);
}

function printOnly(terminal: Terminal, names: readonly string[], head: LocalText): void {
  const comma = terminal.language === 'zh' ? '、' : ', ';
  const colon = terminal.language === 'zh' ? '：' : ': ';
  if (names.length > 0) terminal.print(`  ${say(terminal, head)}${colon}${names.join(comma)}\n`);
}

/** The name of a result; of an accumulator with when it is meant. */
export function resultTitle(
  terminal: Terminal,
  { name, kind }: Pick<ResultDifference, 'name' | 'kind'>,
): string {
  const after = say(terminal, { zh: '（结算之后）', en: ' (after the claim)' });
  return kind === 'state' ? `${name}${after}` : name;
}

function printResult(terminal: Terminal, result: ResultDifference, behaviour: Behaviour): void {
  const { language } = terminal;
  const { type, regions, onlyLater, sequence } = result;
  const changed = regions.filter(({ state }) => !isSame(state));
  terminal.print(`  ${resultTitle(terminal, result)}  ${boundsText(result, type, language)}\n`);
  if (sequence) terminal.print(`    ${sequenceText(sequence, behaviour, language)}\n`);
  for (const region of changed) {
    const who = regionText(region, behaviour, language);
    const everybody = say(terminal, { zh: '所有人', en: 'everybody' });
    const text = boundsText({ ...region, ...(onlyLater && { onlyLater }) }, type, language);
    const isWhole = changed.length === 1 && who === '';
    if (!isWhole) terminal.print(`    ${who || everybody}  ${text}\n`);
    printRegion(terminal, region, result, behaviour);
  }
}

/** A case of the region, why it stayed open, and the clauses that it comes from. */
export function printRegion(
  terminal: Terminal,
  region: Region,
  { type }: Pick<ResultDifference, 'type'>,
  behaviour: Behaviour,
): void {
  const indent = '      ';
  const [text = '', small = ''] = [furthestExample(region), region.smallest].map((example) =>
    example ? caseText(example, type, behaviour, terminal.language) : '',
  );
  if (text !== '') {
    terminal.print(`${indent}${say(terminal, { zh: '比如 ', en: 'for example ' })}${text}\n`);
  }
  if (region.smallest && small !== '' && small !== text) {
    const colon = terminal.language === 'zh' ? '：' : ': ';
    terminal.print(`${indent}${say(terminal, smallestText(region.smallest))}${colon}${small}\n`);
  }
  if (region.slope) terminal.print(`${indent}${say(terminal, slopeText(region.slope))}\n`);
  const reasons = region.reasons.map((reason) => say(terminal, reasonText(reason)));
  if (region.state === 'undecided' && reasons.length > 0) {
    const head = say(terminal, { zh: '没能判定：', en: 'not decided: ' });
    terminal.print(`${indent}${head}${reasons.join('、')}\n`);
  }
  const causes = causesText(region.causes, behaviour, terminal.language);
  if (causes !== '') {
    terminal.print(`${indent}${say(terminal, { zh: '来自 ', en: 'from ' })}${causes}\n`);
  }
}
