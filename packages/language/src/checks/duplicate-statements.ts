import type { Diagnostic, Span } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Article } from '../generated/ast.ts';
import { isAmendment, isArticle } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { versionFindings, versionOf } from './versions.ts';

/** A clause and an example are found by their name, a fill by its target: each stands once in a document. */
export function checkDuplicateStatements(context: CheckContext): readonly Diagnostic[] {
  return [
    ...secondOnes(context.nodes('Article'), clauseName),
    ...secondOnes(context.nodes('Example'), ({ name }) => name),
    ...secondFills(context),
  ];
}

function secondOnes<Node extends AstNode>(
  nodes: readonly Node[],
  nameOf: (node: Node) => string,
): readonly Diagnostic[] {
  const groups = Map.groupBy(nodes, nameOf);
  return [...groups].flatMap(([name, [first, ...others]]) =>
    first ? others.map((node) => twice(name)(spanOf(node), spanOf(first))) : [],
  );
}

/** 标识 if it has one; else its number under those of the clauses around it. */
function clauseName(article: Article): string {
  const { identifier, number, $container } = article;
  if (identifier !== undefined) return identifier;
  return isArticle($container) ? `${clauseName($container)}.${number}` : number;
}

/** Fills of one parameter are versions of each other. An amendment dates what stands in it. */
function secondFills({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  const fills = nodes('Determination')
    .filter((node) => AstUtils.getContainerOfType(node, isAmendment) === undefined)
    .flatMap((node) => {
      const target = scope.resolveReference(node.target, node);
      return target.kind === 'parameter' ? [{ node, declared: target.declared }] : [];
    });
  const groups = Map.groupBy(fills, ({ declared }) => declared.id);
  return [...groups.values()].flatMap((group) => {
    const name = group[0]?.declared.name ?? '';
    const versions = group.map(({ node }) => versionOf(node, node.validity));
    return versionFindings(name, versions, twice(name));
  });
}

function twice(name: string): (span: Span, first: Span) => Diagnostic {
  return (span, first) =>
    finding('duplicate-declaration', span, { name }, [
      related(first, '第一次在这里', 'first declared here'),
    ]);
}
