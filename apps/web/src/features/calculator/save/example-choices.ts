import type { SettledJson } from '../model/settled-json.ts';

/** A result that an example may expect. */
export interface ExpectChoice {
  readonly name: string;
  /** Chosen unless told otherwise: what each layer pays, and what is left to the person. */
  readonly byDefault: boolean;
}

/** The results of a case that have a value and a name of the document's own. */
export function expectChoices({
  result: { outputs },
  ladders,
}: SettledJson): readonly ExpectChoice[] {
  const layers = new Set(ladders.flatMap((each) => each.layers.map(({ name }) => name)));
  return Object.entries(outputs)
    .filter(([name, { status }]) => status === 'value' && !/^[a-z_]+$|\//.test(name))
    .map(([name, { field }]) => ({
      name,
      byDefault: layers.has(name) || field === 'psn_part_amt',
    }));
}

/** `2023-03-01 起 4 笔结算，个人负担 55,000.00 元` in short: a name that tells the case from others. */
export function suggestedName(
  { result: { claims }, ladders }: SettledJson,
  part: string | undefined,
): string {
  const [first] = ladders;
  const when = first ? first.on : '';
  const many = claims.length > 1 ? `起${claims.length}笔结算` : '结算';
  return part === undefined ? `${when}${many}` : `${when}${many}，个人负担${part}元`;
}
