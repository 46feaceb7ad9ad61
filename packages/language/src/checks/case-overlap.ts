import type { Diagnostic } from '@tiaoli/base';
import type { CaseSlot, WhenCase } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

type Case = CaseSlot | WhenCase;

/** Two cases of one level with the very same condition both apply; without 重叠 nobody can say which one counts. */
export function checkCaseOverlap({ nodes }: CheckContext): readonly Diagnostic[] {
  const layers = nodes('Layer').map(({ slots }) => slots);
  const definitions = nodes('Definition').map(({ cases }) => cases);
  return [...layers, ...definitions].flatMap((statements) => {
    if (statements.some(({ $type }) => $type === 'Overlap')) return [];
    const seen = new Map<string, Case>();
    return statements.flatMap((each) => {
      if (each.$type !== 'CaseSlot' && each.$type !== 'WhenCase') return [];
      if (each.validity) return [];
      const key = each.condition?.$cstNode?.text.replace(/\s+/g, '') ?? '';
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, each);
        return [];
      }
      const params = { first: nameOf(first), second: nameOf(each) };
      const other = related(spanOf(first), '第一个在这里', 'the first one is here');
      return [finding('cases-overlap', spanOf(each), params, [other])];
    });
  });
}

function nameOf({ name, condition }: Case): string {
  return name ?? condition?.$cstNode?.text ?? '';
}
