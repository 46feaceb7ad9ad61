import type { ExampleView } from '@tiaoli/language-server';

/** What a result was before the last change of the text. */
export interface NumberChange {
  readonly before: string;
  readonly after: string;
}

/** By example and result, see `changeKey`. */
export type NumberChanges = ReadonlyMap<string, NumberChange>;

/** Examples may bear one name twice by mistake; no name contains a line end. */
export function changeKey(example: string, result: string): string {
  return `${example}\n${result}`;
}

/** The results that are other ones than before; what was not there before has not changed. */
export function numberChanges(
  before: readonly ExampleView[],
  after: readonly ExampleView[],
): NumberChanges {
  const old = new Map(before.flatMap(actualsOf));
  const changed = after.flatMap(actualsOf).flatMap(([key, actual]) => {
    const last = old.get(key);
    return last === undefined || last === actual
      ? []
      : [[key, { before: last, after: actual }] as const];
  });
  return new Map(changed);
}

function actualsOf({ name, comparisons }: ExampleView): readonly (readonly [string, string])[] {
  return comparisons.map((each) => [changeKey(name, each.name), each.actual]);
}

export function passedCount(examples: readonly ExampleView[]): number {
  return examples.filter(({ passed }) => passed).length;
}
