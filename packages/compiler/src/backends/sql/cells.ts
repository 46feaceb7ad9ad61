import { isInteger, multiply, parseRational, printRational, rational } from '@tiaoli/base';
import type { ExactValue } from '../js/held-values.ts';
import type { ExactFacts, ExactOutcome, ExactState } from '../js/run-calculator.ts';
import type { SqlAccumulator, SqlField, SqlForm, SqlLayout, SqlSpell } from './layout.ts';

/** What stands in a column: whole numbers, truth, texts, lists of them. */
export type SqlCell = bigint | boolean | string | null | readonly SqlCell[];

/** A row by column name. */
export type SqlRow = Readonly<Record<string, SqlCell>>;

type Held = Omit<SqlForm, 'column'>;

/** The value as a cell holds it. Throws a RangeError where it does not lie on its scale. */
function heldCell(value: ExactValue, form: Held): SqlCell {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return form.held === 'index' ? memberOf(value, form) : value;
  if (!('numerator' in value)) {
    return [...value].reduce((all, name) => all | (1n << memberOf(name, form)), 0n);
  }
  const scaled = multiply(value, rational(BigInt(form.scale)));
  if (!isInteger(scaled)) throw new RangeError(`more decimals than ${form.type} holds`);
  return scaled.numerator;
}

function memberOf(name: string, { members = [], type }: Held): bigint {
  const index = members.indexOf(name);
  if (index < 0) throw new RangeError(`no member of the ${type}: ${name}`);
  return BigInt(index);
}

/** The value that a cell holds, exactly. */
function exactCell(cell: SqlCell | undefined, form: Held): ExactValue {
  if (form.held === 'boolean') return cell === true;
  if (form.held === 'text') return String(cell);
  const number = BigInt(typeof cell === 'bigint' || typeof cell === 'string' ? cell : 0n);
  const { members = [] } = form;
  if (form.held === 'index') return members[Number(number)] ?? '';
  if (form.held === 'set') {
    return new Set(members.filter((_, index) => (number >> BigInt(index)) & 1n));
  }
  return rational(number, BigInt(form.scale));
}

/** The columns of a claim. Throws a RangeError where a value does not lie on its scale. */
export function holdSqlClaim({ fields, spells, children }: SqlLayout, facts: ExactFacts): SqlRow {
  const row: Record<string, SqlCell> = {};
  for (const field of fields) {
    const records = field.isList ? (facts.children.get(field.entity) ?? []) : [facts];
    const cells = records.map((record) => fieldCell(record, field));
    row[field.name] = field.isList ? cells : (cells[0] ?? null);
    if (field.none === undefined) continue;
    const nones = records.map(({ inputs }): SqlCell => inputs.get(field.input) === null);
    row[field.none] = field.isList ? nones : (nones[0] ?? null);
  }
  for (const spell of spells) Object.assign(row, spellCells(facts, spell));
  for (const { entity, name } of children) {
    const list = facts.children.get(entity);
    row[name] = list ? BigInt(list.length) : null;
  }
  return row;
}

function fieldCell({ inputs }: ExactFacts, field: SqlField): SqlCell {
  const value = inputs.get(field.input);
  return value === undefined || value === null ? null : heldCell(value, field);
}

/** Open ends of a validity. */
const [firstDay, lastDay] = [-1_000_000_000n, 1_000_000_000n];

function spellCells({ spells }: ExactFacts, spell: SqlSpell): SqlRow {
  const list = spells?.get(spell.input);
  return {
    [spell.from]:
      list?.map(({ validity: { from } }) => (from === undefined ? firstDay : BigInt(from))) ?? null,
    [spell.to]:
      list?.map(({ validity: { to } }) => (to === undefined ? lastDay : BigInt(to))) ?? null,
    [spell.value]: list?.map(({ value }) => heldCell(value, spell)) ?? null,
  };
}

/** The columns of the state of somebody with earlier claims. */
export function holdSqlState({ accumulators }: SqlLayout, state: ExactState): SqlRow {
  return Object.assign({}, ...accumulators.map((each) => stateCells(each, state)));
}

