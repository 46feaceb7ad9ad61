import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { Facts, State } from '@tiaoli/interpreter';
import { emptyState } from '@tiaoli/interpreter';
import type { Accumulator, Expr } from '@tiaoli/ir';
import { readSetOf } from '../read-set.ts';
import { analysisOf } from '../session.ts';
import type { Frame } from './frame.ts';
import { printFactValue, printPerson } from './print-person.ts';

/** A person's claims from the first on, and the state before the first and after each. */
interface History {
  readonly claims: readonly Facts[];
  readonly states: readonly State[];
}

/** `第1次 结算 { 费用：5万元 } → 支付 = 3万元；第2次 …`: the claims one after the other, each with what it leaves behind. */
export function printHistory(
  { claims, states }: History,
  condition: Expr,
  frame: Frame,
): LocalText {
  const { program, session } = frame;
  const { index } = analysisOf(session, program);
  const read = readSetOf(program, index, [condition]).accumulators;
  const shown = [...read].flatMap((id) => index.accumulators.get(id) ?? []);
  const person = claims.map((facts) => printPerson({ facts, state: emptyState }, frame));
  const inLanguage = (language: TextLanguage): string => {
    const texts = person.map((each) => each[language]);
    const steps = stretchesOf(texts).map(({ first, last, text }) => {
      const after = printState(states[last] ?? emptyState, shown, language);
      return `${timesOf(first, last, language)} ${text} → ${after}`;
    });
    return steps.join(language === 'zh' ? '；' : '; ');
  };
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/** Claims that are the same one after the other are told once; numbered from 1. */
function stretchesOf(texts: readonly string[]) {
  const found: { first: number; last: number; text: string }[] = [];
  for (const [at, text] of texts.entries()) {
    const open = found.at(-1);
    if (open?.text === text) open.last = at + 1;
    else found.push({ first: at + 1, last: at + 1, text });
  }
  return found;
}

function timesOf(first: number, last: number, language: TextLanguage): string {
  const range = first === last ? `${first}` : `${first}–${last}`;
  return language === 'zh' ? `第${range}次` : `claim ${range}:`;
}

function printState(state: State, shown: readonly Accumulator[], language: TextLanguage): string {
  const parts = shown.flatMap(({ name, type }) => {
    const value = state.get(name)?.get('')?.value;
    return value === undefined ? [] : [`${name} = ${printFactValue(value, type, language)}`];
  });
  return parts.join(language === 'zh' ? '，' : ', ');
}
