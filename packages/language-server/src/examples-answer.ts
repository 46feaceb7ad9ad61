import type { LocalText } from '@tiaoli/base';
import type { Comparison, DocumentExamples, ExampleResult } from '@tiaoli/settlement';
import type { ComparisonView, ExamplesAnswer, ExampleView } from './protocol.ts';
import type { Session } from './session.ts';
import { rangeOf } from './text-range.ts';

/** What came of the examples of `path`, as an editor shows it. */
export function examplesAnswer(
  { examples, diagnostics }: DocumentExamples,
  path: string,
  { language }: Session,
): ExamplesAnswer {
  const views = examples.map((each) => exampleView(each, (text) => text[language]));
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error === undefined) return { examples: views };
  const { file, start } = error.span;
  const isHere = file === path;
  const blocked = {
    zh: `${isHere ? '本文件' : `所依据的文件 ${file} `}第 ${start.line} 行有错误，改正后才能运行算例`,
    en: `${isHere ? 'This document' : `The document ${file}, on which this one rests,`} has an error in line ${start.line}; mend it to run the examples`,
  };
  return { examples: views, blocked: blocked[language] };
}

function exampleView(
  { name, span, cases, passed, comparisons, problems }: ExampleResult,
  say: (text: LocalText) => string,
): ExampleView {
  return {
    ...{ name, range: rangeOf(span), cases, passed },
    comparisons: comparisons.map(comparisonView),
    problems: problems.map(say),
  };
}

function comparisonView({ name, expected, actual, agrees, span }: Comparison): ComparisonView {
  return { name, expected, actual, agrees, range: rangeOf(span) };
}