function stateCells(accumulator: SqlAccumulator, state: ExactState): SqlRow {
  const { name, value, periodColumn, written, keys } = accumulator;
  const entries = [...(state.get(name) ?? [])];
  const values = entries.map(([, stored]) => heldCell(stored.value, accumulator));
  const periods = entries.map(([, { instance }]) => heldPeriod(instance));
  if (keys) {
    return {
      [written]: entries.map(([key]) => heldKey(key, keys)),
      [value]: values,
      ...(periodColumn !== undefined && { [periodColumn]: periods }),
    };
  }
  return {
    [written]: entries.length > 0,
    [value]: values[0] ?? zeroOf(accumulator),
    ...(periodColumn !== undefined && {
      [periodColumn]: periods[0] ?? (isByText(accumulator) ? '' : 0n),
    }),
  };
}

function heldPeriod(instance: string | number): SqlCell {
  return typeof instance === 'number' ? BigInt(instance) : instance;
}

function isByText({ period }: SqlAccumulator): boolean {
  return period === 'visit' || period === 'stay';
}

function zeroOf({ held }: SqlForm): SqlCell {
  if (held === 'boolean') return false;
  return held === 'text' ? '' : 0n;
}

/** The key as the query writes it, of the text that the interpreter prints. */
function heldKey(key: string, forms: readonly Held[]): string {
  const parts = forms.length === 1 ? [key] : key.split('|');
  return forms
    .map((form, at) => {
      const part = parts[at] ?? '';
      if (form.held === 'boolean') return part === 'true' ? '1' : '0';
      if (form.held !== 'number') return String(heldCell(part, form));
      return String(heldCell(parseRational(part) ?? rational(0), form));
    })
    .join('|');
}

function printedKey(key: string, forms: readonly Held[]): string {
  const parts = forms.length === 1 ? [key] : key.split('|');
  return forms
    .map((form, at) => {
      const part = parts[at] ?? '';
      if (form.held === 'text') return part;
      if (form.held === 'boolean') return part === '1' ? 'true' : 'false';
      const value = exactCell(part, form);
      return typeof value === 'object' && 'numerator' in value
        ? printRational(value)
        : String(value);
    })
    .join('|');
}

/** What a row of results says, by definition id. */
export function readSqlOutcomes(
  { results, notApplicable, causes }: SqlLayout,
  row: SqlRow,
): ReadonlyMap<string, ExactOutcome> {
  return new Map(
    results.map((result): readonly [string, ExactOutcome] => {
      const status = result.status === undefined ? 0 : Number(row[result.status]);
      if (status > 0) {
        const reason = notApplicable[status - 1] ?? '';
        return [result.definition, { status: 'not-applicable', reason }];
      }
      if (status < 0) {
        const { cause = 'not-given', reason = '' } = causes[-status - 1] ?? {};
        return [result.definition, { status: 'missing', cause, reason }];
      }
      return [result.definition, { status: 'value', value: exactCell(row[result.value], result) }];
    }),
  );
}

/** The state after a claim, as the interpreter carries it. */
export function readSqlState({ accumulators }: SqlLayout, row: SqlRow): ExactState {
  return new Map(accumulators.map((each) => [each.name, storedIn(each, row)]));
}

type Stored = { readonly instance: string | number; readonly value: ExactValue };

function storedIn(accumulator: SqlAccumulator, row: SqlRow): ReadonlyMap<string, Stored> {
  const { value, periodColumn, written, keys } = accumulator;
  const stored = (cell: SqlCell | undefined, period: SqlCell | undefined): Stored => ({
    instance: periodColumn === undefined ? 'ever' : readPeriod(period, accumulator),
    value: exactCell(cell, accumulator),
  });
  const period = periodColumn === undefined ? null : row[periodColumn];
  if (!keys) {
    return new Map(row[written] === true ? [['', stored(row[value], period)]] : []);
  }
  const [names, values, periods] = [row[written], row[value], period].map(listIn);
  return new Map(
    names?.map((name, at) => [printedKey(String(name), keys), stored(values?.[at], periods?.[at])]),
  );
}

function listIn(cell: SqlCell | undefined): readonly SqlCell[] {
  return Array.isArray(cell) ? cell : [];
}

function readPeriod(cell: SqlCell | undefined, accumulator: SqlAccumulator): string | number {
  return isByText(accumulator) ? String(cell) : Number(cell);
}
