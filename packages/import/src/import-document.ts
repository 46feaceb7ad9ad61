import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { createFormatter, MOST_SOURCE_BYTES } from '@tiaoli/language';
import { findHeader } from './header/find-header.ts';
import { readHtml } from './html/read-html.ts';
import { report } from './messages.ts';
import { outlineOf } from './outline/outline.ts';
import type { Reading } from './reading.ts';
import { read, refused } from './reading.ts';
import { recognise } from './recognise.ts';
import type { ImportReport } from './report/import-report.ts';
import { blanksOf, countOutline } from './report/import-report.ts';
import { printSkeleton } from './skeleton/print-skeleton.ts';
import type { SourceDocument } from './source-document.ts';
import { decodeFile } from './text/decode.ts';
import { readText } from './text/read-text.ts';
import { readWord } from './word/read-word.ts';

/** A file as a skeleton in the language. */
export interface ImportedDocument {
  /** In canonical form; `tiaoli check` finds no error in it, and warns of its blanks. */
  readonly text: string;
  /** As the source gives it beyond doubt. */
  readonly title?: string;
  readonly report: ImportReport;
}

export type ImportOutcome =
  | { readonly kind: 'imported'; readonly value: ImportedDocument }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * A document of an office, in Word, HTML or text, as a skeleton: every sentence and every cell of it quoted, in its order
 * and under its number, marked 未编码. What it does not say of itself beyond doubt is left blank.
 *
 * @param name of the file: it tells apart what the bytes leave open, and names the document that has no title
 */
export async function importDocument(bytes: Uint8Array, name: string): Promise<ImportOutcome> {
  const source = await readSource(bytes, name);
  if (source.kind === 'refused') return { kind: 'refused', diagnostics: [source.diagnostic] };
  const { value } = source;
  const outline = outlineOf(value);
  if (outline.parts.length === 0) return refusedAs(report('import-empty', {}, fileSpan(name)));
  const header = findHeader(value);
  const printed = printSkeleton(header, outline, name);
  if (Buffer.byteLength(printed.text) > MOST_SOURCE_BYTES) return refusedAs(tooMuchText(name));
  const { text, diagnostics } = createFormatter().format({ path: name, text: printed.text });
  if (text === undefined) {
    throw new Error(`a skeleton that is not the language: ${JSON.stringify(diagnostics[0])}`);
  }
  if (Buffer.byteLength(text) > MOST_SOURCE_BYTES) return refusedAs(tooMuchText(name));
  return {
    kind: 'imported',
    value: {
      text,
      ...(header.title !== undefined && { title: header.title }),
      report: {
        ...countOutline(outline),
        footnotes: value.footnotes.length,
        blanks: blanksOf(header),
        notes: [...value.notes, ...outline.notes, ...printed.notes],
      },
    },
  };
}

function refusedAs(diagnostic: Diagnostic): ImportOutcome {
  return { kind: 'refused', diagnostics: [diagnostic] };
}

function tooMuchText(name: string): Diagnostic {
  const most = Math.floor(MOST_SOURCE_BYTES / 3 / 10_000);
  const what = {
    zh: `文字超过约 ${most} 万字，一份条例放不下`,
    en: `it has more than about ${most * 10_000} characters, more than one document holds`,
  };
  return report('import-too-large', { what }, fileSpan(name));
}

async function readSource(bytes: Uint8Array, name: string): Promise<Reading<SourceDocument>> {
  const format = recognise(bytes, name);
  if (typeof format === 'object') return refused(format);
  if (format === 'word') return readWord(bytes, name);
  const found = format === 'html' ? readPage(bytes) : decodeFile(bytes);
  if (found === undefined) return refused(report('import-not-text', {}, fileSpan(name)));
  return read('blocks' in found ? found : readText(found));
}

/** Undefined for what is no text, and for elements nested without end, which no reader can walk. */
function readPage(bytes: Uint8Array): SourceDocument | undefined {
  try {
    return readHtml(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
