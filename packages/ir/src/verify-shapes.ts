import { compare, parseRational, ZERO } from '@tiaoli/base';
import type { DateRef, Expr, KeyMatch, Lookup } from './expr.ts';
import { readerDate } from './expr.ts';
import { isCanonicalNumber, isWellFormed } from './literal-form.ts';
import type { ModuleIndex } from './module-index.ts';
import { entityPath } from './module-index.ts';
import type { ValueType } from './type.ts';
import { isNumeric } from './type.ts';
import { typeOfExpr } from './type-of-expr.ts';
import type { Fault, ProblemCode } from './verify-messages.ts';
import type { Placed } from './verify-places.ts';
import { childrenOf } from './walk-expr.ts';

/** What is wrong with the form of an expression, types aside: literals, units, tables, visibility, emptiness. */
export function shapeFaults({ id, expr, entity }: Placed, index: ModuleIndex): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (code, detail) => faults.push({ code, id, detail });
  visit(expr, { index, report, ...(entity !== undefined && { entity }) });
  return faults;
}

type Report = (code: ProblemCode, detail: string) => void;

interface Place {
  readonly index: ModuleIndex;
  readonly report: Report;
  readonly entity?: string;
  /** The entity on which records of `entity` are aggregated: what it sees is seen on each of them. */
  readonly around?: string;
}

function visit(expr: Expr, place: Place): void {
  checkNode(expr, place);
  const inner = expr.kind === 'child-aggregate' ? insideOf(expr.entity, place) : place;
  for (const child of childrenOf(expr)) visit(child, inner);
}

function insideOf(entity: string, place: Place): Place {
  return { ...place, entity, ...(place.entity !== undefined && { around: place.entity }) };
}

function checkNode(expr: Expr, place: Place): void {
  const { index, report } = place;
  switch (expr.kind) {
    case 'literal':
      if (!isWellFormed(expr)) report('ir-literal', String(expr.value));
      return;
    case 'input':
      checkVisible(index.inputs.get(expr.input)?.entity, expr.input, place);
      if (expr.at !== undefined) checkDate(expr.at, place);
      return;
    case 'definition':
      checkVisible(index.definitions.get(expr.definition)?.entity, expr.definition, place);
      return;
    case 'dated':
    case 'catalogue-cell':
      checkDate(expr.on, place);
      return;
    case 'parameter':
      checkDate(expr.on, place);
      if (expr.year) checkDate(expr.year.by, place);
      return;
    case 'round':
    case 'quotient':
      checkUnit(expr.unit, report);
      return;
    case 'brackets':
      checkBands(expr, report);
      return;
    case 'extremum':
    case 'logic':
    case 'combine':
      if (expr.operands.length === 0) report('ir-empty', expr.kind);
      return;
    case 'lookup':
      checkLookup(expr, place);
      return;
    case 'child-aggregate':
      checkChild(expr.entity, place);
      return;
    default:
      return;
  }
}

function checkUnit(unit: string, report: Report): void {
  const size = parseRational(unit);
  const sound = size !== undefined && isCanonicalNumber(unit) && compare(size, ZERO) > 0;
  if (!sound) report('ir-unit', unit);
}

/** Every band but the last has an end; the last has none. */
function checkBands({ bands, perBand }: Extract<Expr, { kind: 'brackets' }>, report: Report): void {
  if (bands.length === 0) report('ir-empty', 'brackets');
  bands.forEach(({ upTo }, at) => {
    if ((upTo === undefined) !== (at === bands.length - 1)) report('ir-table', 'brackets');
  });
  if (perBand) checkUnit(perBand.unit, report);
}

function checkVisible(owner: string | undefined, id: string, place: Place): void {
  const { entity, around, index } = place;
  if (owner === undefined || entity === undefined) return;
  const seen = [entity, ...(around === undefined ? [] : [around])];
  if (!seen.some((each) => entityPath(each, index).includes(owner))) {
    place.report('ir-not-visible', id);
  }
}

/** The records aggregated over belong to the record at hand, or to one above it. */
function checkChild(entity: string, { entity: here, index, report }: Place): void {
  const found = index.entities.get(entity);
  if (!found) report('ir-unknown-reference', entity);
  if (!found || here === undefined) return;
  const { parent } = found;
  const reachable = parent !== undefined && entityPath(here, index).includes(parent);
  if (!reachable) report('ir-not-visible', entity);
}

/** A governing date is `on` or an input of type date. */
function checkDate(date: DateRef, { index, report }: Place): void {
  if (date === 'on' || date === readerDate) return;
  const input = index.inputs.get(date);
  if (!input) report('ir-unknown-reference', date);
  else if (input.type.kind !== 'date') report('ir-wrong-type', date);
}

function checkLookup(expr: Lookup, { index, report }: Place): void {
  const types = expr.keys.map((key) => typeOfExpr(key, index)?.type);
  const bySet = types.some((type) => type?.kind === 'set');
  if (bySet && !expr.best) report('ir-table', 'best');
  for (const { match } of expr.rows) {
    if (match.length !== expr.keys.length)
      report('ir-table', `${match.length}/${expr.keys.length}`);
    match.forEach((each, column) => {
      const type = types[column];
      if (type && !fits(each, type, index)) report('ir-table', JSON.stringify(each));
    });
  }
}

function fits(match: KeyMatch, type: ValueType, { enumerations }: ModuleIndex): boolean {
  switch (match.kind) {
    case 'range':
      return (
        isNumeric(type) &&
        [match.low, match.high].every((bound) => !bound || isCanonicalNumber(bound.value))
      );
    case 'members': {
      if (type.kind !== 'enumeration' && type.kind !== 'set') return !isNumeric(type);
      const known = enumerations.get(type.enumeration)?.members.map(({ name }) => name);
      return known === undefined || match.members.every((member) => known.includes(member));
    }
    default:
      return true;
  }
}
