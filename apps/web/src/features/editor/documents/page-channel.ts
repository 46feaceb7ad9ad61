/** What the pages of one browser tell each other about the documents they have open. */
type PageMessage =
  | { readonly kind: 'opened' | 'closed' | 'here'; readonly path: string; readonly page: string }
  | { readonly kind: 'saved'; readonly path: string; readonly page: string };

export interface PageChannel {
  /** The name of this page, another one with each load. */
  readonly page: string;
  /** Tells that this page has the document open; resolves to the other pages that have it open too. */
  open(path: string): Promise<ReadonlySet<string>>;
  close(path: string): void;
  saved(path: string): void;
}

export interface PageListener {
  /** Whether other pages have the document open. */
  readonly onElsewhere: (path: string, isElsewhere: boolean) => void;
  readonly onSaved: (path: string) => void;
}

/** Pages that live answer at once, unless the machine is very busy. */
const ANSWER_MS = 250;

export function openPageChannel({ onElsewhere, onSaved }: PageListener): PageChannel {
  const page = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const channel = new BroadcastChannel('tiaoli-editor');
  const own = new Set<string>();
  const others = new Map<string, Set<string>>();
  const othersOf = (path: string): Set<string> => {
    const known = others.get(path) ?? new Set<string>();
    others.set(path, known);
    return known;
  };
  const post = (message: PageMessage): void => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<PageMessage>) => {
    const { kind, path } = data;
    if (kind === 'saved') return onSaved(path);
    if (kind === 'closed') othersOf(path).delete(data.page);
    else othersOf(path).add(data.page);
    if (!own.has(path)) return;
    if (kind === 'opened') post({ kind: 'here', path, page });
    onElsewhere(path, othersOf(path).size > 0);
  };
  addEventListener('pagehide', () => {
    for (const path of own) post({ kind: 'closed', path, page });
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    for (const path of own) post({ kind: 'opened', path, page });
  });
  return {
    page,
    open: async (path) => {
      own.add(path);
      post({ kind: 'opened', path, page });
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return othersOf(path);
    },
    close: (path) => {
      own.delete(path);
      post({ kind: 'closed', path, page });
    },
    saved: (path) => post({ kind: 'saved', path, page }),
  };
}
