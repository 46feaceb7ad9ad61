import type { Accumulator, Program } from '@tiaoli/ir';
import { indexModule, typeOfExpr } from '@tiaoli/ir';
import type { Written } from './print-facts.ts';
import { joinWritten, printFactValue, written } from './print-facts.ts';

/** `[配偶, 糖尿病]`: the keys of a value as literals of the language, from their text in a state. */
export function printKeys({ by, name }: Accumulator, key: string, program: Program): Written {
  const index = indexModule(program);
  const texts = key.split('|');
  const what = { zh: `“${name}”是分别累计的`, en: `"${name}" was accumulated by keys` };
  const parts = by.map((expr, at): Written => {
    const type = typeOfExpr(expr, index)?.type;
    const text = texts[at];
    const isName = type?.kind === 'text' || type?.kind === 'enumeration';
    return isName && text !== undefined && texts.length === by.length
      ? printFactValue(text, type, name)
      : { kind: 'unsayable', what };
  });
  const joined = joinWritten(parts, ', ');
  return joined.kind === 'written' ? written(`[${joined.text}]`) : joined;
}
