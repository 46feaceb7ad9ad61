import type { AstNode, Reference } from 'langium';
import type { EnumerationExtension, Expression, File, Member } from '../generated/ast.ts';
import type { Inferred } from '../types/language-type.ts';
import type { Declared, DeclaredKind, DeclaredOf, NameSpace } from './declared.ts';
import type { Resolution } from './resolution.ts';

/** The names that one file declares, each with its versions. */
export interface DeclaredNames {
  /** Id of the document. */
  readonly document: string;
  readonly file: File;
  readonly all: readonly Declared[];
  /** By name and by 别名. */
  readonly byName: ReadonlyMap<string, readonly Declared[]>;
  /** Every name that the file mentions, to tell what nobody uses. */
  readonly mentioned: ReadonlySet<string>;
  /** The layers that stand in a 层序 of the file. */
  readonly inWaterfalls: ReadonlySet<string>;
  /** Members that the file adds to enumerations of other documents. */
  readonly extensions: readonly EnumerationExtension[];
}

/**
 * What the names of one document mean: its own names first, then those of the documents it rests on, nearest first.
 *
 * Answers are remembered; a scope lives until its document or one that it rests on changes.
 */
export interface DocumentScope {
  readonly own: DeclaredNames;
  readonly basis: readonly DeclaredNames[];
  /** The scope of the document in which `node` stands: this one, or that of a document below. */
  home(node: AstNode): DocumentScope;
  /** What `expression` (a name, a member, an index, a call) stands for. */
  resolve(expression: Expression): Resolution;
  /**
   * What a reference outside expressions stands for: a payer, a layer of a 层序, a key of a table … `node` holds it;
   * it may be left out for references of this document.
   */
  resolveReference(reference: Reference, node?: AstNode): Resolution;
  /** Type, 不适用 and constness of a value. Never throws: what was not understood is `unknown`. */
  typeOf(expression: Expression): Inferred;
  /** Every declaration of `name` that is visible, the document's own first. */
  lookup(name: string, space: NameSpace): readonly Declared[];
  /** Every visible declaration of a kind, one per name: an own one hides those below. */
  declarations<Kind extends DeclaredKind>(kind: Kind): readonly DeclaredOf<Kind>[];
  /** The visible enumeration of that id. */
  enumeration(id: string): DeclaredOf<'enumeration'> | undefined;
  /** The members of an enumeration with those that visible documents add, in order. */
  membersOf(enumeration: DeclaredOf<'enumeration'>): readonly Member[];
  /** Every visible name of a space, to suggest one for a slip. */
  names(space: NameSpace): readonly string[];
  /** The entities above `entity`, nearest first, without it. */
  entitiesAbove(entity: string): readonly string[];
  /** Name of the entity whose records are settled one after another (序): 结算. */
  readonly eventEntity: string | undefined;
}
