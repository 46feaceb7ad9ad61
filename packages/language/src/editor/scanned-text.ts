import type { IToken, TokenType } from 'chevrotain';
import type { LinkedFile, OpenFile } from '../link-documents.ts';
import { scan } from '../syntax/scanner/scan.ts';

/** The tokens of a text, as the scanner reads it: there even where the parser finds no statement. */
export interface ScannedText {
  readonly text: string;
  readonly tokens: readonly IToken[];
  /** Comments. */
  readonly hidden: readonly IToken[];
}

const probes = new Map<string, TokenType>();

/** Token types that only carry their name; one object per name, because the scanner asks for each token. */
const probeTypes = new Proxy<Record<string, TokenType>>(
  {},
  {
    get: (_, key) => {
      const name = String(key);
      const known = probes.get(name) ?? { name, tokenTypeIdx: 0 };
      probes.set(name, known);
      return known;
    },
  },
);

const known = new WeakMap<OpenFile, ScannedText>();

/** The tokens of a file, kept while its text does not change. */
export function scannedFile({ open }: LinkedFile): ScannedText {
  const found = known.get(open) ?? scanText(open.text);
  known.set(open, found);
  return found;
}

/** The tokens of any text. The `;` that a brace implies stand nowhere, and are left out unless asked for. */
export function scanText(
  text: string,
  { implied }: { readonly implied: boolean } = { implied: false },
): ScannedText {
  const { tokens, hidden } = scan(text, probeTypes);
  return { text, tokens: implied ? tokens : tokens.filter(({ image }) => image !== ''), hidden };
}
