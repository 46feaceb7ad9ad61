/** Under which rules a case is settled: those of one day and place, or of each claim's own dates. */
export interface CalculatorTarget {
  readonly document: string;
  /** `YYYY-MM-DD` */
  readonly on?: string;
  readonly place?: string;
}

/** The page of a document. Facts of a case never stand in an address. */
export function pageAddress({ document, ...target }: CalculatorTarget): string {
  return `/calculator/${encodeURIComponent(document)}${query(target)}`;
}

/** Where its form, its answers and its examples come from. */
export function apiAddress({ document, ...target }: CalculatorTarget, part = ''): string {
  return `/api/calculator/${encodeURIComponent(document)}${part}${query(target)}`;
}

function query({ on, place }: Omit<CalculatorTarget, 'document'>): string {
  const search = new URLSearchParams({ ...(on && { on }), ...(place && { place }) });
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
