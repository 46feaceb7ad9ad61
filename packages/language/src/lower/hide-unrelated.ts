import type { Declaration, Definition, Module } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';

/**
 * Makes steps of the results of other documents that nothing of this one reads.
 *
 * A common document splits every claim; a policy that starts behind critical illness neither shows that split nor asks
 * for its amounts. What stays a result: the document's own, its 层序 with the layers in it, outputs, and all they read.
 */
export function hideUnrelated(
  definitions: readonly Definition[],
  { document, declarations, outputs }: Pick<Module, 'document' | 'declarations' | 'outputs'>,
): readonly Definition[] {
  const byId = new Map(definitions.map((each) => [each.id, each]));
  const owners = new Map(declarations.map((each) => [each.id, each.document]));
  const defaults = new Map(
    declarations.flatMap((each) =>
      each.kind === 'input' && each.default ? [[each.id, each.default] as const] : [],
    ),
  );
  const related = new Set<string>();
  const definedIn = (documents: ReadonlySet<string | undefined>): readonly Definition[] =>
    definitions.filter(({ origin }) => documents.has(owners.get(origin.declaration)));
  const starts = [
    ...definedIn(new Set([document])).map(({ id }) => id),
    ...declarations.flatMap(orderedResults),
    ...outputs.map(({ definition }) => definition),
  ];
  const shows = starts.some((id) => byId.get(id)?.visibility === 'result');
  const open = shows ? starts : [...starts, ...definedIn(filledDocuments()).map(({ id }) => id)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (related.has(id)) continue;
    related.add(id);
    const body = byId.get(id)?.body ?? defaults.get(id);
    if (!body) continue;
    const read = referencesOf(body);
    open.push(...read.definitions, ...read.inputs);
  }
  return definitions.map((each) =>
    each.visibility === 'step' || related.has(each.id) ? each : { ...each, visibility: 'step' },
  );

  /** A document that only sets values shows what the documents do whose values it sets. */
  function filledDocuments(): ReadonlySet<string | undefined> {
    return new Set(
      declarations.flatMap((each) =>
        (each.kind === 'fill' || each.kind === 'derogation') && each.document === document
          ? [owners.get(each.parameter)]
          : [],
      ),
    );
  }

  function orderedResults(declaration: Declaration): readonly string[] {
    if (declaration.kind !== 'waterfall') return [];
    const layers = new Set(declaration.steps.flatMap((step) => step.layers));
    return declarations.flatMap((each) =>
      each.kind === 'layer' && layers.has(each.id) ? Object.values(each.results) : [],
    );
  }
}
