import type { Diagnostic } from '@tiaoli/base';
import type { TiaoliAstType } from '../generated/ast.ts';
import type { LinkedFile } from '../link-documents.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';

/** What a check looks at. The nodes of the file are walked once for all checks. */
export interface CheckContext {
  readonly document: TiaoliDocument;
  readonly scope: DocumentScope;
  readonly linked: LinkedFile;
  /** Every open file, by path. */
  readonly all: ReadonlyMap<string, LinkedFile>;
  /** The nodes of one type in the file, in order of the text. */
  nodes<Type extends keyof TiaoliAstType>(type: Type): readonly TiaoliAstType[Type][];
}

/** One rule: reads, and returns what it finds. */
export type Check = (context: CheckContext) => readonly Diagnostic[];
