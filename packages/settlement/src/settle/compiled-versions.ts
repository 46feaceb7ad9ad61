import type { Diagnostic } from '@tiaoli/base';
import { intersectValidity } from '@tiaoli/base';
import type { DocumentHeader, LanguageWorkspace } from '@tiaoli/language';
import type { CompiledVersion } from './program-source.ts';

/**
 * A file compiled for all its days: a version for each stretch in which what it rests on stays the same, oldest first.
 *
 * @param header  of the file; its days may be fewer than those that are written in it
 * @returns no versions where it has errors, which are among the diagnostics
 */
export function compiledVersions(
  language: Pick<LanguageWorkspace, 'lower' | 'stretches'>,
  header: DocumentHeader,
): { readonly versions: readonly CompiledVersion[]; readonly diagnostics: readonly Diagnostic[] } {
  const versions: CompiledVersion[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const stretch of language.stretches(header.path)) {
    const days = intersectValidity(stretch, header);
    if (!days) continue;
    const lowered = language.lower(header.path, stretch.from);
    if (!lowered.module) return { versions: [], diagnostics: lowered.diagnostics };
    diagnostics.push(...lowered.diagnostics);
    versions.push({ header: { ...header, ...days }, module: lowered.module });
  }
  return { versions, diagnostics };
}
