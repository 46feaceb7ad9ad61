import { headersOf } from '@tiaoli/language';
import type { BoundScenario } from './bind-scenario.ts';
import { bindScenario } from './bind-scenario.ts';
import type { NamedSide } from './compare/version-side.ts';
import { findSide } from './compare/version-side.ts';
import { isInSampleFolder } from './list-documents.ts';
import { placesOfDocuments } from './places-of-documents.ts';

/**
 * Documents with a 名单 that hold in the place of a side: its own place and those above it, the side itself left out. Each
 * as it is in its last version; samples are nobody's policy.
 */
export function findWatchlists(named: NamedSide): readonly BoundScenario[] {
  const { side } = findSide(named);
  if (!side) return [];
  const { policies, chain, header } = side;
  const chains = placesOfDocuments(policies.language);
  const ids = headersOf(policies.language)
    .filter(({ id, path }) => id !== header.id && !isInSampleFolder(path))
    .filter(({ path }) =>
      (chains.get(path) ?? []).every(({ place }, at) => chain[at]?.place === place),
    )
    // Compiling every document of a place to see which of them have a list would take longer than a run.
    .filter(({ path }) => /名单|watchlist/u.test(policies.texts.get(path) ?? ''))
    .map(({ id }) => id);
  return [...new Set(ids)].toSorted().flatMap((reference) => {
    const { scenario } = bindScenario({ policies, reference });
    const { program } = scenario ?? {};
    const hasOwn = program?.declarations.some(
      ({ kind, document }) => kind === 'watchlist' && document === program.document,
    );
    return scenario && hasOwn ? [scenario] : [];
  });
}
