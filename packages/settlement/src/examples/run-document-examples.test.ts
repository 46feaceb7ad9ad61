import { readFileSync } from 'node:fs';
import { createLanguageWorkspace } from '@tiaoli/language';
import { afterEach, expect, test, vi } from 'vitest';
import { runDocumentExamples } from './run-document-examples.ts';

const policies = new URL('../../../../policies/', import.meta.url);
const paths = ['national/common.tiaoli', 'patterns/shape-01.tiaoli'];
const pattern = 'patterns/shape-01.tiaoli';

afterEach(() => vi.unstubAllGlobals());

async function opened(edit: (text: string) => string = (text) => text) {
  const language = createLanguageWorkspace();
  const sources = paths.map((path) => {
    const text = readFileSync(new URL(path, policies), 'utf8');
    return { path, text: path === pattern ? edit(text) : text };
  });
  await language.update(sources);
  return { language, text: sources.at(-1)?.text ?? '' };
}

test('an example and each of its expectations say where they stand', async () => {
  const { language, text } = await opened();
  const { examples, diagnostics } = runDocumentExamples(language, pattern);
  expect(diagnostics).toEqual([]);
  expect(examples.length).toBeGreaterThan(0);
  for (const { name, span, passed, comparisons } of examples) {
    expect(passed, name).toBe(true);
    const written = text.slice(span.start.offset, span.end.offset);
    expect(written.startsWith(`算例「${name}」`), written).toBe(true);
    for (const { expected, span: place } of comparisons) {
      expect(span.start.offset).toBeLessThan(place.start.offset);
      expect(place.end.offset).toBeLessThanOrEqual(span.end.offset);
      expect(text.slice(place.start.offset, place.end.offset)).toContain(expected.split('.')[0]);
    }
  }
});

test('examples run where code may not be evaluated', async () => {
  const refuse = (): never => {
    throw new EvalError('code may not be evaluated');
  };
  vi.stubGlobal('Function', refuse);
  vi.stubGlobal('eval', refuse);
  const { language } = await opened();
  const { examples } = runDocumentExamples(language, pattern);
  expect(examples.flatMap(({ problems }) => problems)).toEqual([]);
  expect(examples.every(({ passed }) => passed)).toBe(true);
});

test('what a cross check says is a problem of the example', async () => {
  const { language } = await opened();
  const said = { zh: '不一致', en: 'they differ' };
  const { examples } = runDocumentExamples(language, pattern, { crossCheck: () => [said] });
  expect(examples.length).toBeGreaterThan(0);
  for (const { passed, problems } of examples) {
    expect(passed).toBe(false);
    expect(problems).toContainEqual(said);
  }
});

test('a file with errors runs no examples and says why', async () => {
  const { language } = await opened((text) => `${text}\n规则 金额 坏 = 没有这个名称`);
  const { examples, diagnostics } = runDocumentExamples(language, pattern);
  expect(examples).toEqual([]);
  expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  expect(runDocumentExamples(language, 'no-such.tiaoli')).toEqual({
    examples: [],
    diagnostics: [],
  });
});
