import type { Diagnostic, Span } from '@tiaoli/base';
import { fixOf, instead } from '@tiaoli/base';
import type { AstNode, Reference } from 'langium';
import { AstUtils } from 'langium';
import { nodesOf, referencesOf } from '../ast-nodes.ts';
import type { Expression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import type { Resolution, UnresolvedResolution } from '../references/resolution.ts';
import { spanOf, spanOfCst } from '../span-of.ts';
import { takeRelationApart } from '../syntax/condition-words.ts';
import { writtenQuantity } from '../syntax/written-numbers.ts';
import type { CheckContext } from './check.ts';
import { rename, tailOf, withFixes } from './fixes.ts';

/** Every name means something; one that does not is reported once, where it stands. */
export function checkResolvedNames({ scope, nodes, linked }: CheckContext): readonly Diagnostic[] {
  const paths: readonly Expression[] = [
    ...nodes('NameReference'),
    ...nodes('MemberAccess'),
    ...nodes('IndexAccess'),
  ];
  const inExpressions = paths.flatMap((path) => {
    const resolution = scope.resolve(path);
    return resolution.kind === 'unresolved'
      ? unresolved(withLabel(resolution, path), spanOf(path))
      : misused(path, resolution);
  });
  const elsewhere = nodesOf(linked.open.file)
    .filter(({ $type }) => $type !== 'NameReference')
    .flatMap(referencesOf)
    .flatMap(({ node, reference }) =>
      'ref' in reference
        ? aboutReference(reference, node, scope.resolveReference(reference, node))
        : [],
    );
  return [...inExpressions, ...elsewhere];
}

function aboutReference(
  reference: Reference,
  node: AstNode,
  resolution: Resolution,
): readonly Diagnostic[] {
  if (resolution.kind !== 'unresolved') return [];
  const span = reference.$refNode
    ? spanOfCst(reference.$refNode, AstUtils.getDocument(node).uri.path)
    : spanOf(node);
  return unresolved(resolution, span);
}

function unresolved(resolution: UnresolvedResolution, span: Span): readonly Diagnostic[] {
  const { name, reason, suggestion, within = '', candidates = [] } = resolution;
  switch (reason) {
    case 'unknown': {
      const meant = meantBy(name) ?? suggestion;
      const found = finding('unresolved-name', span, { name, suggestion: meant });
      return [withFixes(found, [rename(span, meant)])];
    }
    case 'member': {
      const found = finding('unknown-member', span, { name, suggestion, within });
      return [withFixes(found, [rename(span, suggestion)])];
    }
    case 'label': {
      const found = finding('unknown-label', span, { name, suggestion });
      const label = suggestion === undefined ? undefined : instead(`「${suggestion}」`);
      return [withFixes(found, [label && fixOf(label, span)])];
    }
    case 'ambiguous':
      return [finding('ambiguous-member', span, { name, candidates })];
    case 'part': {
      const found = finding('unknown-part', span, { name, suggestion, within });
      return [withFixes(found, [rename(tailOf(span, name.length), suggestion)])];
    }
    case 'misplaced':
      return name === '' ? [] : [finding('misplaced-name', span, { name })];
    case 'follow-up':
      return [];
  }
}

/** 情形 重点：2元: alone behind 情形, the name was meant for its label. */
function withLabel(resolution: UnresolvedResolution, path: Expression): UnresolvedResolution {
  const isAlone = path.$container.$type === 'WhenCase' && path.$containerProperty === 'condition';
  if (!isAlone || resolution.reason !== 'unknown') return resolution;
  return { ...resolution, suggestion: `情形「${resolution.name}」：条件：值` };
}

/** 三千元, 六折 and 就医地等于跨省 are names to the scanner, and slips to everybody else. */
function meantBy(name: string): string | undefined {
  return writtenQuantity(name) ?? takeRelationApart(name);
}

/** A name that is known, but is no value where it stands: a function without arguments, an entity alone. */
function misused(path: Expression, resolution: Resolution): readonly Diagnostic[] {
  if (path.$type !== 'NameReference') return [];
  const { $type } = path.$container;
  const name = path.target.$refText;
  const isPart = $type === 'MemberAccess' || $type === 'IndexAccess';
  const isValue =
    resolution.kind !== 'entity' &&
    resolution.kind !== 'enumeration' &&
    resolution.kind !== 'service' &&
    resolution.kind !== 'metric' &&
    resolution.kind !== 'watchlist' &&
    resolution.kind !== 'waterfall';
  if (isValue || isPart || $type === 'Argument' || $type === 'ValueBound') return [];
  return [finding('misplaced-name', spanOf(path), { name })];
}
