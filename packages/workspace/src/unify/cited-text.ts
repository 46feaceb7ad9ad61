import { innermostClause } from '@tiaoli/compiler';
import type { Declaration, Module } from '@tiaoli/ir';
import { clauseText, documentNames } from '@tiaoli/settlement';
import type { CitedText } from './unification-matrix.ts';

const gradeNames = { A: 'A', B: 'B', C: 'C', D: 'D', illustrative: '示例' } as const;
/** How the language writes the marks of a provenance. */
export const markNames = { inferred: '推定', approximate: '约', paraphrased: '转述' } as const;

/**
 * Where a declaration stands, and what the innermost clause around it says.
 *
 * What is set under the clause of another document (据 … 条 …) is told by the clause of its own document around it.
 */
export function citedText(
  declaration: Declaration,
  { declarations }: Pick<Module, 'declarations'>,
): CitedText {
  const { document, span, provenance } = declaration;
  const around = innermostClause(declaration, declarations);
  const names = documentNames(declarations);
  const said = provenance?.source === undefined ? (around?.provenance ?? provenance) : provenance;
  return {
    clause: clauseText({ document, path: around?.path ?? [] }, names),
    file: span.file,
    line: span.start.line,
    text: around?.text ?? [],
    ...(said?.source !== undefined && { source: said.source }),
    ...(said?.grade !== undefined && { grade: gradeNames[said.grade] }),
    marks: (said?.marks ?? []).map((mark) => markNames[mark]),
  };
}
