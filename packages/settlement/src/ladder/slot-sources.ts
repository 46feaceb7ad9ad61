import type { DayNumber, Span } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type {
  Cell,
  ClauseRef,
  Declaration,
  Expr,
  FillDeclaration,
  LayerSlot,
  ParameterDeclaration,
  PoolDeclaration,
  Program,
  Provenance,
} from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import type { DocumentNames } from '../clause-text.ts';
import { clauseText, pathText, standingOf } from '../clause-text.ts';
import type { CitedClause } from './ladder.ts';
import { probedParts } from './slot-probes.ts';

/** A clause, the place of the rule in it, and how far the number that it gives can be trusted. */
export interface Source {
  readonly clause: ClauseRef;
  /** Of the rule or the value itself. */
  readonly span: Span;
  readonly provenance?: Provenance;
}

/**
 * Where the number of a slot is laid down: the slot's own clause, and for each parameter that it names the clause of
 * the value in force, a lower document's where it has set one.
 */
export function slotSources(
  slot: LayerSlot,
  layer: Declaration,
  program: Program,
  day: DayNumber,
): readonly Source[] {
  const own = sourceOf(slot.clause ?? layer.clause ?? noClause(layer), slot);
  const parameters = new Set(probedParts(slot, layer.id).flatMap(([, expr]) => parametersIn(expr)));
  return [own, ...[...parameters].flatMap((id) => parameterSources(id, program, day))];
}

export function noClause({ document }: Declaration): ClauseRef {
  return { document, path: [] };
}

/** The same for a 限额池. */
export function poolSources(
  pool: PoolDeclaration,
  program: Program,
  day: DayNumber,
): readonly Source[] {
  const own = sourceOf(pool.clause ?? noClause(pool), pool);
  return [own, ...parametersIn(pool.limit).flatMap((id) => parameterSources(id, program, day))];
}

/** The source that a declaration is itself. */
export function declared(declaration: Declaration): Source {
  return sourceOf(declaration.clause ?? noClause(declaration), declaration);
}

/** Each clause once, those of the document at hand without its name; with its text and the place of the first rule. */
export function citedClauses(
  sources: readonly Source[],
  { document, declarations }: Pick<Program, 'document' | 'declarations'>,
  names: DocumentNames,
): readonly CitedClause[] {
  const cited = new Map<string, { readonly source: Source; readonly grade: string | undefined }>();
  for (const source of sources) {
    const { clause, provenance } = source;
    const short = clause.document === document && clause.path.length > 0;
    const text = short ? pathText(clause.path) : clauseText(clause, names);
    const known = cited.get(text);
    cited.set(text, {
      source: known?.source ?? source,
      grade: known?.grade ?? gradeText(provenance?.grade),
    });
  }
  return [...cited].map(([text, { source, grade }]) => ({
    text: `${text}${grade ?? ''}`,
    file: source.span.file,
    line: source.span.start.line,
    ...wordsOf(source, declarations),
  }));
}

/** What the clause says: its own words, else those of the clause around it that has some. */
function wordsOf(
  { clause, provenance }: Source,
  declarations: readonly Declaration[],
): Pick<CitedClause, 'quote' | 'source'> {
  const around = ofKind(declarations, 'clause')
    .filter(
      ({ document, path }) =>
        document === clause.document && path.every((part, at) => part === clause.path[at]),
    )
    .toSorted((left, right) => right.path.length - left.path.length);
  const quote = around.find(({ text }) => text.length > 0)?.text;
  const source =
    provenance?.source ??
    around.find((each) => each.provenance?.source !== undefined)?.provenance?.source;
  return { ...(quote && { quote }), ...(source !== undefined && { source }) };
}

/** Said where a number is not from the document itself or its own press. */
function gradeText(grade: Provenance['grade'] | undefined): string | undefined {
  if (grade === undefined || grade === 'A' || grade === 'B') return undefined;
  return grade === 'illustrative' ? '（示例）' : `（等级${grade}）`;
}

function parametersIn(expr: Expr): readonly string[] {
  const found: string[] = [];
  walkExpr(expr, (each) => {
    if (each.kind === 'parameter') found.push(each.parameter);
  });
  return found;
}

function parameterSources(id: string, program: Program, day: DayNumber): readonly Source[] {
  return valuesInForce(id, program, day).map(({ source }) => source);
}

/** A value that stands for a parameter, and where it is laid down. */
export interface ValueInForce {
  readonly source: Source;
  readonly cells: readonly Pick<Cell, 'match' | 'column' | 'value'>[];
}

/**
 * What a parameter is on a day in the program's place: a lower document's value where it has set one, else the version in
 * force; and what prevails over it under a condition.
 */
export function valuesInForce(
  id: string,
  program: Program,
  day: DayNumber,
): readonly ValueInForce[] {
  const { declarations } = program;
  const fill = nearestFill(
    ofKind(declarations, 'fill').filter((each) => each.parameter === id),
    program,
    day,
  );
  const derogations = ofKind(declarations, 'derogation')
    .filter((each) => each.parameter === id && isInForce(each.validity, day))
    .map((each) => ({
      source: sourceOf(standingOf(each, declarations), each),
      cells: [each.value, ...(each.when ? [each.when] : [])].map((value) => ({ match: [], value })),
    }));
  if (fill) return [{ source: fillSource(fill, declarations), cells: fill.cells }, ...derogations];
  const parameter = ofKind(declarations, 'parameter').find((each) => each.id === id);
  if (!parameter) return derogations;
  const version = parameter.versions.findLast(({ validity }) => isInForce(validity, day));
  return [{ source: versionSource(parameter, day), cells: version?.cells ?? [] }, ...derogations];
}

/** Of the values set in the place and above it, that of the lowest place, its newest version. */
function nearestFill(
  fills: readonly FillDeclaration[],
  { declarations, jurisdiction }: Program,
  day: DayNumber,
): FillDeclaration | undefined {
  const places = new Map(ofKind(declarations, 'document').map(({ id, place }) => [id, place]));
  const distance = ({ document }: FillDeclaration): number => {
    const at = jurisdiction.indexOf(places.get(document) ?? '');
    return at < 0 ? jurisdiction.length : at;
  };
  const start = ({ validity }: FillDeclaration): number => validity.from ?? Number.MIN_SAFE_INTEGER;
  return fills
    .filter(({ validity }) => isInForce(validity, day))
    .toSorted((left, right) => distance(left) - distance(right) || start(right) - start(left))[0];
}

function versionSource(parameter: ParameterDeclaration, day: DayNumber): Source {
  const version = parameter.versions.findLast(({ validity }) => isInForce(validity, day));
  const clause = version?.clause ?? parameter.clause ?? noClause(parameter);
  const [cell] = version?.cells ?? [];
  const provenance = version?.provenance ?? cell?.provenance ?? parameter.provenance;
  return sourceOf(clause, { span: (version ?? parameter).span, ...(provenance && { provenance }) });
}

function fillSource(fill: FillDeclaration, declarations: readonly Declaration[]): Source {
  const provenance = fill.provenance ?? fill.cells[0]?.provenance;
  return sourceOf(standingOf(fill, declarations), {
    span: fill.span,
    ...(provenance && { provenance }),
  });
}

function sourceOf(
  clause: ClauseRef,
  { span, provenance }: { readonly span: Span; readonly provenance?: Provenance },
): Source {
  return { clause, span, ...(provenance && { provenance }) };
}
