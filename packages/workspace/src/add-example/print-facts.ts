import type { LocalText, Rational } from '@tiaoli/base';
import { printDate, yuanOfFen } from '@tiaoli/base';
import type { Value } from '@tiaoli/interpreter';
import { isNumber, isSet } from '@tiaoli/interpreter';
import type { EntityDeclaration, InputDeclaration, ValueType } from '@tiaoli/ir';
import { printMembers, printNumber, printTruth } from '@tiaoli/ir';
import type { CaseRecord, Spell } from '@tiaoli/settlement';

/** A stretch of an example in the language's own words, or why there are none for it. */
export type Written =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'unsayable'; readonly what: LocalText };

export function written(text: string): Written {
  return { kind: 'written', text };
}

/** All of them joined; the first that cannot be said keeps all from being said. */
export function joinWritten(parts: readonly Written[], separator: string): Written {
  const unsayable = parts.find((part) => part.kind === 'unsayable');
  if (unsayable) return unsayable;
  return written(
    parts.flatMap((part) => (part.kind === 'written' ? [part.text] : [])).join(separator),
  );
}

/** The inputs of each entity that an example may name, in their order. */
export type InputsOf = (entity: string) => readonly InputDeclaration[];

/** `结算 { 结算日期：2023-03-01； … }` with the records below; nothing where nothing is given. */
export function printRecord(
  record: CaseRecord,
  entity: EntityDeclaration,
  below: readonly EntityDeclaration[],
  inputsOf: InputsOf,
): Written | undefined {
  const facts = inputsOf(entity.id).flatMap((input) => printFact(record, input));
  const children = below.flatMap((child) =>
    tables(record.children.get(child.id) ?? [], inputsOf(child.id)).map((rows) =>
      printTable(child.name, rows),
    ),
  );
  const parts = [...facts, ...children];
  if (parts.length === 0) return undefined;
  const body = joinWritten(parts, '；');
  return body.kind === 'written' ? written(`${entity.name} { ${body.text} }`) : body;
}

function printFact(
  { inputs, spells }: CaseRecord,
  { id, name, type }: InputDeclaration,
): readonly Written[] {
  const byDay = spells.get(id);
  if (byDay) return byDay.map((spell) => printSpell(name, spell, type));
  const value = inputs.get(id);
  // An example says that there is none by not giving it.
  if (value === undefined || value === null) return [];
  const printed = printFactValue(value, type, name);
  return [printed.kind === 'written' ? written(`${name}：${printed.text}`) : printed];
}

function printSpell(name: string, { validity, value }: Spell, type: ValueType): Written {
  const printed = printFactValue(value, type, name);
  if (printed.kind === 'unsayable') return printed;
  const { from, to } = validity;
  if (from === undefined && to !== undefined) {
    const what = { zh: `“${name}”没有起始日期`, en: `"${name}" has no first day` };
    return { kind: 'unsayable', what };
  }
  const days = [
    ...(from === undefined ? [] : [`自 ${printDate(from)}`]),
    ...(to === undefined ? [] : [`至 ${printDate(to)}`]),
  ];
  return written([`${name}：${printed.text}`, ...days].join(' '));
}

/** A value as a literal of the language; exact. */
export function printFactValue(value: Value, type: ValueType, name: string): Written {
  if (typeof value === 'boolean') return written(printTruth(value, 'zh'));
  if (isSet(value)) return written(printMembers([...value].sort(), 'zh'));
  if (isNumber(value)) {
    const text = type.kind === 'money' ? printAmount(value) : printNumber(value, type, 'zh');
    if (!text.includes('/')) return written(text);
    const what = { zh: `“${name}”不是有限小数`, en: `"${name}" is no finite decimal` };
    return { kind: 'unsayable', what };
  }
  if (type.kind !== 'text') return written(value);
  if (!/["“”＂\p{Cc}]/u.test(value)) return written(`"${value}"`);
  const what = { zh: `“${name}”里有引号或换行`, en: `"${name}" holds quotation marks or lines` };
  return { kind: 'unsayable', what };
}

/** As drafters write amounts: `1万元`, `6650元`, `807.50元`. */
function printAmount(fen: Rational): string {
  const { numerator, denominator } = fen;
  if (denominator !== 1n) return printNumber(fen, { kind: 'money' }, 'zh');
  if (numerator === 0n || numerator % 100n !== 0n) return `${trimmed(yuanOfFen(fen))}元`;
  const isTenThousands = numerator % 1_000_000n === 0n;
  return isTenThousands ? `${numerator / 1_000_000n}万元` : `${numerator / 100n}元`;
}

function trimmed(yuan: string): string {
  return yuan.replace(/\.00$/, '');
}

interface Rows {
  readonly columns: readonly InputDeclaration[];
  readonly records: readonly CaseRecord[];
}

/** Records in tables: those that follow each other and give the same fields stand in one. */
function tables(
  records: readonly CaseRecord[],
  inputs: readonly InputDeclaration[],
): readonly Rows[] {
  const found: { columns: readonly InputDeclaration[]; records: CaseRecord[] }[] = [];
  for (const record of records) {
    const columns = inputs.filter(({ id }) => record.inputs.has(id));
    const last = found.at(-1);
    if (
      last &&
      last.columns.length === columns.length &&
      columns.every((each, at) => each === last.columns[at])
    ) {
      last.records.push(record);
    } else found.push({ columns, records: [record] });
  }
  return found;
}

function printTable(entity: string, { columns, records }: Rows): Written {
  if (columns.length === 0) {
    const what = { zh: `“${entity}”有空行`, en: `"${entity}" has an empty row` };
    return { kind: 'unsayable', what };
  }
  const rows = records.map((record) =>
    joinWritten(
      columns.map(({ id, type, name }) => {
        const value = record.inputs.get(id) ?? undefined;
        const what = { zh: `“${name}”是“无”`, en: `"${name}" is none` };
        return value === undefined
          ? { kind: 'unsayable', what }
          : printFactValue(value, type, name);
      }),
      ' | ',
    ),
  );
  const header = written(columns.map(({ name }) => name).join(' | '));
  const body = joinWritten([header, ...rows], '；');
  return body.kind === 'written' ? written(`${entity} { ${body.text}； }`) : body;
}
