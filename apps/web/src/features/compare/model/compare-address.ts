/** What the address of the page says: a link shows the same. */
export interface CompareAddress {
  /** `ID`, `ID@VERSION` or a path. */
  readonly old?: string;
  readonly new?: string;
  /** What the new side is meant to change. */
  readonly intent?: string;
  readonly view: CompareView;
  /** In the view of the impact: who is run, and the run that is shown. */
  readonly population?: string;
  readonly run?: string;
}

export const compareViews = ['behaviour', 'structure', 'text', 'conformance', 'impact'] as const;
export type CompareView = (typeof compareViews)[number];

/** Both sides are named. */
export interface ComparedPair {
  readonly old: string;
  readonly new: string;
}

/** With what the new side is meant to change, where that was said. */
export interface IntendedPair extends ComparedPair {
  readonly intent?: string;
}

export function readAddress(search: URLSearchParams): CompareAddress {
  const asked = search.get('view');
  const textOf = (name: 'old' | 'new' | 'intent' | 'population' | 'run') => {
    const text = search.get(name)?.trim() ?? '';
    return text === '' ? {} : { [name]: text };
  };
  return {
    ...textOf('old'),
    ...textOf('new'),
    ...textOf('intent'),
    ...textOf('population'),
    ...textOf('run'),
    view: compareViews.find((view) => view === asked) ?? 'behaviour',
  };
}

/** The address of the page; the view of results is the one that needs no name. */
export function compareHref({ view, ...sides }: CompareAddress): string {
  const parts = [
    ...Object.entries(sides),
    ...(view === 'behaviour' ? [] : [['view', view] as const]),
  ];
  const search = new URLSearchParams(parts.flatMap(([name, text]) => (text ? [[name, text]] : [])));
  return search.size === 0 ? '/compare' : `/compare?${search}`;
}

/** Undefined as long as a side is missing. */
export function pairOf({ old, new: now }: CompareAddress): ComparedPair | undefined {
  return old === undefined || now === undefined ? undefined : { old, new: now };
}
