/** What a reader calls a document by. */
export interface DocumentName {
  readonly path: string;
  readonly title: string;
  readonly id?: string | undefined;
}

const title = /^[ \t\u3000]*(?:文件|document)[ \t\u3000]*(?:「([^」\n]*)」|["“]([^"”\n]*)["”])/m;
const id = /^[ \t\u3000]*(?:标识|id)[ \t\u3000]+([\p{L}\p{N}_.-]+)/mu;

/** Read from the text as it stands, so that a document that cannot be parsed has a name too. */
export function documentName(path: string, text: string): DocumentName {
  const found = title.exec(text);
  const name = found?.[1] ?? found?.[2];
  return { path, title: name || fileName(path), id: id.exec(text)?.[1] };
}

export function fileName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.tiaoli$/, '');
}

export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** The language of the keywords, by the first word of the text. */
export function keywordLanguage(text: string): 'zh' | 'en' {
  const [, word = ''] = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*(\p{L}+)/u.exec(text) ?? [];
  return /^\p{Script=Latin}+$/u.test(word) ? 'en' : 'zh';
}

/** The documents that a search finds: each of its words stands in the title, the id or the path. Those by title come first. */
export function findDocuments(
  all: readonly DocumentName[],
  search: string,
): readonly DocumentName[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  const places = (each: DocumentName): readonly string[] =>
    [each.title, each.id ?? '', each.path].map((text) => text.toLowerCase());
  const rank = (each: DocumentName): number => {
    const found = words.map((word) => places(each).findIndex((text) => text.includes(word)));
    return found.includes(-1) ? -1 : Math.max(...found);
  };
  return all
    .map((each) => ({ each, at: rank(each) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
