import type { TextLanguage } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { ComparedCase } from '@tiaoli/diff';
import { caseText } from '@tiaoli/diff';
import type { EncodedCase } from '@tiaoli/settlement';
import { encodeCase, encodeValue, vocabularyOf } from '@tiaoli/settlement';
import type { BoundSides, ComparedSide, Policies } from '@tiaoli/workspace';
import { resolveReference, settleForm } from '@tiaoli/workspace';
import type { CaseAnswer, SettledSide } from '../behaviour-answers.ts';
import type { FoundExample } from './asked-example.ts';

const numbers: ReadonlySet<string> = new Set(['money', 'unit-price', 'rate', 'integer', 'decimal']);

/** One case of a comparison, settled step by step on both sides; undefined where the documents have no word for it. */
export function caseAnswer(
  policies: Policies,
  { behaviour, result, example }: FoundExample,
  sides: BoundSides,
  language: TextLanguage,
): CaseAnswer | undefined {
  const vocabulary = vocabularyOf(behaviour.after);
  if (!vocabulary) return undefined;
  const input = encodeCase(example.facts, example.state, vocabulary);
  const settle = (side: ComparedSide, on: string, outcome: ComparedCase['before']): SettledSide => {
    const settled = settledOn(policies, side, on, { input, language });
    const found = outcome.status === 'value' ? String(encodeValue(outcome.value, result.type)) : '';
    return {
      ...{ document: side.document, path: side.file, on, found, settled },
      agrees: gives(settled, result.name, found),
    };
  };
  return {
    name: result.name,
    isNumber: numbers.has(result.type.kind),
    text: caseText(example, result.type, behaviour, language),
    input,
    old: settle(sides.old, sides.days.old, example.before),
    new: settle(sides.new, sides.days.new, example.after),
  };
}

function settledOn(
  policies: Policies,
  { file }: ComparedSide,
  day: string,
  { input, language }: { readonly input: EncodedCase; readonly language: TextLanguage },
): SettledSide['settled'] {
  const { reference } = resolveReference(policies, file);
  if (!reference) return { kind: 'refused', findings: [] };
  const on = parseDate(day);
  return settleForm(policies, reference, { input, language, ...(on !== undefined && { on }) });
}

/** Whether the settlement gives the same; what a claim leaves behind is not among its results. */
function gives(settled: SettledSide['settled'], name: string, found: string): boolean {
  if (settled.kind === 'refused') return false;
  const output = settled.result.outputs[name];
  if (!output) return true;
  return found === (output.status === 'value' ? String(output.value) : '');
}
