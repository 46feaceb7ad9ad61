import type { DayNumber } from '@tiaoli/base';
import type { Facts, Value } from '@tiaoli/interpreter';
import { valueOfLiteral } from '@tiaoli/interpreter';
import type { ExampleDeclaration, ExampleFact, ExampleRecord, ValueType } from '@tiaoli/ir';
import type { AccumulatedValue, CaseRecord } from '../case/case-record.ts';
import { newRecord } from '../case/case-record.ts';
import { dayOf } from '../case/decode-record.ts';
import { claimFacts, personOf, subjectsOf } from '../case/household.ts';
import type { Vocabulary } from '../case/vocabulary.ts';
import type { ClaimFacts } from '../settle/settle-claims.ts';

type InputTypes = ReadonlyMap<string, ValueType>;

/**
 * The claims of an example, in the order in which they are written. An example is complete: no items means none, and an
 * input that may be absent (或 无) and is not given is absent.
 */
export function exampleClaims(
  { events, subjects }: ExampleDeclaration,
  vocabulary: Vocabulary,
): readonly ClaimFacts[] {
  const types = inputTypes(vocabulary);
  const above = subjects.map((subject) => recordOf(subject, types));
  const [orderedBy] = vocabulary.event.order;
  return countedEvents({ events }).map(({ record }, index) => {
    const own = complete(recordOf(record, types), vocabulary);
    const mine = subjectsOf(own, above, vocabulary);
    giveAbsent(own, mine, vocabulary);
    const settledAt: DayNumber | undefined =
      orderedBy === undefined ? undefined : dayOf(own.inputs.get(orderedBy));
    const person = personOf(own, mine, vocabulary);
    return {
      id: String(index + 1),
      facts: claimFacts(own, above, vocabulary),
      ...(person && { person }),
      ...(settledAt !== undefined && { settledAt }),
    };
  });
}

/** The claims of an example but for those that are voided (作废). */
export function countedEvents({
  events,
}: Pick<ExampleDeclaration, 'events'>): ExampleDeclaration['events'] {
  return events.filter(({ record }) => !record.voided);
}

/** A claim without facts of its own, for expectations about a day. */
export function exampleSubjectFacts(
  { subjects }: ExampleDeclaration,
  vocabulary: Vocabulary,
): Facts {
  const types = inputTypes(vocabulary);
  const above = subjects.map((subject) => recordOf(subject, types));
  const { id, span } = vocabulary.event;
  const record = complete(newRecord(id, '', span), vocabulary);
  const mine = subjectsOf(record, above, vocabulary);
  giveAbsent(record, mine, vocabulary);
  return claimFacts(record, above, vocabulary);
}

/** Lists that are not given are empty, of the claim and of what is above it. */
function complete(record: CaseRecord, { below, listed }: Vocabulary): CaseRecord {
  const none = [...below, ...listed].map(({ id }) => [id, []] as const);
  return { ...record, children: new Map([...none, ...record.children]) };
}

function giveAbsent(own: CaseRecord, above: readonly CaseRecord[], vocabulary: Vocabulary): void {
  const entities = [vocabulary.event, ...vocabulary.above];
  const inputs = entities.flatMap(({ id }) => [...(vocabulary.fields.get(id)?.values() ?? [])]);
  for (const { id, optional } of inputs.flat()) {
    const given = [own, ...above].some((each) => each.inputs.has(id) || each.spells.has(id));
    if (optional && !given) own.inputs.set(id, null);
  }
}

/** 之前: accumulators before the first claim. */
export function exampleBefore(
  { before }: ExampleDeclaration,
  vocabulary: Vocabulary,
): readonly AccumulatedValue[] {
  return before.flatMap(({ target, value }) => {
    const [, name = target, key = ''] = /^(.*?)\[(.*)\]$/.exec(target) ?? [];
    const accumulator = vocabulary.accumulators.get(target) ?? vocabulary.accumulators.get(name);
    if (!accumulator) return [];
    return [{ accumulator, key, value: literalValue(accumulator.type, value) }];
  });
}

/** A value as an example writes it. */
export function literalValue(type: ValueType, value: ExampleFact['value']): Value {
  return valueOfLiteral({ kind: 'literal', type, value });
}

function inputTypes({ fields }: Vocabulary): InputTypes {
  return new Map(
    [...fields.values()].flatMap((byName) =>
      [...byName.values()].flat().map(({ id, type }) => [id, type] as const),
    ),
  );
}

function recordOf(record: ExampleRecord, types: InputTypes): CaseRecord {
  const made = newRecord(record.entity, record.entity, record.span);
  for (const fact of record.fields) addFact(made, fact, types.get(fact.target));
  for (const [entity, children] of Map.groupBy(record.children, (child) => child.entity)) {
    made.children.set(
      entity,
      children.map((child) => recordOf(child, types)),
    );
  }
  return made;
}

function addFact(record: CaseRecord, fact: ExampleFact, type: ValueType | undefined): void {
  if (!type) return;
  const { target, value, spells } = fact;
  if (spells) {
    const read = spells.map((spell) => ({ ...spell, value: literalValue(type, spell.value) }));
    record.spells.set(target, read);
  } else record.inputs.set(target, literalValue(type, value));
}
