import { parseRational } from '@tiaoli/base';
import type { WhatIf } from './read-whatif.ts';

/** What a kept run was asked, to be asked again. */
export interface AskedAgain {
  readonly whatIf: Omit<WhatIf, 'accounts'>;
  /** SHA-256 of the accounts of the cities, where some were given: only who has them can give them again. */
  readonly accounts?: string;
}

/** From `RunOptions.whatIf`, as `askedTexts` writes it. */
export function askedAgain(asked: readonly string[]): AskedAgain {
  const of = (word: string): readonly string[] =>
    asked.filter((each) => each.startsWith(`${word} `)).map((each) => each.slice(word.length + 1));
  const [solve] = of('solve');
  const [accounts] = of('funds');
  const [paid, covered] = of('adjustment').map((each) => parseRational(each));
  const at = solve?.lastIndexOf(' ') ?? -1;
  const whatIf = {
    ...(asked.includes('sensitivity') && { sensitivity: true }),
    ...(of('sweep').length > 0 && { sweeps: of('sweep') }),
    ...(paid && covered && { adjustment: { paid, covered } }),
    ...(solve !== undefined && {
      solve: { parameter: solve.slice(0, at), target: solve.slice(at + 1) },
    }),
  };
  return { whatIf, ...(accounts !== undefined && { accounts }) };
}
