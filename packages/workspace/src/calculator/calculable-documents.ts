import { headersOf } from '@tiaoli/language';
import { vocabularyOf } from '@tiaoli/settlement';
import type { Policies } from '../open-policies.ts';

/** Ids of the documents that can be calculated, each once. */
export function calculableDocuments(policies: Policies): readonly string[] {
  const ids = headersOf(policies.language).flatMap(({ id, path }) =>
    isCalculable(policies, path) ? [id] : [],
  );
  return [...new Set(ids)];
}

/**
 * True for a file that settles claims by layers of its own, or shows how in an example. One with errors counts too, since
 * its calculator says what is wrong.
 */
export function isCalculable(policies: Policies, path: string): boolean {
  const { module } = policies.lower(path);
  if (!module) return true;
  const hasOwnCases = module.declarations.some(
    (each) =>
      each.span.file === path &&
      (each.kind === 'layer' || (each.kind === 'example' && each.events.length > 0)),
  );
  return hasOwnCases && vocabularyOf(module) !== undefined;
}
