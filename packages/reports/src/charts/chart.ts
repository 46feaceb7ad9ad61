/** A chart as plain data: what is drawn, and what is read beside it. Numbers are for lengths only; texts are exact. */
export type Chart =
  | WaterfallChart
  | BarsChart
  | PairsChart
  | SharesChart
  | RangesChart
  | CurveChart;

interface AnyChart {
  readonly title: string;
  /** What is said instead of the picture. */
  readonly description: string;
  /** Stands beside the title: axes have numbers alone. */
  readonly unit: string;
}

/** One number that is drawn. */
export interface Mark {
  readonly name: string;
  readonly value: number;
  /** With its unit. */
  readonly text: string;
  /** Half of the 95% interval. */
  readonly half?: number;
}

/** Steps one on top of the other, and where they lead. */
export interface WaterfallChart extends AnyChart {
  readonly kind: 'waterfall';
  readonly steps: readonly (Mark & { readonly role: 'step' | 'interaction' | 'total' })[];
}

/** More to the right, less to the left, with intervals. */
export interface BarsChart extends AnyChart {
  readonly kind: 'bars';
  readonly bars: readonly Mark[];
}

/** Before and after beside each other. */
export interface PairsChart extends AnyChart {
  readonly kind: 'pairs';
  readonly series: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly values: readonly [number, number];
    readonly texts: readonly [string, string];
  }[];
  /** Amounts of very different sizes: a logarithmic scale, on which nothing is zero. */
  readonly isLogarithmic?: true;
}

/** Parts of a whole, row by row; from the least to the most. */
export interface SharesChart extends AnyChart {
  readonly kind: 'shares';
  readonly parts: readonly { readonly name: string; readonly tone: Tone }[];
  readonly rows: readonly {
    readonly name: string;
    readonly shares: readonly number[];
    readonly texts: readonly string[];
  }[];
}

export type Tone = 'less-3' | 'less-2' | 'less-1' | 'same' | 'more-1' | 'more-2' | 'more-3';

/** From low to high, around what is. */
export interface RangesChart extends AnyChart {
  readonly kind: 'ranges';
  readonly centre: Mark;
  readonly rows: readonly { readonly name: string; readonly low: Mark; readonly high: Mark }[];
}

/** One number over another, with the proposed point marked. */
export interface CurveChart extends AnyChart {
  readonly kind: 'curve';
  readonly across: string;
  readonly points: readonly (Mark & { readonly at: number })[];
  readonly marked?: number;
  readonly target?: Mark;
}
