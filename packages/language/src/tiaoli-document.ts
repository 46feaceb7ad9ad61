import type { DayNumber, Span } from '@tiaoli/base';
import type { JurisdictionLevel } from '@tiaoli/ir';
import type { File } from './generated/ast.ts';
import type { DocumentScope } from './references/document-scope.ts';

/** What the header of a document says. */
export interface DocumentHeader {
  readonly path: string;
  /** 标识, else 文号, else title. */
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly level: JurisdictionLevel;
  readonly place?: string;
  readonly parent?: string;
  readonly from?: DayNumber;
  readonly to?: DayNumber;
  /** Days inside its validity on which some statement changes, ascending. */
  readonly changes: readonly DayNumber[];
  readonly span: Span;
}

/** A parsed document with what its names mean: what lowering and checks work on. */
export interface TiaoliDocument {
  readonly id: string;
  readonly path: string;
  readonly file: File;
  readonly header: DocumentHeader;
  /** Ids of the documents that it rests on directly (依据, 据, 修改), as far as they were found. */
  readonly basis: readonly string[];
  readonly scope: DocumentScope;
}
