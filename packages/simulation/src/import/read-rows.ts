import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { quoted } from '../columnar/quoted.ts';

/** The rows of a file as texts, empty ones too, so that they can be counted; the first with anything is the header. */
export type TextRows = AsyncIterable<readonly string[]>;

export type Encoding = 'utf-8' | 'gb18030';

/** UTF-8 where the file is, else GB18030, in which every national system can write; undefined: neither. */
export async function encodingOf(file: string): Promise<Encoding | undefined> {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await decodes(file, encoding)) return encoding;
  }
  return undefined;
}

async function decodes(file: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of createReadStream(file)) {
      if (decoder.decode(bytes as Uint8Array, { stream: true }).includes('\u0000')) return false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Rows of a CSV file; an empty line is a row with one empty cell. */
export async function* csvRows(file: string, encoding: Encoding): TextRows {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: false });
  Readable.from(textsOf(file, encoding)).pipe(parser);
  for await (const row of parser) yield row as readonly string[];
}

async function* textsOf(file: string, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(file)) {
    const text = decoder.decode(bytes as Uint8Array, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** Rows of Parquet files with the same columns, one after the other, as texts like those of a CSV file. */
export async function* parquetRows(
  connection: DuckDBConnection,
  files: readonly string[],
): TextRows {
  const query = `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet([${files.map(quoted).join(', ')}])`;
  const result = await connection.stream(query);
  yield result.columnNames();
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    for (const row of chunk.getRows()) yield row.map((cell) => (cell === null ? '' : String(cell)));
  }
}
