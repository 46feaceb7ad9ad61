import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { nodesOf } from '../ast-nodes.ts';
import type { Expression, NameReference } from '../generated/ast.ts';
import { isAllocation, isNameReference } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import type { Declared } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { Resolution } from '../references/resolution.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** No definition, parameter, part, layer or default rests on itself within a document; the cycle is named. */
export function checkCycles({ scope }: CheckContext): readonly Diagnostic[] {
  const own = new Map(scope.own.all.map((declared) => [declared.id, declared]));
  const edges = new Map<string, readonly string[]>();
  const readsOf = (declared: Declared): readonly string[] => {
    const known = edges.get(declared.id) ?? collectReads(declared, scope, own);
    edges.set(declared.id, known);
    return known;
  };
  const done = new Set<string>();
  return scope.own.all.flatMap((declared) => {
    const cycle = findCycle(declared, own, readsOf, done);
    return cycle ? [cycleFinding(cycle)] : [];
  });
}

/** A path from `start` back to itself; nodes known to be on no new cycle are in `done`. */
function findCycle(
  start: Declared,
  own: ReadonlyMap<string, Declared>,
  readsOf: (declared: Declared) => readonly string[],
  done: Set<string>,
): readonly Declared[] | undefined {
  const path: Declared[] = [];
  const onPath = new Set<string>();
  // Depth is bounded by a stack of our own: a chain of thousands of definitions is legal.
  const stack: { readonly declared: Declared; readonly next: Iterator<string> }[] = [];
  const enter = (declared: Declared): void => {
    path.push(declared);
    onPath.add(declared.id);
    stack.push({ declared, next: readsOf(declared)[Symbol.iterator]() });
  };
  if (!done.has(start.id)) enter(start);
  while (stack.length > 0) {
    const top = stack.at(-1);
    const step = top?.next.next();
    if (top === undefined || step === undefined || step.done) {
      stack.pop();
      path.pop();
      if (top) onPath.delete(top.declared.id);
      if (top) done.add(top.declared.id);
      continue;
    }
    if (onPath.has(step.value)) {
      for (const { id } of path) done.add(id);
      return path.slice(path.findIndex(({ id }) => id === step.value));
    }
    const read = own.get(step.value);
    if (read && !done.has(read.id)) enter(read);
  }
  return undefined;
}

function collectReads(
  declared: Declared,
  scope: DocumentScope,
  own: ReadonlyMap<string, Declared>,
): readonly string[] {
  if (declared.kind === 'accumulator' || declared.kind === 'enumeration') return [];
  if (declared.kind === 'entity' || declared.kind === 'waterfall') return [];
  const roots = declared.nodes.flatMap((node: AstNode): readonly AstNode[] => {
    const { $container } = node;
    return declared.kind === 'share-part' && isAllocation($container)
      ? [node, $container.whole]
      : [node];
  });
  const names = roots.flatMap((root) => nodesOf(root).filter(isNameReference));
  const ids = names.flatMap((name) => readId(scope.resolve(wholePath(name))) ?? []);
  return [...new Set(ids)].filter((id) => own.has(id));
}

/** `L.支付.本年` is one path; only the whole of it says what is read. */
function wholePath(name: NameReference): Expression {
  let path: Expression = name;
  while (path.$container.$type === 'MemberAccess' || path.$container.$type === 'IndexAccess') {
    if (path.$containerProperty !== 'of') break;
    path = path.$container as Expression;
  }
  return path;
}

/** What is read of the same claim; values from before the claim are no dependency. */
function readId(resolution: Resolution): string | undefined {
  switch (resolution.kind) {
    case 'parameter':
    case 'input':
    case 'definition':
    case 'share-part':
    case 'layer-result':
      return resolution.declared.id;
    default:
      return undefined;
  }
}

function cycleFinding(cycle: readonly Declared[]): Diagnostic {
  const [first, ...others] = cycle;
  const names = [...cycle, ...(first ? [first] : [])].map(({ name }) => name);
  const [node] = first?.nodes ?? [];
  const places = others.map(({ name, nodes }) =>
    related(spanOf(nodes[0]), `“${name}”在这里`, `“${name}” is here`),
  );
  return finding('cyclic-definition', spanOf(node as AstNode), { names }, places);
}
