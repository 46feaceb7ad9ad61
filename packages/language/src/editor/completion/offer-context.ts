import type { AstNode } from 'langium';
import type { LinkedFile } from '../../link-documents.ts';
import type { Declared, DeclaredKind } from '../../references/declared.ts';
import { printName } from '../../syntax/names.ts';
import type { KeywordLanguage } from '../../syntax/spellings.ts';
import type { SymbolKind } from '../symbol.ts';
import type { LinkedFiles } from '../symbols.ts';
import type { Completion } from './completion.ts';
import { sameText } from './completion.ts';
import type { Trial } from './trial-document.ts';

/** What an offer of names looks at. */
export interface OfferContext {
  readonly linked: LinkedFile;
  readonly files: LinkedFiles;
  readonly trial: Trial;
  /** The keyword language of the file: names of the language itself are spelled in it. */
  readonly language: KeywordLanguage;
  /** Titles of documents by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** The cursor stands inside 「: the name alone is written. */
  readonly isQuoted: boolean;
  /** Nothing is complete yet in the block around the cursor. */
  readonly isFirstStatement: boolean;
}

/** How well a name fits; undefined for one that may not stand here. */
export type Rank = (declared: Declared) => number | undefined;

/** Every visible name of these kinds that has a rank. */
export function offerDeclared(
  kinds: readonly DeclaredKind[],
  context: OfferContext,
  rank: Rank = () => 0,
): readonly Completion[] {
  return kinds.flatMap((kind) =>
    declarations(kind, context).flatMap((declared) => {
      const fit = rank(declared);
      return fit === undefined ? [] : [completionOf(declared, fit, context)];
    }),
  );
}

/** Without the half-typed statement itself, which may declare a name, too. */
export function declarations(kind: DeclaredKind, { linked }: OfferContext): readonly Declared[] {
  return linked.document.scope.declarations(kind) as unknown as readonly Declared[];
}

export function completionOf(declared: Declared, rank: number, context: OfferContext): Completion {
  const { kind, name, alias, document } = declared;
  const isElsewhere = document !== context.linked.document.id;
  const title = isElsewhere ? context.titles.get(document) : undefined;
  return {
    kind,
    label: name,
    ...(alias !== undefined && { alias }),
    insert: insertOf(name, context),
    detail: sameText(typeText(declared)),
    ...(title !== undefined && { document: title }),
    rank,
  };
}

export function insertOf(name: string, { isQuoted }: OfferContext): string {
  return isQuoted ? name : printName(name);
}

/** The declared type as written, of an input with its entity; of a layer who pays. */
export function typeText({ entity, nodes }: Declared): string {
  const [node] = nodes;
  const type = (node as { readonly type?: AstNode }).type?.$cstNode?.text ?? '';
  const payer =
    node.$type === 'Layer'
      ? node.slots.find((slot) => slot.$type === 'PayerSlot')?.payer?.$refText
      : undefined;
  const words = [entity, type.replace(/\s+/g, ' '), payer];
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}

/** A name without a declaration of its own kind. */
export function named(
  kind: SymbolKind,
  label: string,
  detail: string,
  context: OfferContext,
  rank = 0,
): Completion {
  return { kind, label, insert: insertOf(label, context), detail: sameText(detail), rank };
}
