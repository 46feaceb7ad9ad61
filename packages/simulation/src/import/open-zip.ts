import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { open } from 'yauzl';

/** The parts of a zip file, to be read as streams. */
export interface OpenedZip {
  readonly names: ReadonlySet<string>;
  readonly stream: (name: string) => Promise<Readable>;
  readonly close: () => void;
}

/** What a workbook of claims keeps to; a zip bomb does not. */
export const ZIP_LIMITS = {
  bytes: 128 * 2 ** 20,
  entries: 500,
  unpacked: 1.5 * 2 ** 30,
  ratio: 300,
} as const;

/**
 * Opens a zip file whose size, entries and ratio of compression are within the limits; undefined where they are not or it
 * is none. What an entry says of its size is held against what comes out of it while it is read.
 */
export async function openZip(path: string): Promise<OpenedZip | undefined> {
  const { size } = await stat(path);
  if (size > ZIP_LIMITS.bytes) return undefined;
  const zip = await opened(path);
  if (!zip) return undefined;
  const entries = zip.entryCount > ZIP_LIMITS.entries ? undefined : await listed(zip);
  const unpacked = [...(entries?.values() ?? [])].reduce(
    (sum, { uncompressedSize }) => sum + uncompressedSize,
    0,
  );
  if (!entries || unpacked > ZIP_LIMITS.unpacked || unpacked > size * ZIP_LIMITS.ratio) {
    zip.close();
    return undefined;
  }
  return {
    names: new Set(entries.keys()),
    stream: (name) => streamOf(zip, entries.get(name)),
    close: () => zip.close(),
  };
}

function opened(path: string): Promise<ZipFile | undefined> {
  return new Promise((resolve) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      resolve(error ? undefined : zip),
    );
  });
}

function listed(zip: ZipFile): Promise<ReadonlyMap<string, Entry> | undefined> {
  return new Promise((resolve) => {
    const entries = new Map<string, Entry>();
    zip.on('error', () => resolve(undefined));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function streamOf(zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (!entry) {
      reject(new Error('a part of the workbook is missing'));
      return;
    }
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
