import type { ImportedDocument } from '@tiaoli/import';
import { importDocument } from '@tiaoli/import';
import type { ClauseDeclaration } from '@tiaoli/ir';
import { createFormatter, createLanguageWorkspace } from '@tiaoli/language';

export interface Skeleton extends ImportedDocument {
  /** In the order of the text, as the language understands it. */
  readonly clauses: readonly ClauseDeclaration[];
  /** `code` of each finding. */
  readonly findings: readonly string[];
  readonly errors: readonly string[];
  readonly notes: readonly string[];
}

/** Imports a file, and reads what came of it with the language itself. */
export async function importSkeleton(
  content: Uint8Array | string,
  name: string,
): Promise<Skeleton> {
  const outcome = await importDocument(Buffer.from(content), name);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return {
    ...outcome.value,
    ...(await readSkeleton(outcome.value.text)),
    notes: notesOf(outcome.value),
  };
}

function notesOf({ report }: ImportedDocument): readonly string[] {
  return report.notes.map(({ code, quote, at }) =>
    [code, quote, at === undefined ? undefined : `@${at}`].filter(Boolean).join(' '),
  );
}

export async function readSkeleton(text: string) {
  const workspace = createLanguageWorkspace();
  await workspace.update([{ path: 'a.tiaoli', text }]);
  const findings = workspace.findings();
  const { module } = workspace.lower('a.tiaoli');
  const clauses = (module?.declarations ?? []).filter(
    (each): each is ClauseDeclaration => each.kind === 'clause',
  );
  const codes = findings.map(({ code }) => code);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const formatted = createFormatter().format({ path: 'a.tiaoli', text });
  if (formatted.text !== text) throw new Error('not in canonical form');
  return { clauses, findings: codes, errors };
}

/** Label and texts of each clause, nested by indentation. */
export function shown(clauses: readonly ClauseDeclaration[]): readonly string[] {
  return clauses
    .toSorted((left, right) => left.span.start.offset - right.span.start.offset)
    .map(
      ({ path, text }) => `${'  '.repeat(path.length - 1)}${[path.at(-1), ...text].join(' / ')}`,
    );
}

/** Everything that a skeleton quotes, in its order, without white space. */
export function quotedWords({ clauses }: Pick<Skeleton, 'clauses'>): string {
  return clauses
    .toSorted((left, right) => left.span.start.offset - right.span.start.offset)
    .flatMap(({ path, text }) => [path.at(-1) ?? '', ...text])
    .join('')
    .replace(/\s/gu, '');
}
