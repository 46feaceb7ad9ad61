import type { Fence } from './read-handbook.ts';

/** A document that a page writes down piece by piece, with text between. */
export interface PageDocument {
  readonly pieces: readonly string[];
}

/** A piece that a page shows because it is wrong, behind the document that it would be added to. */
export interface WrongPiece {
  readonly code: string;
  readonly text: string;
}

export interface PageSources {
  readonly documents: readonly PageDocument[];
  readonly wrong: readonly WrongPiece[];
  /** Files beside the documents, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** A piece that begins a document; any other goes on with the one before. */
const head = /^(?:语言 1|language 1|文件「|document 「)/;

/** What the blocks of a page are when they are put together. */
export function sourcesOf(fences: readonly Fence[]): PageSources {
  const documents: { pieces: string[] }[] = [];
  const wrong: WrongPiece[] = [];
  const files = new Map<string, string>();
  for (const { info, text } of fences) {
    const [kind, ...rest] = info.split(' ');
    if (kind === 'csv') files.set(rest.join(' '), text);
    if (kind !== 'tiaoli') continue;
    if (rest[0] === 'wrong') {
      const before = head.test(text) ? [] : (documents.at(-1)?.pieces ?? []);
      wrong.push({ code: rest[1] ?? '', text: textOf({ pieces: [...before, text] }) });
    } else if (head.test(text)) documents.push({ pieces: [text] });
    else documents.at(-1)?.pieces.push(text);
  }
  return { documents, wrong, files };
}

/** The document as one text. */
export function textOf({ pieces }: PageDocument): string {
  return pieces.join('\n');
}
