import type { DayNumber } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type {
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
import { probedParts } from './slot-probes.ts';

/** A clause with how far the number that it gives can be trusted. */
export interface Source {
  readonly clause: ClauseRef;
  readonly grade?: Provenance['grade'];
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
  const own = sourceOf(slot.clause ?? layer.clause ?? noClause(layer), slot.provenance);
  const parameters = new Set(probedParts(slot).flatMap(([, expr]) => parametersIn(expr)));
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
  const own = sourceOf(pool.clause ?? noClause(pool), pool.provenance);
  return [own, ...parametersIn(pool.limit).flatMap((id) => parameterSources(id, program, day))];
}

/** The texts of sources, each clause once, those of the document at hand without its name. */
export function sourceTexts(
  sources: readonly Source[],
  document: string,
  names: DocumentNames,
): readonly string[] {
  const graded = new Map<string, string | undefined>();
  for (const { clause, grade } of sources) {
    const short = clause.document === document && clause.path.length > 0;
    const text = short ? pathText(clause.path) : clauseText(clause, names);
    graded.set(text, graded.get(text) ?? gradeText(grade));
  }
  return [...graded].map(([text, grade]) => `${text}${grade ?? ''}`);
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
  const { declarations } = program;
  const fill = nearestFill(
    ofKind(declarations, 'fill').filter((each) => each.parameter === id),
    program,
    day,
  );
  const derogations = ofKind(declarations, 'derogation')
    .filter((each) => each.parameter === id && isInForce(each.validity, day))
    .map((each) => sourceOf(standingOf(each, declarations), each.provenance));
  if (fill) {
    return [sourceOf(standingOf(fill, declarations), provenanceOf(fill)), ...derogations];
  }
  const parameter = ofKind(declarations, 'parameter').find((each) => each.id === id);
  return parameter ? [versionSource(parameter, day), ...derogations] : derogations;
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
  return sourceOf(clause, version?.provenance ?? cell?.provenance ?? parameter.provenance);
}

function provenanceOf({ cells, provenance }: FillDeclaration): Provenance | undefined {
  return provenance ?? cells[0]?.provenance;
}

function sourceOf(clause: ClauseRef, provenance: Provenance | undefined): Source {
  return provenance?.grade === undefined ? { clause } : { clause, grade: provenance.grade };
}
