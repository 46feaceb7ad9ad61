import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { DocumentHeader } from '@tiaoli/language';
import { createFormatter } from '@tiaoli/language';
import { ofKind, readJson } from '@tiaoli/settlement';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import type { CaseSettler } from '../open-settler.ts';
import { openSettler } from '../open-settler.ts';
import { resolveReference } from '../resolve-reference.ts';
import type { SettledCase } from '../settle-case.ts';
import { settleCase } from '../settle-case.ts';
import { checkAdded } from './check-added.ts';
import { factsToWrite, writeExample } from './write-example.ts';

export interface ExampleRequest {
  /** The file that the example is to stand in; the case is settled by the document of this file. */
  readonly path: string;
  /** One line, of at most 80 characters. */
  readonly name: string;
  /** A case in the JSON form of `calc`, complete. */
  readonly input: unknown;
  readonly jurisdiction?: string;
  /** The day whose rules the case was settled by, where it was not each claim's own. */
  readonly on?: DayNumber;
  /** Names of the results to expect (keys of `outputs`); else what each layer pays and what the person bears. */
  readonly expected?: readonly string[];
}

export type AddedExample =
  | {
      readonly kind: 'added';
      /** The whole document with the example at its end; all before it is as it was. */
      readonly text: string;
      /** The line on which the example begins, from 1. */
      readonly line: number;
      /** The example alone. */
      readonly example: string;
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Writes a settled case as an 算例 at the end of its document. Nothing is saved.
 *
 * What is returned was read back: the example has the same facts, and its expectations hold by the interpreter and by
 * the generated calculator. Only the example is brought to canonical form.
 */
export async function addExample(
  policies: Policies,
  request: ExampleRequest,
): Promise<AddedExample> {
  const { path, name } = request;
  const before = policies.texts.get(path);
  const header = policies.language.documents().find((each) => each.path === path);
  if (before === undefined || !header) {
    return refuse(report('unknown-document', { reference: path }, fileSpan(path)));
  }
  const wrongName = checkName(policies, header, name);
  if (wrongName) return refuse(wrongName);
  const settled = settleRequest(policies, header, request);
  if (settled.kind === 'refused') return settled;
  const { settler, result } = settled;
  const { jurisdiction, on, expected } = request;
  const written = writeExample(settler, result, {
    name,
    ...(jurisdiction !== undefined && { place: jurisdiction }),
    ...(on !== undefined && { on }),
    ...(expected && { expected }),
  });
  if (written.kind === 'unsayable') {
    return refuse(report('example-not-expressible', { what: written.what }, fileSpan(path)));
  }
  const canonical = inCanonicalForm(written.text, header, settler);
  if (canonical.kind === 'refused') return canonical;
  const added = appended(before, canonical.example);
  const finding = await checkAdded(policies, {
    path,
    name,
    text: added.text,
    facts: factsToWrite(settler, result),
  });
  return finding ? refuse(finding) : { kind: 'added', ...added, example: canonical.example };
}

/** Names of examples are told apart within a document, whatever file of it they stand in. */
function checkName(
  { language }: Policies,
  { id, path }: DocumentHeader,
  name: string,
): Diagnostic | undefined {
  const isLine = name.trim() === name && /^[^「」『』`\p{Cc}\p{Cs}]{1,80}$/u.test(name);
  if (!isLine) return report('example-name', {}, fileSpan(path));
  const taken = language
    .documents()
    .filter((each) => each.id === id)
    .flatMap((each) => language.examples(each.path))
    .find((each) => each.name === name);
  return taken && report('example-name-taken', { name }, taken.span);
}

type Refused = Extract<AddedExample, { kind: 'refused' }>;

function settleRequest(
  policies: Policies,
  { id, path }: DocumentHeader,
  { input, jurisdiction, on }: ExampleRequest,
):
  | {
      readonly kind: 'settled';
      readonly settler: CaseSettler;
      readonly result: Extract<SettledCase, { kind: 'settled' }>;
    }
  | Refused {
  const { reference, diagnostics } = resolveReference(policies, id);
  if (!reference) return refuse(...diagnostics);
  const { settler, diagnostics: errors } = openSettler(policies, reference, {
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(on !== undefined && { on }),
  });
  const { values, diagnostics: slips } = readJson(path, JSON.stringify(input ?? null));
  const [node] = values;
  if (!settler || !node) return refuse(...errors, ...slips);
  const result = settleCase(settler, node, { language: 'zh' });
  if (result.kind === 'refused') return refuse(...result.diagnostics);
  if (result.missing.length === 0) return { kind: 'settled', settler, result };
  const fields = [...new Set(result.missing.map(({ name }) => name))].join('、');
  return refuse(report('example-incomplete', { fields }, fileSpan(path)));
}

/** The example alone in the keyword language of its document. */
function inCanonicalForm(
  text: string,
  { path }: DocumentHeader,
  { versions }: CaseSettler,
): { readonly kind: 'formatted'; readonly example: string } | Refused {
  const documents = versions.flatMap(({ module }) => ofKind(module.declarations, 'document'));
  const keywords = documents.find(({ span }) => span.file === path)?.keywords ?? 'zh';
  const formatted = createFormatter().format({ path, text }, { keywords });
  if (formatted.text !== undefined) return { kind: 'formatted', example: formatted.text.trim() };
  const [first] = formatted.diagnostics;
  const what = first?.message ?? { zh: '写法有误', en: 'it is malformed' };
  return refuse(report('example-not-expressible', { what }, fileSpan(path)));
}

/** Behind everything else, an empty line before it, with the line ends that the document has. */
function appended(
  before: string,
  example: string,
): { readonly text: string; readonly line: number } {
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const ended = before === '' || before.endsWith('\n') ? before : `${before}${end}`;
  const gap = ended === '' || /\n\r?\n$/.test(ended) ? '' : end;
  const start = `${ended}${gap}`;
  const text = `${start}${example.replaceAll('\n', end)}${end}`;
  return { text, line: start.split('\n').length };
}

function refuse(...diagnostics: readonly Diagnostic[]): Refused {
  return { kind: 'refused', diagnostics };
}
