import type { Declaration } from './declaration.ts';
import type { ModuleIndex } from './module-index.ts';
import { referencesOf } from './references.ts';
import type { InvariantDeclaration } from './stated-declaration.ts';

/**
 * The 约束 that say something of facts alone, and those that say something of accumulators.
 *
 * Every case keeps the first kind. No fact breaks or keeps the second: it is proved of every history of claims, or it is
 * not true, and nothing may rest on it before.
 */
export function invariantsAbout(
  what: 'facts' | 'state',
  declarations: readonly Declaration[],
  index: Pick<ModuleIndex, 'definitions'>,
): readonly InvariantDeclaration[] {
  return declarations.flatMap((each) =>
    each.kind === 'invariant' && readsStateOnce(each, index) === (what === 'state') ? [each] : [],
  );
}

const known = new WeakMap<ModuleIndex['definitions'], Map<InvariantDeclaration, boolean>>();

/** Every case is held against them. */
function readsStateOnce(
  invariant: InvariantDeclaration,
  index: Pick<ModuleIndex, 'definitions'>,
): boolean {
  const own = known.get(index.definitions) ?? new Map<InvariantDeclaration, boolean>();
  known.set(index.definitions, own);
  const found = own.get(invariant) ?? readsState(invariant, index);
  own.set(invariant, found);
  return found;
}

function readsState(
  { condition }: InvariantDeclaration,
  { definitions }: Pick<ModuleIndex, 'definitions'>,
): boolean {
  const seen = new Set<string>();
  const left = [condition];
  for (let expr = left.pop(); expr; expr = left.pop()) {
    const read = referencesOf(expr);
    if (read.accumulators.size > 0) return true;
    for (const id of read.definitions) {
      const body = seen.has(id) ? undefined : definitions.get(id)?.body;
      seen.add(id);
      if (body) left.push(body);
    }
  }
  return false;
}
