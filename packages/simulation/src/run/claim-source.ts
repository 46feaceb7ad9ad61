import type { ColumnValues } from '../table/columns.ts';
import { tables } from '../table/columns.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import type { EncodedField } from './encode-field.ts';
import type { ReadColumns } from './read-columns.ts';

/** Whose claims are run: words of the columns `scheme` and `city`; everybody's when absent. */
export interface Coverage {
  readonly scheme?: 'employee' | 'resident';
  readonly city?: string;
}

/** The claims of a bucket that the rules see, in order, person by person. */
export interface ClaimSource {
  readonly persons: ReadColumns;
  readonly claims: ReadColumns;
  /** For each person whether the rules cover them. */
  readonly covered: Uint8Array;
  /** Rows of the claims that are seen. */
  readonly rows: Int32Array;
  /** Rows of the people who have such claims, and for each the first of `rows`, with one more behind the last. */
  readonly people: Int32Array;
  readonly firsts: Int32Array;
  /** Claims that are not seen, by why. */
  readonly unseen: readonly UnseenClaims[];
  /** What other rules gave for these claims, by input. */
  readonly derived: Map<string, Float64Array>;
  /** Facts as modules hold them. */
  readonly encoded: Map<string, EncodedField>;
}

export interface UnseenClaims {
  /** Of people whom the run does not cover, or of a word that some input does not know: `医疗类别：maternity`. */
  readonly kind: 'outside' | 'not-covered';
  readonly reason: string;
  readonly claims: number;
}

/** Chooses the claims that rules with these inputs see: of people they cover, of kinds that they know. */
export function claimSource(
  persons: ReadColumns,
  claims: ReadColumns,
  mapping: readonly InputMapping[],
  coverage: Coverage,
): ClaimSource {
  const covered = coveredPeople(persons, coverage);
  const unknownTo = unknownWords(mapping, persons, claims);
  const owners = columnOf(claims, 'person_row');
  const rows = new Int32Array(claims.count);
  const unseen = new Map<string, number>();
  const people = new Int32Array(persons.count);
  const firsts = new Int32Array(persons.count + 1);
  let seen = 0;
  let count = 0;
  let before = -1;
  let outside = 0;
  for (let row = 0; row < claims.count; row += 1) {
    const person = owners[row] ?? -1;
    if (person < before || person >= persons.count) throw new Error('claims out of order');
    before = person;
    if (covered[person] === 0) {
      // Counted apart: they are most of the claims, and their place is that of the first.
      if (outside === 0) unseen.set(OUTSIDE, 0);
      outside += 1;
      continue;
    }
    const unknown = unknownTo(person, row);
    if (unknown !== undefined) {
      unseen.set(unknown, (unseen.get(unknown) ?? 0) + 1);
      continue;
    }
    if (seen === 0 || people[seen - 1] !== person) {
      people[seen] = person;
      firsts[seen] = count;
      seen += 1;
    }
    rows[count] = row;
    count += 1;
  }
  firsts[seen] = count;
  if (outside > 0) unseen.set(OUTSIDE, outside);
  return {
    ...{ persons, claims, covered },
    rows: rows.subarray(0, count),
    people: people.subarray(0, seen),
    firsts: firsts.subarray(0, seen + 1),
    unseen: [...unseen].map(([reason, left]) => ({
      ...(reason === OUTSIDE
        ? ({ kind: 'outside', reason: '' } as const)
        : ({ kind: 'not-covered', reason } as const)),
      claims: left,
    })),
    derived: new Map(),
    encoded: new Map(),
  };
}

export function columnOf({ columns }: ReadColumns, name: string): ColumnValues {
  const values = columns[name];
  if (!values) throw new Error(`the column ${name} was not read`);
  return values;
}

function coveredPeople(persons: ReadColumns, { scheme, city }: Coverage): Uint8Array {
  const covered = new Uint8Array(persons.count).fill(1);
  for (const [name, wanted] of [
    ['scheme', scheme],
    ['city', city],
  ] as const) {
    if (wanted === undefined) continue;
    const values = columnOf(persons, name);
    const index = wordsOf(persons, 'persons', name).indexOf(wanted);
    for (let row = 0; row < persons.count; row += 1) if (values[row] !== index) covered[row] = 0;
  }
  return covered;
}

/** The words behind the numbers of a column; none where the numbers are what they are. */
export function wordsOf(
  { words }: ReadColumns,
  table: InputMapping['table'],
  name: string,
): readonly string[] {
  const type = tables[table].find((column) => column.name === name)?.type;
  return type?.kind === 'member' ? type.members : (words[name] ?? []);
}

const OUTSIDE = '';

/** A claim is not seen where some input knows no such member (`null` in the mapping): gives the input and the word. */
function unknownWords(
  mapping: readonly InputMapping[],
  persons: ReadColumns,
  claims: ReadColumns,
): (person: number, claim: number) => string | undefined {
  const tests = mapping.flatMap(({ input, table, column, members }) => {
    const read = table === 'persons' ? persons : claims;
    const unknown = wordsOf(read, table, column).map((word) =>
      members?.[word] === null ? `${nameOfInput(input)}：${word}` : undefined,
    );
    const values = columnOf(read, column);
    return unknown.every((each) => each === undefined) ? [] : [{ table, unknown, values }];
  });
  return (person, claim) => {
    for (const { table, unknown, values } of tests) {
      const found = unknown[values[table === 'persons' ? person : claim] ?? 0];
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The last part of its id. */
export function nameOfInput(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf('.')) + 1);
}

/** Place of `inpatient` among the members of `med_type`. */
export const INPATIENT = 0;
