import type { Diagnostic, LocalText, Span } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Program } from '@tiaoli/ir';
import { finding } from '../../messages.ts';
import { MOST_MEMBERS, unlikeKeys, wideSets } from '../../passes/held-alike.ts';
import type { Emission } from './emission.ts';
import type { Value } from './value.ts';
import { gapValue } from './value.ts';

type Reason = keyof typeof reasons;

const reasons = {
  'working-days': {
    zh: '用到工作日的推算',
    en: 'it counts working days',
  },
  catalogues: {
    zh: '用到目录的行',
    en: 'it reads rows of a catalogue',
  },
  'records-of-records': {
    zh: '明细之下还有明细',
    en: 'records stand below records',
  },
  'spells-of-records': {
    zh: '明细有按日变化的字段',
    en: 'records have facts that change by the day',
  },
} as const satisfies Record<string, LocalText>;

/** Notes what cannot be written; the value stands in for it until the emission ends with the finding. */
export function refuse(emission: Emission, reason: Reason): Value {
  note(emission, reasons[reason], emission.origin ?? fileSpan(''));
  return gapValue(emission, -1);
}

function note({ refused }: Emission, what: LocalText, span: Span): void {
  const diagnostic = finding('not-in-sql', { what }, span);
  refused.set(JSON.stringify([what.zh, span]), diagnostic);
}

/** What of the program cannot be held in columns; what the emission itself met is added. */
export function refusals(program: Program, emission: Emission): readonly Diagnostic[] {
  const { index } = emission.analysis;
  for (const { name, members, span } of wideSets(program, index)) {
    const what = {
      zh: `「${name}」有${members.length}个取值，作为集合放不下（至多${MOST_MEMBERS}个）`,
      en: `“${name}” has ${members.length} members, too many for a set (at most ${MOST_MEMBERS})`,
    };
    note(emission, what, span);
  }
  for (const { name, origin } of unlikeKeys(program, index, emission.scales)) {
    const what = {
      zh: `累计「${name}」按种类不同的键、或小数超过六位的键分别累计`,
      en: `“${name}” is kept by keys of several kinds, or with more than six decimals`,
    };
    note(emission, what, origin.span);
  }
  return [...emission.refused.values()];
}
