import type { TextLanguage } from '@tiaoli/base';
import type { ExampleResult, ExampleRun } from '@tiaoli/workspace';

/** Examples as JUnit XML: a suite per document, and one for documents that could not be compiled. */
export function junitXml({ examples, diagnostics }: ExampleRun, language: TextLanguage): string {
  const suites = [...Map.groupBy(examples, ({ document }) => document)].map(([name, own]) =>
    suite(
      name,
      own.map((example) => testCase(example, language)),
      own.filter(({ passed }) => !passed).length,
    ),
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const broken = errors.map((finding) => {
    const place = `${finding.span.file}:${finding.span.start.line}`;
    return failedCase(finding.span.file, finding.code, `${place} ${finding.message[language]}`, '');
  });
  if (broken.length > 0) suites.push(suite('check', broken, broken.length));
  const tests = examples.length + broken.length;
  const failures = examples.filter(({ passed }) => !passed).length + broken.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tiaoli" tests="${tests}" failures="${failures}">`,
    ...suites,
    '</testsuites>\n',
  ].join('\n');
}

function suite(name: string, cases: readonly string[], failures: number): string {
  const open = `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}">`;
  return [open, ...cases, '  </testsuite>'].join('\n');
}

function testCase(example: ExampleResult, language: TextLanguage): string {
  const { document, name, cases, passed, comparisons, problems } = example;
  const { file, start } = example.span;
  const title = [name, ...cases].join(' ');
  if (passed) {
    return `    <testcase classname="${escapeXml(document)}" name="${escapeXml(title)}" file="${escapeXml(file)}" line="${start.line}"/>`;
  }
  const wrong = comparisons
    .filter(({ agrees }) => !agrees)
    .map((each) => `${each.name}: ${each.expected} ≠ ${each.actual}`);
  const said = [...problems.map((problem) => problem[language]), ...wrong];
  return failedCase(document, title, said[0] ?? '', [`${file}:${start.line}`, ...said].join('\n'));
}

function failedCase(classname: string, name: string, message: string, body: string): string {
  return [
    `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}">`,
    `      <failure message="${escapeXml(message)}">${escapeXml(body)}</failure>`,
    '    </testcase>',
  ].join('\n');
}

/** Text for XML 1.0: markup escaped, characters that XML does not allow replaced. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
  );
}
