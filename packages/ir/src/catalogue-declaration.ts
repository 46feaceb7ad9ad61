import type { CataloguePart, CatalogueSchema } from './catalogue.ts';
import type { DeclarationBase } from './declaration-base.ts';

/** 目录: a table of rows that stand in a file beside the document. */
export interface CatalogueDeclaration extends DeclarationBase, CatalogueSchema {
  readonly kind: 'catalogue';
  /** In a Module its own rows; `bind` puts the changes that hold in the place before them, the nearest first. */
  readonly parts: readonly CataloguePart[];
}

/** 目录 … 增加, 目录 … 取消: what a lower document changes in a catalogue, for its own place. */
export interface CatalogueChangeDeclaration extends DeclarationBase {
  readonly kind: 'catalogue-change';
  readonly catalogue: string;
  readonly part: CataloguePart;
}
