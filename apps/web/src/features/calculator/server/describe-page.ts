import type { Diagnostic, TextLanguage } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { FormFinding, Policies } from '@tiaoli/workspace';
import {
  describeCalculator,
  exampleCases,
  isCalculable,
  report,
  resolveReference,
} from '@tiaoli/workspace';
import { draftOfCase, fitsForm } from '../model/draft-of-case.ts';
import type { CalculatorPageJson } from '../model/pages-json.ts';
import type { AskedTarget } from './asked-target.ts';

export type DescribedPage =
  | { readonly kind: 'page'; readonly page: CalculatorPageJson }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** The form of a document with its examples, ready to be filled in. */
export function describePage(
  policies: Policies,
  document: string,
  target: AskedTarget,
): DescribedPage {
  const { reference, diagnostics } = resolveReference(policies, document);
  if (!reference) return { kind: 'refused', diagnostics };
  if (!reference.headers.some(({ path }) => isCalculable(policies, path))) {
    const span = reference.headers[0]?.span ?? fileSpan(document);
    const { id } = reference;
    return { kind: 'refused', diagnostics: [report('nothing-to-settle', { id }, span)] };
  }
  const described = describeCalculator(policies, reference, target);
  if (described.kind === 'refused') return described;
  const { form } = described;
  const shown = form.versions.findLast(({ from }) => from <= form.on) ?? form.versions[0];
  const header = reference.headers.find(({ path }) => path === shown?.path) ?? reference.headers[0];
  const page: CalculatorPageJson = {
    form,
    ...(header?.number !== undefined && { number: header.number }),
    ...(header?.place !== undefined && { place: header.place }),
    path: header?.path ?? '',
    files: reference.headers.map(({ path }) => path),
    illustrative: isIllustrative(policies, header?.path ?? ''),
    examples: exampleCases(policies, reference)
      .filter(({ input }) => fitsForm(input, form))
      .map(({ name, published, place, on, input }) => ({
        name,
        ...(published.length > 0 && { published: published.join('、') }),
        ...(place !== undefined && { place }),
        ...(on !== undefined && { on }),
        draft: draftOfCase(input, form),
      })),
  };
  return { kind: 'page', page };
}

/** True when something in the file is marked 示例: it was invented, and is no policy. */
function isIllustrative(policies: Policies, path: string): boolean {
  const { module } = policies.lower(path);
  return (module?.declarations ?? []).some(
    ({ provenance, span, kind }) =>
      span.file === path && kind !== 'example' && provenance?.grade === 'illustrative',
  );
}

/** What is wrong, in the reader's language, each with its place. */
export function findingsOf(
  diagnostics: readonly Diagnostic[],
  language: TextLanguage,
): readonly FormFinding[] {
  return diagnostics.map(({ code, severity, message, hint, span }) => ({
    code,
    severity,
    message: message[language],
    ...(hint && { hint: hint[language] }),
    file: span.file,
    line: span.start.line,
  }));
}
