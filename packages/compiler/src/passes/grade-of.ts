import type { DayNumber } from '@tiaoli/base';
import { assertNever, isInForce } from '@tiaoli/base';
import type { ClauseDeclaration, Declaration, Expr, Module, Provenance } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';

export type Grade = Provenance['grade'];

/** The innermost clause of the same file around a declaration. */
export function innermostClause(
  { span }: Declaration,
  declarations: readonly Declaration[],
): ClauseDeclaration | undefined {
  return declarations
    .filter((each): each is ClauseDeclaration => each.kind === 'clause')
    .filter(
      (each) =>
        each.span.file === span.file &&
        each.span.start.offset <= span.start.offset &&
        span.end.offset <= each.span.end.offset,
    )
    .toSorted((left, right) => right.path.length - left.path.length)[0];
}

/** The grade of a declaration: its own, else that of the clause around it, else that of its document. */
export function gradeAround(declaration: Declaration, declarations: readonly Declaration[]): Grade {
  const document = declarations.find(
    ({ kind, id, span }) =>
      kind === 'document' && id === declaration.document && span.file === declaration.span.file,
  );
  const clause = innermostClause(declaration, declarations);
  return declaration.provenance?.grade ?? clause?.provenance?.grade ?? document?.provenance?.grade;
}

/** A declaration that holds values. */
type ValueDeclaration = Extract<Declaration, { kind: 'parameter' | 'fill' | 'derogation' }>;

function isValueDeclaration(declaration: Declaration): declaration is ValueDeclaration {
  const { kind } = declaration;
  return kind === 'parameter' || kind === 'fill' || kind === 'derogation';
}

/** The parameter that it declares or sets. */
function parameterOf(declaration: ValueDeclaration): string {
  return declaration.kind === 'parameter' ? declaration.id : declaration.parameter;
}

/** Parameters with invented values (示例). */
export interface InventedParameters {
  /** Names of those that hold one themselves. */
  readonly names: readonly string[];
  /** Ids of these, and of all whose value is worked out from one of them. */
  readonly affected: ReadonlySet<string>;
}

/**
 * The invented values among those that the documents of `within` declare or set: what reads them is nobody's policy.
 *
 * @param within  ids of documents; all of the module's without it
 */
export function inventedParameters(
  { declarations }: Module,
  within?: ReadonlySet<string>,
): InventedParameters {
  const holders = declarations
    .filter(isValueDeclaration)
    .filter(({ document }) => within === undefined || within.has(document));
  const invented = holders.filter((each) => {
    const around = gradeAround(each, declarations);
    return gradedValues(each).some(({ grade }) => (grade ?? around) === 'illustrative');
  });
  const affected = new Set(invented.map(parameterOf));
  let size = -1;
  while (size < affected.size) {
    size = affected.size;
    for (const each of holders) {
      const { parameters } = referencesOf(...gradedValues(each).map(({ value }) => value));
      if ([...parameters].some((id) => affected.has(id))) affected.add(parameterOf(each));
    }
  }
  return { names: [...new Set(invented.map(({ name }) => name))], affected };
}

/** A document and all that it rests on: what a reader of it relies on. */
export function documentAndBasis({ declarations, document }: Module): ReadonlySet<string> {
  const found = new Set([document]);
  for (const id of found) {
    for (const each of declarations) {
      if (each.kind !== 'document' || each.id !== id) continue;
      for (const basis of each.basis) found.add(basis);
    }
  }
  return found;
}

export interface GradedValue {
  readonly value: Expr;
  readonly grade: Grade;
}

/**
 * Each value of a declaration with the grade that is written at it or at its version.
 *
 * @param on  of a parameter those in force on that day, and all years of a statistic; those of every day without it
 */
export function gradedValues(
  declaration: ValueDeclaration,
  on?: DayNumber,
): readonly GradedValue[] {
  switch (declaration.kind) {
    case 'parameter':
      return declaration.versions
        .filter(
          ({ validity, year }) => on === undefined || year !== undefined || isInForce(validity, on),
        )
        .flatMap(({ cells, provenance }) =>
          cells.map((cell) => ({
            value: cell.value,
            grade: cell.provenance?.grade ?? provenance?.grade,
          })),
        );
    case 'fill':
      return declaration.cells.map(({ value, provenance }) => ({
        value,
        grade: provenance?.grade,
      }));
    case 'derogation':
      return [{ value: declaration.value, grade: undefined }];
    default:
      return assertNever(declaration);
  }
}
