import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { CatalogueSchema } from '@tiaoli/ir';
import type { MembersOf } from './column-builder.ts';
import { decodeText, hashOfText } from './decode-text.ts';
import type { LoadedRows } from './load-rows.ts';
import { loadRows } from './load-rows.ts';
import { report } from './messages.ts';

/** A file of rows as text, with the hash of that text; without a text the findings say why it is none. */
export interface CatalogueText {
  readonly text?: { readonly content: string; readonly hash: string };
  readonly findings: readonly Diagnostic[];
}

/** Decodes the bytes of a catalogue file. */
export async function readCatalogueText(path: string, bytes: Uint8Array): Promise<CatalogueText> {
  const decoded = decodeText(bytes);
  const span = fileSpan(path);
  if (decoded.kind === 'refused') {
    return { findings: [report('catalogue-encoding', { reason: decoded.reason }, span)] };
  }
  const { text: content, encoding } = decoded;
  const findings = encoding === 'gb18030' ? [report('catalogue-gb18030', {}, span)] : [];
  return { text: { content, hash: await hashOfText(content) }, findings };
}

/** The rows of a catalogue file by one schema. */
export function readCatalogueRows(
  { text, findings }: CatalogueText,
  schema: CatalogueSchema,
  place: { readonly path: string; readonly membersOf: MembersOf },
): LoadedRows {
  if (!text) return { findings };
  const loaded = loadRows(text.content, schema, place);
  return { ...loaded, findings: [...findings, ...loaded.findings] };
}
