import type { TextLanguage } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { ComparedCase, ResultDifference } from '@tiaoli/diff';
import type { EncodedCase } from '@tiaoli/settlement';
import { encodeValue } from '@tiaoli/settlement';
import type { BoundSides, ComparedSide, Policies } from '@tiaoli/workspace';
import { resolveReference, settleForm } from '@tiaoli/workspace';
import type { CaseAnswer, SettledSide } from '../behaviour-answers.ts';

/** What a comparison found of a case: a result of its last claim on both sides. */
export interface FoundCase extends Pick<ComparedCase, 'before' | 'after'> {
  readonly input: EncodedCase;
  readonly result: Pick<ResultDifference, 'name' | 'type'>;
}

const numbers: ReadonlySet<string> = new Set(['money', 'unit-price', 'rate', 'integer', 'decimal']);

/** The case settled step by step on both sides, as the documents are now. */
export function settledSides(
  policies: Policies,
  { input, result, before, after }: FoundCase,
  sides: BoundSides,
  language: TextLanguage,
): Omit<CaseAnswer, 'text' | 'isYear'> {
  const settle = (side: ComparedSide, on: string, outcome: FoundCase['before']): SettledSide => {
    const settled = settledOn(policies, side, on, { input, language });
    const found = outcome.status === 'value' ? String(encodeValue(outcome.value, result.type)) : '';
    return {
      ...{ document: side.document, path: side.file, on, found, settled },
      agrees: gives(settled, result.name, found),
    };
  };
  return {
    ...{ name: result.name, isNumber: numbers.has(result.type.kind), input },
    old: settle(sides.old, sides.days.old, before),
    new: settle(sides.new, sides.days.new, after),
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

/** Whether the last claim gives the same; what it leaves behind is not among its results. */
function gives(settled: SettledSide['settled'], name: string, found: string): boolean {
  if (settled.kind === 'refused') return false;
  const output = settled.result.claims.at(-1)?.outputs[name];
  if (!output) return true;
  return found === (output.status === 'value' ? String(output.value) : '');
}
