import type { DayNumber } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { valueOfLiteral } from '@tiaoli/interpreter';
import type {
  EntityDeclaration,
  ExampleDeclaration,
  ExampleFact,
  ExampleRecord,
  InputDeclaration,
  Module,
} from '@tiaoli/ir';
import type { JsonValue, Vocabulary } from '@tiaoli/settlement';
import { encodeValue, keysOf, ofKind, vocabularyOf } from '@tiaoli/settlement';
import type { Policies } from '../open-policies.ts';
import type { DocumentReference } from '../resolve-reference.ts';

/** The facts of a 算例 as a case in the JSON form of `calc`. */
export interface ExampleCase {
  readonly name: string;
  /** Ids of published cases. */
  readonly published: readonly string[];
  readonly place?: string;
  readonly on?: string;
  readonly input: Readonly<Record<string, ExampleJson>>;
}

export type ExampleJson =
  | JsonValue
  | null
  | readonly ExampleJson[]
  | { readonly [key: string]: ExampleJson };

/**
 * What the examples of a document give, those of published cases first; examples without a claim are left out, as are
 * those of files with errors, and applications for services and checks of lists, which are no claims for money.
 */
export function exampleCases(
  policies: Policies,
  { headers }: DocumentReference,
): readonly ExampleCase[] {
  const cases = headers.flatMap(({ path, from }) => {
    const { module } = policies.lower(path);
    const vocabulary = module && vocabularyOf(module);
    if (!vocabulary) return [];
    const inputs = new Map(ofKind(module.declarations, 'input').map((input) => [input.id, input]));
    return ofKind(module.declarations, 'example')
      .filter(({ span, events }) => span.file === path && events.length > 0)
      .filter((example) => !isNoClaim(example, module))
      .filter(hasStoredRows)
      .map((example) => exampleCase(example, { vocabulary, inputs, from }));
  });
  return cases.toSorted(
    (left, right) => Number(left.published.length === 0) - Number(right.published.length === 0),
  );
}

function isNoClaim({ events }: ExampleDeclaration, { declarations }: Module): boolean {
  const happenings = new Set([
    ...ofKind(declarations, 'service').map((service) => service.accepted),
    ...ofKind(declarations, 'watchlist').map((list) => list.checked),
  ]);
  return events.some(({ record }) => record.fields.some(({ target }) => happenings.has(target)));
}

/** A case is settled against the stored rows of catalogues: an example that brings rows of its own is none. */
function hasStoredRows({ catalogues = [] }: ExampleDeclaration): boolean {
  return catalogues.length === 0;
}

interface Setting {
  readonly vocabulary: Vocabulary;
  readonly inputs: ReadonlyMap<string, InputDeclaration>;
  /** The first day of the file: an example without any day is of that one. */
  readonly from: DayNumber | undefined;
}

function exampleCase(example: ExampleDeclaration, setting: Setting): ExampleCase {
  const { name, cases, place, subjects, events, before } = example;
  const { event } = setting.vocabulary;
  const [day] = event.order;
  const hasDay = ({ record }: ExampleDeclaration['events'][number]): boolean =>
    record.fields.some(({ target }) => target === day);
  const on = example.on ?? (events.every(hasDay) ? undefined : setting.from);
  const persons = subjectsJson(subjects, setting);
  const state = before.flatMap(({ target, value }) => {
    const accumulated = setting.vocabulary.accumulators.get(target.replace(/\[.*\]$/, ''));
    if (!accumulated) return [];
    const { type } = accumulated;
    return [[target, encodeValue(valueOfLiteral({ kind: 'literal', type, value }), type)] as const];
  });
  return {
    name,
    published: cases,
    ...(place !== undefined && { place }),
    ...(on !== undefined && { on: printDate(on) }),
    input: {
      ...Object.fromEntries(persons),
      [keyOf(event)]: events.map(({ record }, at) => ({
        id: String(at + 1),
        ...absentJson(event.id, setting),
        ...claimJson(record, setting),
        ...(record.voided && { void: true }),
      })),
      ...(state.length > 0 && { state: Object.fromEntries(state) }),
    },
  };
}

/** The records above the claim: one by its key, of several people a list; lists that are not given are empty. */
function subjectsJson(subjects: readonly ExampleRecord[], setting: Setting) {
  const { above, listed } = setting.vocabulary;
  return above.flatMap((entity) => {
    const lists = listed.filter(({ parent }) => parent === entity.id);
    const jsonOf = (subject: ExampleRecord | undefined): Readonly<Record<string, ExampleJson>> => ({
      ...absentJson(entity.id, setting),
      ...(subject && recordJson(subject, setting)),
      ...childrenJson(subject?.children ?? [], lists, setting),
    });
    const given = subjects.filter((each) => each.entity === entity.id);
    const [first, second] = given;
    const json = second ? given.map(jsonOf) : jsonOf(first);
    return first || Object.keys(json).length > 0 ? [[keyOf(entity), json] as const] : [];
  });
}

/** An example is complete: of what may be absent (或 无), it has what it gives. */
function absentJson(entity: string, { inputs }: Setting): Readonly<Record<string, null>> {
  const optional = [...inputs.values()].filter((each) => each.entity === entity && each.optional);
  return Object.fromEntries(optional.map(({ name }) => [name, null]));
}

/** An example is complete: a claim without records below it has none. */
function claimJson(record: ExampleRecord, setting: Setting): Readonly<Record<string, ExampleJson>> {
  return {
    ...recordJson(record, setting),
    ...childrenJson(record.children, setting.vocabulary.below, setting),
  };
}

function childrenJson(
  children: readonly ExampleRecord[],
  entities: readonly EntityDeclaration[],
  setting: Setting,
): Readonly<Record<string, ExampleJson>> {
  return Object.fromEntries(
    entities.map((entity) => [
      keyOf(entity),
      children
        .filter((child) => child.entity === entity.id)
        .map((child) => recordJson(child, setting)),
    ]),
  );
}

function recordJson(
  { fields }: ExampleRecord,
  { inputs, vocabulary }: Setting,
): Readonly<Record<string, ExampleJson>> {
  const { event } = vocabulary;
  return Object.fromEntries(
    fields.flatMap((fact) => {
      const input = inputs.get(fact.target);
      if (!input) return [];
      const isId = event.order.includes(input.id) && input.type.kind !== 'date';
      return [[isId ? 'id' : input.name, factJson(fact, input)] as const];
    }),
  );
}

function factJson({ value, spells }: ExampleFact, { type }: InputDeclaration): ExampleJson {
  const encode = (each: ExampleFact['value']): JsonValue =>
    encodeValue(valueOfLiteral({ kind: 'literal', type, value: each }), type);
  if (!spells) return encode(value);
  return spells.map((spell) => ({
    ...(spell.validity.from !== undefined && { from: printDate(spell.validity.from) }),
    ...(spell.validity.to !== undefined && { to: printDate(spell.validity.to) }),
    value: encode(spell.value),
  }));
}

function keyOf(entity: Parameters<typeof keysOf>[0]): string {
  return keysOf(entity)[0] ?? entity.name;
}
