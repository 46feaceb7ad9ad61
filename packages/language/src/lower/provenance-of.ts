import type { Provenance } from '@tiaoli/ir';
import type { Annotation } from '../generated/ast.ts';

const GRADES: Readonly<Record<string, Provenance['grade']>> = {
  A: 'A',
  B: 'B',
  C: 'C',
  D: 'D',
  illustrative: 'illustrative',
};

const MARKS = {
  inferred: 'inferred',
  approximate: 'approximate',
  paraphrase: 'paraphrased',
} as const;

/** Where a value comes from and how sure that is; undefined where nothing is written. */
export function provenanceOf(annotations: readonly Annotation[]): Provenance | undefined {
  const source = annotations.find((each) => each.$type === 'SourceNote')?.source;
  const graded = annotations.find((each) => each.$type === 'GradeNote')?.grade;
  const grade = graded === undefined ? undefined : GRADES[graded];
  const marks = annotations.flatMap((each) =>
    each.$type === 'MarkNote' ? [MARKS[each.mark]] : [],
  );
  const known = source !== undefined || grade !== undefined || marks.length > 0;
  if (!known) return undefined;
  return { ...(source !== undefined && { source }), ...(grade && { grade }), marks };
}
