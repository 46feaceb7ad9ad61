import type { TextLanguage } from '@tiaoli/base';
import type { Change, Estimate } from '@tiaoli/simulation';
import type { ChangeUnits, MoneyUnit } from '../text/amounts.ts';
import {
  intervalHalf,
  printFloat,
  printMoney,
  printPeople,
  printPercent,
  yuanUnit,
} from '../text/amounts.ts';
import type { Say } from '../text/words.ts';
import type { Cell, TableColumn } from './table.ts';

export function textCell(text: string): Cell {
  return { text, value: text };
}

/** What must not be told. */
export function hiddenCell(say: Say): Cell {
  return { text: say({ zh: '隐去', en: 'hidden' }), value: null };
}

/** Said under a table that hides something. */
export function hiddenNotes(isHidden: boolean, say: Say): readonly string[] {
  const text = {
    zh: '隐去：人数太少，或能由合计推出人数太少的另一组。',
    en: 'Hidden: too few people, or it would give away another group of too few.',
  };
  return isHidden ? [say(text)] : [];
}

export function noCell(): Cell {
  return { text: '—', value: null };
}

export function countCell(count: number): Cell {
  return { text: printFloat(count, { digits: 0 }), value: count };
}

/** Yuan in a unit, with its margin. */
export function moneyCell({ value, error }: Estimate, unit: MoneyUnit, signed = false): Cell {
  const text = printMoney(value, unit, signed);
  if (error === undefined) return { text, value };
  const half = intervalHalf(error) / Number(unit.yuan);
  return { text, value, error, margin: `±${printFloat(half, { digits: 2 })}` };
}

/** An exact amount of one person. */
export function yuanCell(value: string, signed = false): Cell {
  return moneyCell({ value }, yuanUnit, signed);
}

export function peopleCell({ value, error }: Estimate, signed = false): Cell {
  const text = printPeople(value, signed);
  if (error === undefined) return { text, value };
  return { text, value, error, margin: `±${printFloat(intervalHalf(error), { digits: 0 })}` };
}

/** A share of one, read as percent. */
export function shareCell(share: number, signed = false): Cell {
  return { text: printPercent(share, signed), value: share };
}

/** A difference of shares, read as percentage points. */
export function pointsCell({
  value,
  error,
}: {
  readonly value: number;
  readonly error?: number;
}): Cell {
  const text = printFloat(value * 100, { digits: 3, signed: true });
  if (error === undefined) return { text, value };
  const half = intervalHalf(error) * 100;
  return { text, value, error, margin: `±${printFloat(half, { digits: 3 })}` };
}

/** Before, after, and what changes. */
export function changeCells(
  { baseline, reform, change }: Change,
  units: ChangeUnits,
): readonly Cell[] {
  // The errors of both sides are much larger than that of the change, and not what is asked for.
  return [
    moneyCell({ value: baseline.value }, units.amount),
    moneyCell({ value: reform.value }, units.amount),
    moneyCell(change, units.change, true),
  ];
}

export function peopleChangeCells({ baseline, reform, change }: Change): readonly Cell[] {
  return [
    peopleCell({ value: baseline.value }),
    peopleCell({ value: reform.value }),
    peopleCell(change, true),
  ];
}

export function textColumn(key: string, head: string): TableColumn {
  return { key, head, kind: 'text' };
}

export function countColumn(key: string, head: string): TableColumn {
  return { key, head, kind: 'count' };
}

/** Exact yuan in files, `unit` where it is read. */
export function moneyColumn(
  key: string,
  head: string,
  { unit, language }: { readonly unit: MoneyUnit; readonly language: TextLanguage },
): TableColumn {
  const yuan = yuanUnit.name[language];
  return { key, head, unit: unit.name[language], fileUnit: yuan, kind: 'decimal' };
}

export function peopleColumn(key: string, head: string, language: TextLanguage): TableColumn {
  const unit = { zh: '人', en: 'people' }[language];
  return { key, head, unit, fileUnit: unit, kind: 'decimal' };
}

export function shareColumn(key: string, head: string): TableColumn {
  return { key, head, kind: 'number' };
}

export function withErrors(column: TableColumn): TableColumn {
  return { ...column, hasErrors: true };
}
