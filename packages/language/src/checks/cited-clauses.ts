import type { Diagnostic } from '@tiaoli/base';
import { fixOf, instead } from '@tiaoli/base';
import { nodesOf } from '../ast-nodes.ts';
import type { Citation } from '../generated/ast.ts';
import { isArticle } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { closestName } from '../references/closest-name.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { propertySpan, withFixes } from './fixes.ts';

/** A citation of a clause names one that the document has; a document that is not among the sources is told apart. */
export function checkCitedClauses({ linked, all }: CheckContext): readonly Diagnostic[] {
  const { registry } = linked;
  return linked.open.citations.flatMap((citation) => {
    const id = registry.find(citation);
    if (id === undefined || citation.clauses.length === 0) return [];
    const known = [...all.values()]
      .filter(({ document }) => document.id === id)
      .flatMap(({ open }) => nodesOf(open.file).filter(isArticle))
      .map(({ number }) => clauseName(number));
    return unknownClauses(citation, known);
  });
}

function unknownClauses(citation: Citation, known: readonly string[]): readonly Diagnostic[] {
  return citation.clauses
    .map((written, index) => ({ clause: clauseName(written), index }))
    .filter(({ clause }) => !known.includes(clause))
    .map(({ clause, index }) => {
      const suggestion = closestName(clause, known);
      const params = { clause, document: citation.document, suggestion };
      const span = propertySpan(citation, 'clauses', index);
      const isExact = span !== undefined && suggestion !== undefined;
      return withFixes(finding('unknown-clause', spanOf(citation), params), [
        isExact ? fixOf(instead(`条「${suggestion}」`), span) : undefined,
      ]);
    });
}

/** Of a clause as declared or cited, quoted or not. */
function clauseName(text: string): string {
  return text.replace(/^(?:条|article)\s*/, '').replace(/^「(.*)」$/, '$1');
}
