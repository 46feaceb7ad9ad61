import type { LeafCstNode, RootCstNode } from 'langium';
import { CstUtils } from 'langium';
import { braceKind } from '../scanner/scan-mark.ts';

/** What stands between two `;`, or between a `;` and a brace: some tokens, and a block at the end of some statements. */
export interface Statement {
  readonly kind: 'statement';
  readonly tokens: readonly LeafCstNode[];
  readonly block?: Block;
  /** The source leaves a line free before it. */
  readonly isApart: boolean;
}

export interface Comment {
  readonly kind: 'comment';
  readonly text: string;
  readonly isApart: boolean;
  /** It stands on the line of what is before it. */
  readonly isTrailing: boolean;
}

export type Item = Statement | Comment;

export interface Block {
  readonly items: readonly Item[];
  readonly isOneLine: boolean;
}

interface Reader {
  readonly leaves: readonly LeafCstNode[];
  at: number;
}

/** The statements and comments of a parsed file. Precondition: it parsed without a finding. */
export function readItems(root: RootCstNode): readonly Item[] {
  const leaves = [...CstUtils.flattenCst(root)].filter((leaf) => leaf.text !== '');
  return readUntilClose({ leaves, at: 0 });
}

function readUntilClose(reader: Reader): Item[] {
  const items: Item[] = [];
  for (;;) {
    const leaf = reader.leaves[reader.at];
    if (!leaf || typeOf(leaf) === '}') return items;
    if (typeOf(leaf) === ';') reader.at += 1;
    else if (leaf.hidden) items.push(readComment(reader, leaf));
    else items.push(...readStatement(reader));
  }
}

function readComment(reader: Reader, leaf: LeafCstNode): Comment {
  const before = reader.leaves[reader.at - 1];
  const isTrailing = before?.range.end.line === leaf.range.start.line;
  reader.at += 1;
  return {
    kind: 'comment',
    text: leaf.text.trimEnd(),
    isApart: isApartFrom(before, leaf),
    isTrailing,
  };
}

/** One statement, and before it the comments that stood inside it. */
function readStatement(reader: Reader): Item[] {
  const first = reader.leaves[reader.at];
  const isApart = first !== undefined && isApartFrom(reader.leaves[reader.at - 1], first);
  const tokens: LeafCstNode[] = [];
  const comments: Comment[] = [];
  let setDepth = 0;
  let block: Block | undefined;
  for (;;) {
    const leaf = reader.leaves[reader.at];
    if (!leaf || typeOf(leaf) === ';' || (typeOf(leaf) === '}' && setDepth === 0)) break;
    if (typeOf(leaf) === '{' && opensBlock(tokens)) {
      block = readBlock(reader, leaf);
      break;
    }
    reader.at += 1;
    if (leaf.hidden) comments.push(inner(leaf, comments.length === 0 && isApart));
    else tokens.push(leaf);
    if (typeOf(leaf) === '{') setDepth += 1;
    else if (typeOf(leaf) === '}') setDepth -= 1;
    if (isEdition(tokens)) break;
  }
  const apart = isApart && comments.length === 0;
  const statement = { kind: 'statement' as const, tokens, isApart: apart };
  return [...comments, block ? { ...statement, block } : statement];
}

function readBlock(reader: Reader, opening: LeafCstNode): Block {
  reader.at += 1;
  const items = readUntilClose(reader);
  const closing = reader.leaves[reader.at];
  reader.at += 1;
  return { items, isOneLine: closing?.range.start.line === opening.range.start.line };
}

function opensBlock(tokens: readonly LeafCstNode[]): boolean {
  const previous = tokens.at(-1);
  return braceKind(previous ? typeOf(previous) : '') === 'block';
}

/** `语言 1` needs no `;` behind it. */
function isEdition([first, second]: readonly LeafCstNode[]): boolean {
  return first?.tokenType.name === 'language' && second?.tokenType.name === 'NUMBER';
}

function inner(leaf: LeafCstNode, isApart: boolean): Comment {
  return { kind: 'comment', text: leaf.text.trimEnd(), isApart, isTrailing: false };
}

function isApartFrom(before: LeafCstNode | undefined, leaf: LeafCstNode): boolean {
  return before !== undefined && leaf.range.start.line - before.range.end.line > 1;
}

function typeOf(leaf: LeafCstNode): string {
  return leaf.hidden ? 'COMMENT' : leaf.tokenType.name;
}
