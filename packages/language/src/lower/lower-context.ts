import type { LocalText, Span } from '@tiaoli/base';
import type { ClauseRef, DateRef, Declaration, Expr, ValueType } from '@tiaoli/ir';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Expression } from '../generated/ast.ts';
import type { Declared, DeclaredKind, DeclaredOf } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import type { Graph } from './graph.ts';

/** What one lowering collects, and what it knows of the whole closure. */
export interface LowerContext {
  readonly target: TiaoliDocument;
  /** Documents of the closure, the target first, one version each. */
  readonly documents: readonly TiaoliDocument[];
  readonly graph: Graph;
  readonly declarations: Declaration[];
  /** Constructs that cannot be lowered (yet); they block the module. */
  readonly refusals: Refusal[];
  /** `EntityDeclaration.id` by name: extensions of an entity share the id of its first declaration. */
  readonly entityIds: ReadonlyMap<string, string>;
  /** Definitions of 个人负担 and 现金 of the target's 层序. */
  readonly waterfallResults: ReadonlyMap<string, string>;
  /** Dimensions by which a lower level may split a parameter, by parameter id. */
  readonly splits: ReadonlyMap<string, readonly Split[]>;
  /** By layer id: the definition of what is left before it, in total and of what is in the policy. */
  readonly positions: ReadonlyMap<string, LayerPosition>;
  /** Every declared name with all its versions in the closure, by `KIND ID`. */
  readonly declared: ReadonlyMap<string, Declared>;
  /** Hashes of the catalogue files that were read, by path. */
  readonly catalogueHashes: ReadonlyMap<string, string>;
}

export interface Refusal {
  readonly message: LocalText;
  readonly span: Span;
}

export interface Split {
  readonly dimension: string;
  readonly key: Expr;
}

/** What is left of the waterfall's amounts when a layer's turn comes. */
export interface LayerPosition {
  readonly total: Expr;
  readonly inPolicy: Expr;
}

/**
 * Lowers a value; `expected` gives numbers without a unit their type.
 *
 * Handed down in the place, so that the files of `expressions/` need not import each other in a ring.
 */
export type LowerValue = (node: Expression, place: Place, expected?: ValueType) => Expr;

/** Where an expression stands: whose names it uses, which date governs it, what surrounds it. */
export interface Place {
  readonly context: LowerContext;
  readonly document: TiaoliDocument;
  readonly scope: DocumentScope;
  readonly lower: LowerValue;
  readonly clause?: ClauseRef;
  /** Date that chooses versions. */
  readonly governedBy: DateRef;
  /** Date that tells the insured year. */
  readonly yearBy: DateRef;
  /** Inside a 分担: the whole, and what is left. */
  readonly share?: { readonly whole: Expr; readonly left: Expr };
  /** Inside a layer that stands in a 层序. */
  readonly position?: LayerPosition;
  /** Inputs that are known to be given here, since a condition around says 有 (input ids). */
  readonly present?: ReadonlySet<string>;
  /** Whether facts of other people may be read: in the condition of 逐个. */
  readonly ownerFacts?: boolean;
  /** 不适用 of another layer counts as 0 here (bases, and totals of a 层序). */
  readonly zeroForAbsent?: boolean;
}

/** Notes that `node` cannot be lowered and gives an expression in its place; no module comes of it. */
export function refuse(place: Place, span: Span, message: LocalText): Expr {
  place.context.refusals.push({ message, span });
  return { kind: 'undetermined', type: { kind: 'money' }, cause: 'gap', reason: message.zh };
}

/** What the names written in `node` mean: those of the document in which it stands, wherever it is read from. */
export function scopeOf(node: AstNode, { context, scope }: Place): DocumentScope {
  const root = AstUtils.findRootNode(node);
  return context.documents.find(({ file }) => file === root)?.scope ?? scope;
}

/** A declared name with the versions that 修改 of other documents add to it. */
export function withAllVersions<Kind extends DeclaredKind>(
  declared: DeclaredOf<Kind>,
  { context }: Place,
): DeclaredOf<Kind> {
  const found = context.declared.get(`${declared.kind} ${declared.id}`);
  return (found as unknown as DeclaredOf<Kind> | undefined) ?? declared;
}

/** The entity whose records are settled one after another; the document's first entity where none is. */
export function eventEntityId({ context, document }: Pick<Place, 'context' | 'document'>): string {
  const name = document.scope.eventEntity;
  const [first = `${context.target.id}/文件`] = context.entityIds.values();
  return (name === undefined ? undefined : context.entityIds.get(name)) ?? first;
}

/** True for the document asked for and those that it rests on; the others only set values for them. */
export function isNear(document: TiaoliDocument, target: TiaoliDocument): boolean {
  return document === target || target.scope.basis.some((below) => below.file === document.file);
}
