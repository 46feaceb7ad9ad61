import type { InputDeclaration } from '@tiaoli/ir';
import type {
  CaseClaim,
  CaseRecord,
  JsonValue,
  SettledClaim,
  Settlement,
  Vocabulary,
} from '@tiaoli/settlement';
import { encodeValue, keysOf, ofKind, relevantInputs } from '@tiaoli/settlement';
import type { CaseSettler } from '../open-settler.ts';
import type { SettledCase } from '../settle-case.ts';

/** How one field of a form stands in a settled case. */
export interface FieldState {
  /** `claims[0].医院级别`, `person.年龄`: the record as it stands in the case, and the declared name. */
  readonly path: string;
  /** `open`: left out, without a default, and not needed. */
  readonly state: 'given' | 'default' | 'missing' | 'open';
  /** Whether a result of this case rests on it; what does not matter may be dimmed, and need not be asked for. */
  readonly matters: boolean;
  /** What stands for a field that is left out, in the form of a case, where this case came to it. */
  readonly value?: JsonValue;
}

type Settled = Extract<SettledCase, { kind: 'settled' }>;

/** What a field is looked up in: a claim as settled, with what matters in it and what it lacks. */
interface ClaimView {
  readonly claim: CaseClaim;
  readonly inputs: readonly InputDeclaration[];
  readonly relevant: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly defaults: ReadonlyMap<string, JsonValue>;
}

/** The fields of the person, of what else the claims belong to, of each claim and of each of its records. */
export function fieldStates(
  { vocabulary }: CaseSettler,
  { settlement, given, missing }: Settled,
): readonly FieldState[] {
  const relevant = relevantInputs(settlement);
  const views = given.claims.flatMap((claim, at): readonly ClaimView[] => {
    const settled = settlement.claims[at];
    if (!settled) return [];
    return [
      {
        claim,
        inputs: inputsOf(settled, vocabulary),
        relevant: relevant[at] ?? new Set(),
        missing: new Set(missing.filter(({ position }) => position === at).map(({ id }) => id)),
        defaults: defaultsOf(settled),
      },
    ];
  });
  const subjects = vocabulary.above.flatMap((entity) => {
    const records = given.subjects.filter((each) => each.entity === entity.id);
    const path = keysOf(entity)[0] ?? entity.name;
    const own =
      records.length === 0
        ? recordStates(path, undefined, entity.id, views)
        : records.flatMap((record) => recordStates(record.path, record, entity.id, views));
    return [...own, ...records.flatMap(({ children }) => listStates(children, views))];
  });
  const claims = views.flatMap((view) => [
    ...recordStates(view.claim.path, view.claim, vocabulary.event.id, [view]),
    ...listStates(view.claim.children, [view]),
  ]);
  return [...subjects, ...claims];
}

/** Of the records of lists, by the entity of each list. */
function listStates(
  lists: CaseRecord['children'],
  views: readonly ClaimView[],
): readonly FieldState[] {
  return [...lists].flatMap(([entity, records]) =>
    records.flatMap((record) => recordStates(record.path, record, entity, views)),
  );
}

function recordStates(
  path: string,
  record: CaseRecord | undefined,
  entity: string,
  views: readonly ClaimView[],
): readonly FieldState[] {
  const inputs = new Map(
    views.flatMap((view) =>
      view.inputs.filter((input) => input.entity === entity).map((input) => [input.id, input]),
    ),
  );
  return [...inputs.values()].map((input) => {
    const { id, name } = input;
    const isGiven = record?.places.has(id) ?? false;
    const value = views.map(({ defaults }) => defaults.get(id)).find((each) => each !== undefined);
    return {
      path: `${path}.${name}`,
      state: isGiven ? 'given' : stateOf(input, views),
      matters: views.some(({ relevant }) => relevant.has(id)),
      ...(!isGiven && value !== undefined && { value }),
    };
  });
}

function stateOf(
  { id, default: fallback }: InputDeclaration,
  views: readonly ClaimView[],
): FieldState['state'] {
  if (views.some(({ missing }) => missing.has(id))) return 'missing';
  return fallback ? 'default' : 'open';
}

function inputsOf(settled: SettledClaim, { fields }: Vocabulary): readonly InputDeclaration[] {
  if (settled.kind === 'settled') return ofKind(settled.program.declarations, 'input');
  const all = [...fields.values()].flatMap((byName) => [...byName.values()].flat());
  return [...new Map(all.map((input) => [input.name, input])).values()];
}

/** What each default came to; of records that took it several times, what it came to first. */
function defaultsOf(settled: Settlement['claims'][number]): ReadonlyMap<string, JsonValue> {
  if (settled.kind === 'waiting') return new Map();
  const types = new Map(
    ofKind(settled.program.declarations, 'input').map(({ id, type }) => [id, type]),
  );
  const defaults = new Map<string, JsonValue>();
  for (const { definition, value } of settled.step.trace ?? []) {
    const type = types.get(definition);
    if (!type || value.status !== 'value' || defaults.has(definition)) continue;
    defaults.set(definition, encodeValue(value.value, type));
  }
  return defaults;
}
