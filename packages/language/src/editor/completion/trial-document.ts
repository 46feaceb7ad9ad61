import type { IToken } from 'chevrotain';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { File } from '../../generated/ast.ts';
import type { LinkedFile } from '../../link-documents.ts';
import { createScope } from '../../references/create-scope.ts';
import { collectNames } from '../../references/declared-names.ts';
import type { DocumentScope } from '../../references/document-scope.ts';
import type { SourceParser } from '../../syntax/parser.ts';
import type { LinkedFiles } from '../symbols.ts';
import type { CursorContext } from './cursor-context.ts';

/** The open statements alone, with a word of ours at the cursor: where it ends up says what is expected there. */
export interface Trial {
  readonly scope: DocumentScope;
  /** The node that holds the word, and as which property; absent when the parser gave it up. */
  readonly hole?: { readonly node: AstNode; readonly property: string };
}

/** A name that nobody writes. */
const WORD = '此处待写';

const closers: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/**
 * Parses and links the open statements as if they were a document that rests on the one at hand: names, types and
 * expectations are those of the language itself, and a large document costs no more than a small one.
 */
export function tryCursor(
  { heads, statement, isQuoted }: CursorContext,
  linked: LinkedFile,
  files: LinkedFiles,
  parser: SourceParser,
): Trial {
  const before = [...heads.flat(), ...statement];
  const words = before.map(({ image }) => image || ';');
  const word = isQuoted ? `「${WORD}」` : WORD;
  for (const follower of followers) {
    const text = [...words, word, follower, ...closing(before)].join(' ');
    const trial = readTrial(parser.parse(text).ast, linked, files);
    if (trial.hole) return trial;
  }
  return { scope: linked.document.scope };
}

/** What may have to stand behind a name for the parser to take it: a fact, a value, a part of a sum, a payer. */
const followers: readonly string[] = ['', '：', '= 1', '其余'];

function readTrial(ast: File, linked: LinkedFile, files: LinkedFiles): Trial {
  const { header } = linked.open;
  const names = collectNames(ast, header.id, (citation) => linked.registry.find(citation));
  const scope = createScope(
    names,
    [linked.names, ...linked.basisNames],
    (root) => [...files.values()].find(({ document }) => document.file === root)?.document.scope,
  );
  const hole = AstUtils.streamAst(ast).flatMap(holesOf).head();
  return { scope, ...(hole && { hole }) };
}

/** What closes all that is open, innermost first. */
function closing(tokens: readonly IToken[]): readonly string[] {
  const open: string[] = [];
  for (const { tokenType } of tokens) {
    const closer = closers[tokenType.name];
    if (closer !== undefined) open.unshift(closer);
    else if (tokenType.name === open[0]) open.shift();
  }
  return open;
}

function holesOf(node: AstNode): readonly { node: AstNode; property: string }[] {
  return Object.entries(node).flatMap(([property, value]) => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some(isWord) && !property.startsWith('$') ? [{ node, property }] : [];
  });
}

function isWord(value: unknown): boolean {
  if (typeof value === 'string') return value.replace(/^(?:条|article)?\s*「?|」$/g, '') === WORD;
  return (
    typeof value === 'object' && value !== null && '$refText' in value && value.$refText === WORD
  );
}
