import type { Diagnostic, Share, TextLanguage } from '@tiaoli/base';
import type {
  CitedText,
  MatrixCell,
  MatrixValue,
  UnificationMatrix,
} from './unification-matrix.ts';

/** A finding in the form of whoever asks. */
type FindingJson<Form> = (finding: Diagnostic, language: TextLanguage) => Form;

/** The JSON form of `unify` (schema `unify.schema.json`): shares as decimal strings of four places, rounded half up. */
export function unificationJson<Form>(
  matrix: UnificationMatrix,
  language: TextLanguage,
  findingJson: FindingJson<Form>,
) {
  const { province, on, cities, parameters, unified, leftOut, unknownFiles } = matrix;
  return {
    province,
    on,
    parameters: parameters.map((row) => ({
      id: row.id,
      name: row.name,
      document: row.document,
      province: valueJson(row.province, language),
      ...(row.bounds && { bounds: row.bounds[language] }),
      clause: clauseJson(row.clause),
      values: Object.fromEntries(row.cells.map(({ city, value }) => [city, programValue(value)])),
      cells: row.cells.map((cell) => cellJson(cell, language, findingJson)),
      state: row.state,
      unified: shareJson(row.unified),
    })),
    cities: cities.map((each) => ({ ...each, unified: shareJson(each.unified) })),
    unified: shareJson(unified),
    leftOut,
    unknownFiles,
  };
}

function cellJson<Form>(
  { city, state, isOwn, value, clause, findings }: MatrixCell,
  language: TextLanguage,
  findingJson: FindingJson<Form>,
) {
  return {
    city,
    state,
    isOwn,
    ...valueJson(value, language),
    ...(clause && { clause: clauseJson(clause) }),
    findings: findings.map((finding) => findingJson(finding, language)),
  };
}

/** Where something is said, with the words. */
export function clauseJson({ clause, file, line, text, source, grade, marks }: CitedText) {
  return {
    clause,
    file,
    line,
    text,
    ...(source !== undefined && { source }),
    ...(grade !== undefined && { grade }),
    marks,
  };
}

/** A value for people and for programs. */
export function valueJson(value: MatrixValue, language: TextLanguage) {
  return {
    text: value.text[language],
    value: programValue(value),
    isIllustrative: value.isIllustrative,
  };
}

/** The value, those of a table by their cells; null where the documents leave it open. */
function programValue({
  points,
}: MatrixValue): string | null | Readonly<Record<string, string | null>> {
  const [only] = points;
  if (points.length === 1 && only?.label === '') return only.value ?? null;
  return Object.fromEntries(points.map(({ label, value }) => [label, value ?? null]));
}

/** `0.6324`; null for a share of nothing. */
function shareJson({ same, of }: Share): string | null {
  if (of === 0) return null;
  const tenThousandths = Math.floor((same * 20_000 + of) / (2 * of));
  const whole = Math.floor(tenThousandths / 10_000);
  return `${whole}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}
