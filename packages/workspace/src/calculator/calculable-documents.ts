import { headersOf } from '@tiaoli/language';
import { vocabularyOf } from '@tiaoli/settlement';
import type { Policies } from '../open-policies.ts';

/**
 * Ids of the documents that settle claims by layers of their own, or show how in an example. One with errors is among
 * them, since its calculator says what is wrong.
 */
export function calculableDocuments(policies: Policies): readonly string[] {
  const ids = headersOf(policies.language).flatMap(({ id, path }) => {
    const { module } = policies.lower(path);
    if (!module) return [id];
    const hasOwnCases = module.declarations.some(
      (each) =>
        each.span.file === path &&
        (each.kind === 'layer' || (each.kind === 'example' && each.events.length > 0)),
    );
    return vocabularyOf(module) && hasOwnCases ? [id] : [];
  });
  return [...new Set(ids)];
}
