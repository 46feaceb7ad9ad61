import type { TextLanguage } from '@tiaoli/base';
import type { Chart } from './charts/chart.ts';
import type { Table } from './table/table.ts';

/** What a run says, in one language, in the order in which it is read; whoever prints it. */
export interface ImpactReport {
  readonly language: TextLanguage;
  readonly title: string;
  /** `合成数据` where the population is synthetic: it stands on every export. */
  readonly watermark?: string;
  /** What must be known before any figure: synthetic data, values that no source gives. */
  readonly warnings: readonly string[];
  /** Population, versions, the run. */
  readonly identity: readonly Fact[];
  readonly reforms: readonly ReformReport[];
  readonly method: Section;
}

export interface Fact {
  readonly name: string;
  readonly text: string;
}

/** What one reform does. */
export interface ReformReport {
  /** `reform-1` … */
  readonly scenario: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** The same in both languages and in every run. */
  readonly id: string;
  /** A sentence with its number. */
  readonly title: string;
  /** Figures that are looked for first. */
  readonly tiles?: readonly Tile[];
  readonly lines: readonly string[];
  readonly figures: readonly Figure[];
}

export interface Tile {
  readonly name: string;
  readonly text: string;
  /** How sure it is, or of what it is a part; empty where there is nothing to say. */
  readonly note: string;
}

/** A chart with the table that says the same, or a table by itself. */
export interface Figure {
  readonly chart?: Chart;
  readonly table: Table;
}
