import type { Diagnostic, Span } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { Validity } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import type { Declared } from '../references/declared.ts';
import { spaceOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { versionFindings, versionOf } from './versions.ts';

/** A name is declared once; versions of it have validities that do not overlap. */
export function checkDuplicateNames(context: CheckContext): readonly Diagnostic[] {
  const { own } = context.scope;
  const groups = Map.groupBy(own.all, (each) => `${spaceOf(each.kind)} ${each.id}`);
  return [
    ...[...groups.values()].flatMap(checkKinds),
    ...own.all.flatMap(checkVersions),
    ...checkMembers(context),
    ...checkHidden(context),
  ];
}

/** One name for a parameter and a layer, say: no version of each other. */
function checkKinds(group: readonly Declared[]): readonly Diagnostic[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  return others.map(({ name, nodes }) => twice(name)(spanOf(nodes[0]), spanOf(first.nodes[0])));
}

function checkVersions(declared: Declared): readonly Diagnostic[] {
  const { name, nodes } = declared;
  if (declared.kind === 'entity') return checkEntityBlocks(name, declared.nodes);
  if (nodes.length < 2) return [];
  const versions = (nodes as readonly VersionedNode[]).map((node) =>
    versionOf(node, node.validity),
  );
  return versionFindings(name, versions, twice(name));
}

interface VersionedNode extends AstNode {
  readonly validity?: Validity;
}

/** An entity may be opened again to add inputs; what it belongs to and how it is ordered is said once. */
function checkEntityBlocks(
  name: string,
  nodes: Extract<Declared, { kind: 'entity' }>['nodes'],
): readonly Diagnostic[] {
  const heads = nodes.filter(({ parent, keys }) => parent !== undefined || keys.length > 0);
  const [first, ...others] = heads;
  return first ? others.map((node) => twice(name)(spanOf(node), spanOf(first))) : [];
}

function checkMembers({ nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('Enumeration').flatMap(({ members }) => {
    const seen = new Map<string, AstNode>();
    return members.flatMap((member) => {
      const first = seen.get(member.name);
      if (first) return [twice(member.name)(spanOf(member), spanOf(first))];
      seen.set(member.name, member);
      return [];
    });
  });
}

/** A name that hides one of a document below does not change that one. Versions of one document hide nothing. */
function checkHidden({ scope, document }: CheckContext): readonly Diagnostic[] {
  return scope.own.all.flatMap((declared) => {
    const { name, kind, entity } = declared;
    // A city's 事项 of the province's name is the same service, handled there.
    if (kind === 'entity' || kind === 'service' || declared.document !== document.id) return [];
    const hides = (each: Declared): boolean =>
      each.entity === entity || entity === undefined || each.entity === undefined;
    const hidden = scope
      .lookup(name, spaceOf(kind))
      .find((each) => each.document !== document.id && hides(each));
    if (hidden === undefined) return [];
    const [node] = declared.nodes;
    const other = related(spanOf(hidden.nodes[0]), '那里的声明', 'declared there');
    return [finding('shadowed-name', spanOf(node), { name, document: hidden.document }, [other])];
  });
}

function twice(name: string): (span: Span, first: Span) => Diagnostic {
  return (span, first) =>
    finding('duplicate-declaration', span, { name }, [
      related(first, '第一次在这里', 'first declared here'),
    ]);
}
