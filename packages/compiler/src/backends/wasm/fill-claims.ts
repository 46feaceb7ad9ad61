import type { ExactFacts } from '../js/run-calculator.ts';
import type { BulkCalculator } from './bulk-calculator.ts';
import { heldCell, writeCell } from './cells.ts';
import type { ChildPlace, SpellPlace } from './layout.ts';

/** How many rows are written of each list that belongs to the claims. */
interface Written {
  readonly children: Map<string, number>;
  readonly spells: Map<string, number>;
}

/**
 * Writes claims into the columns, from row 0 on, in place of those that stood there.
 *
 * Throws a RangeError for more than there is room for, and for values that do not lie on their scale.
 */
export function fillClaims(calculator: BulkCalculator, claims: readonly ExactFacts[]): void {
  const { capacity } = calculator.layout;
  if (claims.length > capacity.rows) throw new RangeError(`more than ${capacity.rows} claims`);
  const written: Written = { children: new Map(), spells: new Map() };
  const { memory, layout } = calculator;
  claims.forEach((claim, row) => {
    writeCell(memory, layout.rowFlags, row, 0);
    writeCell(memory, layout.groups, row, 0);
    fillRecord(calculator, { facts: claim, row, written });
  });
}

interface RecordAt {
  readonly facts: ExactFacts;
  /** Absent for the claim. */
  readonly entity?: string;
  readonly row: number;
  readonly written: Written;
}

function fillRecord(calculator: BulkCalculator, record: RecordAt): void {
  const { layout } = calculator;
  const isOwn = (entity: string | undefined): boolean => {
    const isChild = layout.children.some((each) => each.entity === entity);
    return isChild ? entity === record.entity : record.entity === undefined;
  };
  fillFields(calculator, record, isOwn);
  for (const spell of layout.spells) if (isOwn(spell.entity)) fillSpells(calculator, record, spell);
  for (const child of layout.children) {
    if (child.parent === record.entity) fillChildren(calculator, record, child);
  }
}

function fillFields(
  { layout, memory, texts }: BulkCalculator,
  { facts, row }: RecordAt,
  isOwn: (entity: string) => boolean,
): void {
  for (const field of layout.fields) {
    if (!isOwn(field.entity)) continue;
    const value = facts.inputs.get(field.input);
    const isGiven = value !== undefined && value !== null;
    const isNone = value === null && field.optional;
    if (field.given) writeCell(memory, field.given, row, isGiven ? 1 : isNone ? 2 : 0);
    else if (!isGiven) throw new RangeError(`${field.input} is not given`);
    writeCell(memory, field.value, row, isGiven ? heldCell(value, field, texts) : 0);
  }
}

function fillSpells(
  { memory, texts, layout }: BulkCalculator,
  { facts, row, written }: RecordAt,
  place: SpellPlace,
): void {
  const spells = facts.spells?.get(place.input);
  const start = written.spells.get(place.input) ?? 0;
  const end = start + (spells?.length ?? 0);
  if (end > layout.capacity.spells)
    throw new RangeError('more stretches of days than there is room for');
  written.spells.set(place.input, end);
  writeCell(memory, place.given, row, spells ? 1 : 0);
  writeCell(memory, place.starts, row, start);
  writeCell(memory, place.starts, row + 1, end);
  spells?.forEach(({ validity: { from = firstDay, to = lastDay }, value }, at) => {
    writeCell(memory, place.from, start + at, from);
    writeCell(memory, place.to, start + at, to);
    writeCell(memory, place.value, start + at, heldCell(value, place, texts));
  });
}

const firstDay = -1e9;
const lastDay = 1e9;

function fillChildren(calculator: BulkCalculator, record: RecordAt, place: ChildPlace): void {
  const { memory, layout } = calculator;
  const { facts, row, written } = record;
  const list = facts.children.get(place.entity);
  const start = written.children.get(place.entity) ?? 0;
  const end = start + (list?.length ?? 0);
  if (end > layout.capacity.records) throw new RangeError('more records than there is room for');
  written.children.set(place.entity, end);
  if (place.given) writeCell(memory, place.given, row, list ? 1 : 0);
  writeCell(memory, place.starts, row, start);
  writeCell(memory, place.starts, row + 1, end);
  list?.forEach((child, at) => {
    fillRecord(calculator, { facts: child, entity: place.entity, row: start + at, written });
  });
}
