import type { DayNumber, Validity } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { valueOfLiteral } from '@tiaoli/interpreter';
import type { ExampleDeclaration, ExampleFact, ExampleRecord, ValueType } from '@tiaoli/ir';
import type { JsonValue, Vocabulary } from '@tiaoli/settlement';
import { encodeValue, ofKind, vocabularyOf } from '@tiaoli/settlement';
import type { Policies } from './open-policies.ts';

/** An 算例 in the JSON form of `calc`, with the place and the day that it names. */
export interface ExampleCase {
  readonly input: CaseJson;
  readonly jurisdiction?: string;
  readonly on?: DayNumber;
}

export interface CaseJson {
  readonly [key: string]: JsonValue | CaseJson | readonly CaseJson[];
}

/**
 * The facts of the example `name` of the file `path` as a case, under the declared names: for a form to start from.
 * Undefined where there is no such example, where its document has errors, and where it has no claims.
 */
export function caseOfExample(
  { lower }: Policies,
  path: string,
  name: string,
): ExampleCase | undefined {
  const { module } = lower(path);
  const vocabulary = module && vocabularyOf(module);
  const example = ofKind(module?.declarations ?? [], 'example').find(
    (each) => each.name === name && each.span.file === path,
  );
  if (!vocabulary || !example || example.events.length === 0) return undefined;
  const { place, on } = example;
  return {
    input: caseJson(example, vocabulary),
    ...(place !== undefined && { jurisdiction: place }),
    ...(on !== undefined && { on }),
  };
}

function caseJson(example: ExampleDeclaration, vocabulary: Vocabulary): CaseJson {
  const { above, event, below, fields } = vocabulary;
  const inputs = new Map(
    [...fields.values()].flatMap((byName) =>
      [...byName.values()].flat().map((input) => [input.id, input] as const),
    ),
  );
  const names = new Map([...above, event, ...below].map(({ id, name }) => [id, name]));
  const factJson = ({ target, value, spells }: ExampleFact) => {
    const input = inputs.get(target);
    if (!input) return [];
    const byDay = spells?.map((spell) => ({
      ...daysJson(spell.validity),
      value: valueJson(input.type, spell.value),
    }));
    return [[input.name, byDay ?? valueJson(input.type, value)] as const];
  };
  const recordJson = (record: ExampleRecord): CaseJson => ({
    ...Object.fromEntries(record.fields.flatMap(factJson)),
    ...Object.fromEntries(
      [...Map.groupBy(record.children, ({ entity }) => entity)].map(([entity, children]) => [
        names.get(entity) ?? entity,
        children.map(recordJson),
      ]),
    ),
  });
  const subjects = example.subjects.map(
    (record) => [names.get(record.entity) ?? record.entity, recordJson(record)] as const,
  );
  const state = example.before.flatMap(({ target, value }) => {
    const [, bare = target] = /^(.*?)\[.*\]$/.exec(target) ?? [];
    const accumulator = vocabulary.accumulators.get(target) ?? vocabulary.accumulators.get(bare);
    return accumulator ? [[target, valueJson(accumulator.type, value)] as const] : [];
  });
  return {
    ...Object.fromEntries(subjects),
    claims: example.events.map(({ record }) => recordJson(record)),
    ...(state.length > 0 && { state: Object.fromEntries(state) }),
  };
}

function valueJson(type: ValueType, value: ExampleFact['value']): JsonValue {
  return encodeValue(valueOfLiteral({ kind: 'literal', type, value }), type);
}

function daysJson({ from, to }: Validity): { readonly from?: string; readonly to?: string } {
  return {
    ...(from !== undefined && { from: printDate(from) }),
    ...(to !== undefined && { to: printDate(to) }),
  };
}
