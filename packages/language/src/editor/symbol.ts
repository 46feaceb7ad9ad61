import type { Span } from '@tiaoli/base';
import type { DeclaredKind } from '../references/declared.ts';

/** What an editor tells apart; `parameter` is 参数 and 表, `builtin` a name of the language itself. */
export type SymbolKind =
  | DeclaredKind
  | 'member'
  | 'column'
  | 'label'
  | 'clause'
  | 'document'
  | 'example'
  | 'place'
  | 'builtin';

/** One name in a text, and what it means. */
export interface NameUse {
  readonly kind: SymbolKind;
  /** Tells one thing from every other of its kind, over all files. */
  readonly id: string;
  /** The name as declared; of a document its title. */
  readonly name: string;
  /** `alias` is the text of a 别名 where it is declared. */
  readonly role: 'declaration' | 'alias' | 'reference';
  /** As it is written here, without quotes: the name, its 别名, or for a document one of the ways to cite it. */
  readonly written: string;
  /** Where the name itself stands, without its quotes. */
  readonly span: Span;
  /** The quotes around it. */
  readonly quotes: '' | '「」' | '""';
  readonly use: NameUsage;
}

/** In what a name stands: a value that is calculated, 确定, 授权, 特别规定, an example, or anything else. */
export type NameUsage = 'value' | 'determine' | 'delegate' | 'derogate' | 'example' | 'other';

/** A thing that has a name: what it is and where it is declared. */
export interface EditorSymbol {
  readonly kind: SymbolKind;
  readonly id: string;
  readonly name: string;
  /** 别名. */
  readonly alias?: string;
  /** Id of the document that declares it; absent for names of the language. */
  readonly document?: string;
  /** Every declaring node, versions and additions included; empty for names of the language. */
  readonly declarations: readonly DeclarationPlace[];
}

export interface DeclarationPlace {
  /** The name alone, without quotes. */
  readonly name: Span;
  /** The whole statement. */
  readonly whole: Span;
}
