/** How documents are called: by URI to the editor, by path in the workspace. */
export interface DocumentPaths {
  /**
   * `tiaoli:///policies/甲.tiaoli` and a file below the folder of the workspace are relative (`policies/甲.tiaoli`), other
   * files absolute; a URI of another scheme is its own path.
   */
  pathOf(uri: string): string;
  /** The editor's own spelling where it has named the document, else one that every editor understands. */
  uriOf(path: string): string;
  /** Keeps the spelling of a URI that the editor uses; gives its path. */
  remember(uri: string): string;
  /** Keeps a spelling for as long as the editor has not used another; gives its path. */
  note(uri: string): string;
}

/** @param folder URI of the folder of the workspace; without it, relative paths are `tiaoli:` URIs */
export function createDocumentPaths(folder?: string): DocumentPaths {
  const spellings = new Map<string, string>();
  const root = folder === undefined ? undefined : partsOf(folder);
  const above = root?.scheme === 'file' ? `${root.path.replace(/\/+$/, '')}/` : undefined;
  const pathOf = (uri: string): string => {
    const { scheme, path } = partsOf(uri);
    if (scheme === 'tiaoli') return path.replace(/^\/+/, '');
    if (scheme !== 'file') return decoded(uri);
    // Two slashes at the start would make an authority of the first folder.
    const full = path.replace(/^\/{2,}/, '/');
    return above !== undefined && full.startsWith(above) ? full.slice(above.length) : full;
  };
  return {
    pathOf,
    uriOf: (path) => spellings.get(path) ?? spelled(path, above),
    remember: (uri) => {
      const path = pathOf(uri);
      spellings.set(path, uri);
      return path;
    },
    note: (uri) => {
      const path = pathOf(uri);
      if (!spellings.has(path)) spellings.set(path, uri);
      return path;
    },
  };
}

function spelled(path: string, above: string | undefined): string {
  if (path.startsWith('/')) return `file://${encodePath(path)}`;
  if (above !== undefined) return `file://${encodePath(above + path)}`;
  return `tiaoli:///${encodePath(path)}`;
}

/** Scheme in small letters, and the decoded path; the authority belongs to the path of a file on another machine. */
function partsOf(uri: string): { readonly scheme: string; readonly path: string } {
  const [, scheme = '', authority = '', path = ''] =
    /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/.exec(uri) ?? [];
  const isElsewhere = authority !== '' && authority !== 'localhost';
  return {
    scheme: scheme.toLowerCase(),
    path: decoded(isElsewhere ? `/${authority}${path}` : path),
  };
}

/** Percent signs that encode nothing stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** Half a surrogate pair has no encoding; U+FFFD stands for it. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}
