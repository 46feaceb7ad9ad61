import type { LocalText } from '@tiaoli/base';
import type { Entry, ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';

/** The parts of a Word file by name, to be read as text. */
export interface WordPackage {
  readonly names: ReadonlySet<string>;
  /** Rejects where the part is damaged, or larger than a part may be. */
  readonly text: (name: string) => Promise<string>;
  readonly close: () => void;
}

/** What a document of an office keeps to, and a zip bomb does not. Bytes, but for `entries` and `ratio`. */
export const packageLimits = {
  file: 50 * 2 ** 20,
  entries: 5000,
  unpacked: 600 * 2 ** 20,
  /** Of one part that is read: the text, not the pictures. */
  part: 24 * 2 ** 20,
  ratio: 300,
} as const;

export type OpenedPackage =
  | { readonly kind: 'package'; readonly parts: WordPackage }
  | { readonly kind: 'too-large'; readonly what: LocalText }
  | { readonly kind: 'encrypted' | 'broken' };

/** Opens a zip archive within the limits. What an entry says of its size is held against what comes out of it. */
export async function openPackage(bytes: Uint8Array): Promise<OpenedPackage> {
  const zip = await opened(bytes);
  if (!zip) return { kind: 'broken' };
  const closed = (result: OpenedPackage): OpenedPackage => {
    zip.close();
    return result;
  };
  if (zip.entryCount > packageLimits.entries) {
    return closed({ kind: 'too-large', what: tooMany(zip.entryCount) });
  }
  const entries = await listed(zip);
  if (!entries) return closed({ kind: 'broken' });
  const all = [...entries.values()];
  if (all.some((entry) => entry.isEncrypted())) return closed({ kind: 'encrypted' });
  const unpacked = all.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > Math.min(packageLimits.unpacked, bytes.length * packageLimits.ratio)) {
    return closed({ kind: 'too-large', what: unpacksTo(unpacked, bytes.length) });
  }
  const parts: WordPackage = {
    names: new Set(entries.keys()),
    text: (name) => textOf(zip, entries.get(name)),
    close: () => zip.close(),
  };
  return { kind: 'package', parts };
}

function tooMany(count: number): LocalText {
  const { entries } = packageLimits;
  return {
    zh: `里面有 ${count} 个部件，最多 ${entries} 个`,
    en: `it has ${count} parts, and ${entries} is the most`,
  };
}

function unpacksTo(unpacked: number, packed: number): LocalText {
  const [large, small] = [unpacked, packed].map((bytes) => Math.ceil(bytes / 2 ** 20));
  return {
    zh: `${small} MB 的压缩包展开有 ${large} MB，不像一份文件`,
    en: `${small} MB unpack to ${large} MB, which is no document`,
  };
}

function opened(bytes: Uint8Array): Promise<ZipFile | undefined> {
  return new Promise((resolve) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, autoClose: false }, (error, zip) =>
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

async function textOf(zip: ZipFile, entry: Entry | undefined): Promise<string> {
  if (!entry) throw new Error('the part is missing');
  if (entry.uncompressedSize > packageLimits.part) throw new Error('the part is too large');
  const chunks: Buffer[] = [];
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    zip.openReadStream(entry, (error, found) => (error ? reject(error) : resolve(found)));
  });
  for await (const chunk of stream) chunks.push(chunk);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}
