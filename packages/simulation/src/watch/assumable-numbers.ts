import { settableNames, settableValues } from '@tiaoli/diff';
import type { Scenario } from '../run/scenario.ts';

/** A number of an early-warning list that can be assumed. */
export interface AssumableNumber {
  readonly name: string;
  readonly unit: 'money' | 'rate' | 'integer';
  /** Nobody published it. */
  readonly isUnknown: boolean;
}

/** Numbers that stand by themselves in the documents of lists, in their order, each name once. */
export function assumableNumbers(lists: readonly Scenario[]): readonly AssumableNumber[] {
  const found = lists.flatMap((list) =>
    list.edited ? numbersOf(list.edited, list.program.document) : [],
  );
  return [...new Map(found.map((each) => [each.name, each])).values()];
}

function numbersOf(
  edited: NonNullable<Scenario['edited']>,
  document: string,
): readonly AssumableNumber[] {
  const own = new Set(
    edited.module.declarations.flatMap((each) =>
      each.kind === 'parameter' && each.document === document ? [each.name] : [],
    ),
  );
  return settableNames(edited)
    .filter((name) => own.has(name))
    .flatMap((name) => {
      const [value, ...others] = settableValues(edited, name);
      if (!value || others.length > 0) return [];
      const { kind } = value.type;
      const isNumber = kind === 'money' || kind === 'rate' || kind === 'integer';
      return isNumber ? [{ name, unit: kind, isUnknown: value.current === undefined }] : [];
    });
}
