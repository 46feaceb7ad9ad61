import { createFormatter } from '@tiaoli/language';
import type { PageDocument } from './page-documents.ts';

const formatter = createFormatter();

/** Stands between two pieces while they are one text; a comment goes through formatting as it is. */
const cut = '// ✂';

/**
 * The pieces of a document in canonical form, their keywords in the language asked for; throws where it does not parse.
 *
 * A piece keeps its indentation: it may begin within a block.
 */
export function formatPieces({ pieces }: PageDocument, keywords: 'zh' | 'en'): readonly string[] {
  const whole = pieces.map((piece) => piece.trimEnd()).join(`\n\n${cut}\n`);
  const { text, diagnostics } = formatter.format(
    { path: 'page.tiaoli', text: whole },
    { keywords },
  );
  if (text === undefined) throw new Error(`${diagnostics[0]?.message.zh}\n${whole}`);
  return text.split(/^ *\/\/ ✂\n/m).map((piece) => `${piece.replace(/^\n+/, '').trimEnd()}\n`);
}
