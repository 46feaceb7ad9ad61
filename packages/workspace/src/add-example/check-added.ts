import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Facts } from '@tiaoli/interpreter';
import type { LanguageWorkspace, Source } from '@tiaoli/language';
import type { ExampleResult } from '@tiaoli/settlement';
import { exampleClaims, ofKind, runDocumentExamples, vocabularyOf } from '@tiaoli/settlement';
import { crossCheck } from '../cross-check.ts';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import { linkPolicies } from '../open-policies.ts';
import { sameCase } from './same-case.ts';

export interface AddedText {
  readonly path: string;
  readonly text: string;
  /** Of the example. */
  readonly name: string;
  /** Of each claim, as they were settled. */
  readonly facts: readonly Facts[];
}

/** What keeps an example from being what it was written from, when the document with it is read again. */
export async function checkAdded(
  policies: Policies,
  { path, text, name, facts }: AddedText,
): Promise<Diagnostic | undefined> {
  const { language } = await linkPolicies(
    sourcesAround(policies, path, text),
    [],
    policies.catalogues,
  );
  const { examples, diagnostics } = runDocumentExamples(language, path, {
    crossCheck,
    reference: policies.reference,
    only: (each) => each === name,
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error) return unsayable(path, error.message);
  const [result] = examples;
  if (!result || !hasSameFacts(language, { path, name, facts })) {
    return unsayable(path, {
      zh: '有的事实读回来不同',
      en: 'some facts are other ones when they are read back',
    });
  }
  return result.passed ? undefined : differs(path, result);
}

/** The document and everything that it is compiled with; the rest of the folder says nothing about it. */
function sourcesAround(policies: Policies, path: string, text: string): readonly Source[] {
  const { module } = policies.lower(path);
  const same = policies.language.documents().find((header) => header.path === path)?.id;
  const ids = new Set(ofKind(module?.declarations ?? [], 'document').map(({ id }) => id));
  return policies.language
    .documents()
    .filter(({ id }) => id === same || ids.has(id))
    .map((header) => ({
      path: header.path,
      text: header.path === path ? text : (policies.texts.get(header.path) ?? ''),
    }));
}

function hasSameFacts(
  language: LanguageWorkspace,
  { path, name, facts }: Omit<AddedText, 'text'>,
): boolean {
  const { module } = language.lower(path);
  const vocabulary = module && vocabularyOf(module);
  const example = ofKind(module?.declarations ?? [], 'example').find(
    (each) => each.name === name && each.span.file === path,
  );
  if (!module || !vocabulary || !example) return false;
  const written = exampleClaims(example, vocabulary);
  return (
    written.length === facts.length &&
    written.every((claim, at) => {
      const own = facts[at];
      return own !== undefined && sameCase(own, claim.facts, module.declarations);
    })
  );
}

function unsayable(path: string, what: { readonly zh: string; readonly en: string }): Diagnostic {
  return report('example-not-expressible', { what }, fileSpan(path));
}

function differs(path: string, { comparisons, problems }: ExampleResult): Diagnostic {
  const wrong = comparisons
    .filter(({ agrees }) => !agrees)
    .map(({ name, expected, actual }) => ({
      zh: `${name} 应为 ${expected}，得 ${actual}`,
      en: `${name}: expected ${expected}, got ${actual}`,
    }));
  const all = [...problems, ...wrong];
  const differences = {
    zh: all.map(({ zh }) => zh).join('；'),
    en: all.map(({ en }) => en).join('; '),
  };
  return report('example-differs', { differences }, fileSpan(path));
}
