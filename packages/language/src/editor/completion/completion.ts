import type { LocalText } from '@tiaoli/base';
import type { SymbolKind } from '../symbol.ts';

/** What may stand at a cursor. */
export interface Completion {
  /** `construct` is a whole statement with places to fill in; `value` a value of the language, such as a rounding. */
  readonly kind: SymbolKind | 'keyword' | 'construct' | 'value';
  /** The name or the keyword. */
  readonly label: string;
  /** 别名 of a name: typing it finds the name too. */
  readonly alias?: string;
  /** What to write: a name with 「」 where it needs them; of a construct a snippet with `${1:…}`. */
  readonly insert: string;
  /** Its type, or what it belongs to, as written in its document; what a construct is for. */
  readonly detail: LocalText;
  /** Title of the document that declares it, when that is another one. */
  readonly document?: string;
  /** 0 fits best; larger ones may stand here as well. */
  readonly rank: number;
}

/** The completions at a cursor and the stretch that each of them replaces, as UTF-16 offsets. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

export function sameText(text: string): LocalText {
  return { zh: text, en: text };
}
