import { mostRecords } from '../../passes/range-of-expr.ts';
import type { Emission } from './emission.ts';
import type { AccumulatorRow, CalculatorTables, FieldRow } from './emit-tables.ts';

/**
 * `admits`: whether the numbers given are the integers for which the program was proved exact, and, where facts must
 * be complete, whether they are.
 */
export function emitAdmission(tables: CalculatorTables, emission: Emission): string {
  const { fields, children, accumulators } = tables;
  const { partial, analysis } = emission;
  const keyOf = new Map(children.map(({ key, entity }) => [entity, key]));
  const kinds = ['f', ...children.map(({ key }) => key)];
  const rowsOf = (kind: string): readonly string[] =>
    fields
      .filter(({ entity, spells }) => !spells && (keyOf.get(entity) ?? 'f') === kind)
      .map((row) => boundsRow(row, partial || row.optional || row.defaulted));
  const below = (kind: string): readonly string[] =>
    children
      .filter(({ entity }) => {
        const parent = analysis.index.entities.get(entity)?.parent ?? '';
        return (keyOf.get(parent) ?? 'f') === kind;
      })
      .map(({ key }) => `'${key}'`);
  const rowsOfState = (ofKeyed: boolean): readonly string[] =>
    accumulators.filter(({ keyed }) => keyed === ofKeyed).map((row) => boundsRow(row, true));
  return `const stateRows = [${rowsOfState(false).join(', ')}];
const keyedRows = [${rowsOfState(true).join(', ')}];
const factRows = { ${kinds.map((kind) => `${kind}: [${rowsOf(kind).join(', ')}]`).join(', ')} };
const recordsBelow = { ${kinds.map((kind) => `${kind}: [${below(kind).join(', ')}]`).join(', ')} };
function isHeld(value, held, low, high, mayLack) {
if (value === undefined || value === null) return mayLack;
if (held === 'number') return Number.isSafeInteger(value) && !(value < low) && !(value > high);
if (held === 'bigint') return typeof value === 'bigint' && !(value < low) && !(value > high);
return true;
}
function areHeld(record, rows) {
return rows.every(([key, held, low, high, mayLack]) => isHeld(record[key], held, low, high, mayLack));
}
function isRecordHeld(record, kind) {
return areHeld(record, factRows[kind]) && recordsBelow[kind].every((key) => {
const list = record[key];
if (list === undefined) return ${partial};
return list.length <= ${mostRecords} && list.every((each) => isRecordHeld(each, key));
});
}
function areKeyedHeld(s) {
return keyedRows.every(([key, held, low, high]) => [...s[key].values()].every((entry) => isHeld(entry[1], held, low, high, false)));
}
export function admits(s, f) {
return areHeld(s, stateRows) && areKeyedHeld(s) && isRecordHeld(f, 'f');
}`;
}

function boundsRow({ key, held, low, high }: FieldRow | AccumulatorRow, mayLack: boolean): string {
  const suffix = held === 'bigint' ? 'n' : '';
  const bound = (text: string | undefined) =>
    text === undefined ? 'undefined' : `${text}${suffix}`;
  return `['${key}', '${held}', ${bound(low)}, ${bound(high)}, ${mayLack}]`;
}
