import type { Diagnostic, Rational } from '@tiaoli/base';
import { compare } from '@tiaoli/base';
import type { Bounding, Delegation } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { closestName } from '../references/closest-name.ts';
import { outputField, outputFields } from '../references/output-fields.ts';
import { payerEnumeration } from '../references/resolve-reference.ts';
import { spanOf } from '../span-of.ts';
import { numericLiteral } from '../types/type-use.ts';
import type { CheckContext } from './check.ts';
import { rewrite, withFixes } from './fixes.ts';
import { levelNames, levelRanks } from './levels.ts';

/**
 * 授权 goes down and can be satisfied; 确定 sets what another document delegated, and like 特别规定 a parameter of one
 * value column. Bounds of fills are checked later.
 */
export function checkDelegations(context: CheckContext): readonly Diagnostic[] {
  return [
    ...context.nodes('Delegation').flatMap((node) => checkDelegation(node, context)),
    ...checkFills(context),
    ...checkColumns(context),
    ...checkPayers(context),
  ];
}

function checkDelegation(node: Delegation, { document }: CheckContext): readonly Diagnostic[] {
  const { level: own } = document.header;
  const notBelow = node.levels.filter((level) => levelRanks[level] <= levelRanks[own]);
  const [low, high] = [lowOf(node.bounds), highOf(node.bounds)];
  const isEmpty = low && high && compare(low, high) > 0;
  return [
    ...notBelow.map((level) =>
      finding('delegation-level', spanOf(node), { level: levelNames[level], own: levelNames[own] }),
    ),
    ...(isEmpty ? [finding('empty-bounds', spanOf(node), {})] : []),
  ];
}

function lowOf(bounds: readonly Bounding[]): Rational | undefined {
  for (const bound of bounds) {
    if (bound.$type === 'LimitBound' && bound.word === 'at_least')
      return numericLiteral(bound.value);
    if (bound.$type === 'BetweenBound') return numericLiteral(bound.low);
  }
  return undefined;
}

function highOf(bounds: readonly Bounding[]): Rational | undefined {
  for (const bound of bounds) {
    if (bound.$type === 'LimitBound' && bound.word === 'not_above')
      return numericLiteral(bound.value);
    if (bound.$type === 'BetweenBound') return numericLiteral(bound.high);
  }
  return undefined;
}

function checkFills({ nodes, scope, document }: CheckContext): readonly Diagnostic[] {
  return nodes('Determination').flatMap((node) => {
    const target = scope.resolveReference(node.target, node);
    if (target.kind !== 'parameter' || target.declared.document !== document.id) return [];
    const { name, nodes: declared } = target.declared;
    const other = related(spanOf(declared[0]), '在这里声明', 'declared here');
    return [finding('fill-own-parameter', spanOf(node), { name }, [other])];
  });
}

/** A setting names a parameter and no column, so that of several columns nobody could tell which one it sets. */
function checkColumns({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  const settings = [...nodes('Delegation'), ...nodes('Determination'), ...nodes('Override')];
  return settings.flatMap((node) => {
    const target = scope.resolveReference(node.target, node);
    if (target.kind !== 'parameter') return [];
    const [table] = target.declared.nodes;
    if (table.$type !== 'Table' || table.columns.length === 0) return [];
    const columns = table.columns.map(({ name }) => name);
    const other = related(spanOf(table), '在这里声明', 'declared here');
    const params = { name: target.declared.name, columns };
    return [finding('setting-of-columns', spanOf(node), params, [other])];
  });
}

/** The payers are declared, and each names the national field into which its payments go. */
function checkPayers({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  const [slot] = nodes('PayerSlot');
  const isDeclared = scope.lookup(payerEnumeration, 'enumeration').length > 0;
  if (slot && !isDeclared) return [finding('payer-not-declared', spanOf(slot), {})];
  return nodes('Enumeration')
    .filter(({ name }) => name === payerEnumeration)
    .flatMap(({ members }) => members)
    .flatMap((member) => {
      const { label } = member;
      if (label === undefined || outputField(label)) return [];
      const names = outputFields.map(({ field }) => field);
      const params = { field: label, suggestion: closestName(label, names) };
      const found = finding('unknown-output-field', spanOf(member), params);
      const { suggestion } = params;
      return [
        withFixes(found, [
          suggestion === undefined ? undefined : rewrite(member, 'label', `"${suggestion}"`),
        ]),
      ];
    });
}
