import type { Diagnostic, LocalText, Share } from '@tiaoli/base';
import type { CellState } from './classify-cells.ts';

/** Every parameter of a province against every city of it, as they are on one day. */
export interface UnificationMatrix {
  readonly province: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly cities: readonly CityColumn[];
  readonly parameters: readonly ParameterRow[];
  /** Cells that are the same, of all cells. */
  readonly unified: Share;
  /** Files of the nation or the province with errors: what they would say has no row. */
  readonly leftOut: readonly string[];
  /** Files with errors that do not tell whose they are: any city may be missing them. */
  readonly unknownFiles: readonly string[];
}

export interface CityColumn {
  readonly city: string;
  readonly unified: Share;
  /** Files of the city with errors. */
  readonly filesWithErrors: readonly string[];
  /** Parameters that the city declares itself, which no province has to compare with. */
  readonly ownParameters: readonly string[];
}

export interface ParameterRow {
  readonly id: string;
  readonly name: string;
  /** 文号 or 《title》 of the document of the province. */
  readonly document: string;
  readonly province: MatrixValue;
  /** What the cities may decide; absent where they may not. */
  readonly bounds?: LocalText;
  /** Where the province says so. */
  readonly clause: CitedText;
  readonly cells: readonly MatrixCell[];
  /** The worst of its cells. */
  readonly state: CellState;
  readonly unified: Share;
}

export interface MatrixCell {
  readonly city: string;
  readonly state: CellState;
  /** The city set it itself; otherwise what the province says holds there. */
  readonly isOwn: boolean;
  readonly value: MatrixValue;
  /** Where the city says so. */
  readonly clause?: CitedText;
  /** Why it is out of bounds. */
  readonly findings: readonly Diagnostic[];
}

export interface MatrixValue {
  /** In one line: `70%`, `特困人员 100%；其余 70%`, `未见`. */
  readonly text: LocalText;
  readonly points: readonly MatrixPoint[];
  /** Invented, or worked out from what is (示例): nobody's policy. */
  readonly isIllustrative: boolean;
}

/** One cell of a table; a parameter without dimensions has one, whose label is empty. */
export interface MatrixPoint {
  readonly label: string;
  readonly text: LocalText;
  /** Amounts in yuan and rates per one as decimal strings; absent where it is open or no single value. */
  readonly value?: string;
}

/** A clause with what it says and where that was read. */
export interface CitedText {
  /** `鲁政办发〔2022〕12号 条「重点救助对象」` */
  readonly clause: string;
  readonly file: string;
  readonly line: number;
  /** Quoted sentences. */
  readonly text: readonly string[];
  /** 出处, a 转述 as a rule. */
  readonly source?: string;
  readonly grade?: string;
  readonly marks: readonly string[];
}
