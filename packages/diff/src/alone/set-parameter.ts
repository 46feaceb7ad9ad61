import { bind, governingDates } from '@tiaoli/compiler';
import type {
  Cell,
  Declaration,
  FillDeclaration,
  Literal,
  Module,
  ParameterDeclaration,
  Program,
  ValueType,
} from '@tiaoli/ir';
import { literal } from '@tiaoli/ir';
import type { EditedSide } from '../behaviour/find-idle-edits.ts';
import { factContext } from '../structure/fact-context.ts';
import { cellFacts } from '../structure/facts/table-cells.ts';
import { settleModule } from './settle-module.ts';

/** A number of the policy that another one can be put in the place of. */
export interface SettableValue {
  readonly parameter: string;
  /** `三类`, `不超过100000元`; of a table with several cells. */
  readonly cell?: string;
  readonly type: ValueType;
  /** In the form of `Literal.value`; absent where it is no plain number. */
  readonly current?: string;
}

/** Names of the parameters and tables of the side, each once, in the order of the document. */
export function settableNames({ module }: EditedSide): readonly string[] {
  const names = module.declarations.flatMap((each) =>
    each.kind === 'parameter' ? [each.name] : [],
  );
  return [...new Set(names)];
}

/** The numbers of the parameter, or table, of this name that are in force on the side's day; none where there is no such. */
export function settableValues(side: EditedSide, name: string): readonly SettableValue[] {
  const found = holderOf(settleModule(side.module, side.on), name);
  if (!found) return [];
  const { parameter, cells } = found;
  const labels = labelsOf(found, side);
  return cells.map((cell, at) => {
    const type = typeOf(parameter, cell);
    const current = cell.value.kind === 'literal' ? { current: String(cell.value.value) } : {};
    const label = cells.length > 1 ? { cell: labels[at] ?? `${at + 1}` } : {};
    return { parameter: name, ...label, type, ...current };
  });
}

/**
 * The side as a program with another number in one place, on the side's own day.
 *
 * @param value  in the form of `Literal.value`: fen, rates per one
 */
export function programWithValue(
  side: EditedSide,
  settable: SettableValue,
  value: string,
): Program | undefined {
  const changed = sideWithValue(side, settable, value);
  return changed && programOf(changed);
}

/** The same as a side, in which further numbers can be put. */
export function sideWithValue(
  side: EditedSide,
  { parameter: name, cell: label }: SettableValue,
  value: string,
): EditedSide | undefined {
  const module = settleModule(side.module, side.on);
  const found = holderOf(module, name);
  if (!found) return undefined;
  const labels = labelsOf(found, side);
  const at = label === undefined ? 0 : labels.indexOf(label);
  const cells = found.cells.map((cell, index): Cell => {
    if (index !== at) return cell;
    return {
      ...cell,
      value: literal(typeOf(found.parameter, cell), value satisfies Literal['value']),
    };
  });
  return { ...side, module: withCells(module, found, cells) };
}

/** Where the cells of a parameter stand that are in force: in the parameter, or with whom it was delegated to. */
interface Holder {
  readonly parameter: ParameterDeclaration;
  readonly fill?: FillDeclaration;
  readonly cells: readonly Cell[];
}

function holderOf({ declarations, document }: Module, name: string): Holder | undefined {
  const named = declarations.filter(
    (each): each is ParameterDeclaration =>
      each.kind === 'parameter' && (each.name === name || each.alias === name),
  );
  const parameter = named.find((each) => each.document === document) ?? named[0];
  if (!parameter) return undefined;
  const fill = declarations.find(
    (each): each is FillDeclaration =>
      each.kind === 'fill' && each.parameter === parameter.id && each.document === document,
  );
  const own = parameter.versions.find(({ year }) => year === undefined);
  const cells = fill?.cells ?? own?.cells;
  return cells && { parameter, cells, ...(fill && { fill }) };
}

function typeOf({ columns, type }: ParameterDeclaration, { column }: Cell): ValueType {
  return columns.find(({ name }) => name === column)?.type ?? type;
}

/** The keys of each cell as they are told of everywhere; numbers where two would be alike. */
function labelsOf(
  { parameter, fill, cells }: Holder,
  { module, on }: EditedSide,
): readonly string[] {
  const columns = parameter.columns.map(({ name }) => name);
  const { dimensions } = fill ?? parameter;
  const context = factContext(module, on);
  const labels = cells.map((cell, at) => {
    const facts = cellFacts({ ...parameter, dimensions, columns, cells: [cell] }, context, {
      steps: [],
    });
    const steps = facts.flatMap(({ part }) => part.steps);
    const step = steps.find(({ kind }) => kind === 'cell');
    if (step?.kind !== 'cell') return `${at + 1}`;
    return [
      ...step.keys.map(({ zh }) => zh),
      ...(step.column === undefined ? [] : [step.column]),
    ].join('·');
  });
  return labels.map((label, at) => (labels.indexOf(label) === at ? label : `${at + 1}`));
}

/** The value holds whatever a lower document says of the parameter. */
function withCells(module: Module, { parameter, fill }: Holder, cells: readonly Cell[]): Module {
  const declarations = module.declarations.flatMap((each): readonly Declaration[] => {
    if (each.kind === 'derogation' && each.parameter === parameter.id) return [];
    if (each === fill) return [{ ...fill, cells }];
    if (each !== parameter || fill) return [each];
    const versions = parameter.versions.map((version) =>
      version.year === undefined ? { ...version, cells } : version,
    );
    return [{ ...parameter, versions }];
  });
  return { ...module, declarations };
}

/** Bound on its own day; undefined where it is no sound policy. */
export function programOf({ module, on }: EditedSide): Program | undefined {
  const dates = Object.fromEntries(governingDates(module).map((each) => [each, on]));
  return bind(module, { dates }).program;
}
