/** Direction controls, zero-width characters and other controls: the language allows none of them. */
const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[^\P{Cc}\t]/gu;

/** A text without what nobody sees, and whether there was any. */
export function withoutInvisible(text: string): { readonly text: string; readonly had: boolean } {
  const seen = text.replace(invisible, '').toWellFormed();
  return { text: seen, had: seen !== text };
}

/** A text between quotation marks that leave it as it is; several where no marks do. */
export function quoted(text: string): readonly string[] {
  if (!text.includes('"')) return [`"${text}"`];
  if (isBalanced(text, '“', '”')) return [`“${text}”`];
  if (!text.includes('＂')) return [`＂${text}＂`];
  // What no pair of marks holds is cut where the first mark stands in the way.
  const at = Math.max(1, text.indexOf('"'));
  return [...quoted(text.slice(0, at)), ...quoted(text.slice(at))];
}

function isBalanced(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const MOST_NAME = 60;

/** A text as the name of a clause, and whether it could stay as it is. */
export function clauseName(text: string): { readonly name: string; readonly isWhole: boolean } {
  const plain = text.replace(/[「」『』`‘’]/gu, '').trim();
  const name = plain.length > MOST_NAME ? `${[...plain].slice(0, MOST_NAME).join('')}…` : plain;
  return { name: name === '' ? '□' : name, isWhole: name === text };
}
