import { printDate } from '@tiaoli/base';
import type { ExampleDeclaration, Module } from '@tiaoli/ir';
import { ofKind, vocabularyOf } from '@tiaoli/settlement';
import type { CaseJson } from '../case-of-example.ts';
import { caseOfExample } from '../case-of-example.ts';
import type { Policies } from '../open-policies.ts';
import type { DocumentReference } from '../resolve-reference.ts';

/** An 算例 that a form can be filled in with. */
export interface NamedCase {
  readonly name: string;
  /** Ids of published cases. */
  readonly published: readonly string[];
  readonly jurisdiction?: string;
  /** `YYYY-MM-DD` */
  readonly on?: string;
  readonly input: CaseJson;
}

/**
 * What the examples of a document give, those of published cases first; examples without a claim are left out, as are
 * those of files with errors.
 */
export function exampleCases(
  policies: Policies,
  { headers }: DocumentReference,
): readonly NamedCase[] {
  const cases = headers.flatMap(({ path, from }) => {
    const { module } = policies.lower(path);
    const own = ofKind(module?.declarations ?? [], 'example').filter(
      ({ span }) => span.file === path,
    );
    return own.flatMap((example): readonly NamedCase[] => {
      const given = caseOfExample(policies, path, example.name);
      if (!module || !given) return [];
      // An example without any day is of the first day of its file.
      const on = given.on ?? (hasDays(example, module) ? undefined : from);
      const { name, cases: published } = example;
      const { jurisdiction } = given;
      return [
        {
          name,
          published,
          ...(jurisdiction !== undefined && { jurisdiction }),
          ...(on !== undefined && { on: printDate(on) }),
          input: completed(given.input, module),
        },
      ];
    });
  });
  return cases.toSorted(
    (left, right) => Number(left.published.length === 0) - Number(right.published.length === 0),
  );
}

function hasDays({ events }: ExampleDeclaration, module: Module): boolean {
  const [day] = vocabularyOf(module)?.event.order ?? [];
  return events.every(({ record }) => record.fields.some(({ target }) => target === day));
}

/** An example is complete: a claim without records below it has none. */
function completed(input: CaseJson, module: Module): CaseJson {
  const below = vocabularyOf(module)?.below ?? [];
  const none = Object.fromEntries(below.map(({ name }) => [name, []]));
  const { claims } = input;
  if (!Array.isArray(claims)) return input;
  return { ...input, claims: claims.map((claim) => ({ ...none, ...claim })) };
}
