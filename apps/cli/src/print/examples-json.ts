import type { TextLanguage } from '@tiaoli/base';
import type { Comparison, ExampleResult, ExampleRun } from '@tiaoli/workspace';
import { findingJson } from './findings-json.ts';

/** The JSON form of `test` (schema `test.schema.json`). */
export function examplesJson({ examples, diagnostics }: ExampleRun, language: TextLanguage) {
  const passed = examples.filter((example) => example.passed).length;
  return {
    passed,
    failed: examples.length - passed,
    examples: examples.map((example) => exampleJson(example, language)),
    findings: diagnostics.map((finding) => findingJson(finding, language)),
  };
}

function exampleJson(example: ExampleResult, language: TextLanguage) {
  const { document, name, span, cases, shapes, passed, comparisons, problems } = example;
  const [firstCase] = cases;
  const [firstShape] = shapes;
  return {
    document,
    name,
    ...(firstCase !== undefined && { case: firstCase }),
    ...(cases.length > 1 && { cases }),
    ...(firstShape !== undefined && { shape: firstShape }),
    ...(shapes.length > 1 && { shapes }),
    file: span.file,
    line: span.start.line,
    passed,
    expected: byName(comparisons, ({ expected }) => expected),
    actual: byName(comparisons, ({ actual }) => actual),
    ...(problems.length > 0 && { problems: problems.map((problem) => problem[language]) }),
  };
}

function byName(comparisons: readonly Comparison[], textOf: (each: Comparison) => string) {
  return Object.fromEntries(comparisons.map((each) => [each.name, textOf(each)]));
}
