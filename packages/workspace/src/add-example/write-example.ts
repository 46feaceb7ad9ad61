import type { DayNumber } from '@tiaoli/base';
import type { Facts } from '@tiaoli/interpreter';
import { accumulatorKey, isSameValue } from '@tiaoli/interpreter';
import type { AccumulatedValue, CaseClaim, CaseRecord, Settlement } from '@tiaoli/settlement';
import { claimFacts, initialState, ofKind, readableInputs } from '@tiaoli/settlement';
import type { CaseSettler } from '../open-settler.ts';
import type { SettledCase } from '../settle-case.ts';
import { claimExpectations, totalExpectations } from './print-expectations.ts';
import type { InputsOf, Written } from './print-facts.ts';
import { joinWritten, printFactValue, printRecord, written } from './print-facts.ts';
import { printKeys } from './print-keys.ts';

type SettledCaseResult = Extract<SettledCase, { kind: 'settled' }>;
type Settled = Extract<Settlement['claims'][number], { kind: 'settled' }>;

export interface ExampleHead {
  readonly name: string;
  readonly place?: string;
  readonly on?: DayNumber;
  /** Names of the results to expect; the usual ones without it. */
  readonly expected?: readonly string[];
}

/** The 算例 of a settled case as text, on one line, in Chinese keywords. */
export function writeExample(
  settler: CaseSettler,
  settled: SettledCaseResult,
  head: ExampleHead,
): Written {
  const { settlement, given } = settled;
  const claims = settlement.claims.filter((claim): claim is Settled => claim.kind === 'settled');
  const [first] = claims;
  if (!first) return { kind: 'unsayable', what: { zh: '没有结算', en: 'there is no claim' } };
  const { above, event, below, listed } = settler.vocabulary;
  const subjects = above.flatMap((entity) => {
    const records = given.subjects.filter((record) => record.entity === entity.id);
    const lists = listed.filter(({ parent }) => parent === entity.id);
    return records.flatMap((each) => printRecord(each, entity, lists, namedInputs(first)) ?? []);
  });
  const events = claims.flatMap((claim, at) => {
    const record = given.claims[at];
    const facts =
      record && printRecord(withoutOwnId(record, claim), event, below, claimInputs(settler, claim));
    const expected = block('期望', claimExpectations(claim, head.expected));
    return [facts ?? written(`${event.name} {}`), ...expected];
  });
  const items = [
    ...(head.place === undefined ? [] : [written(`地区 ${head.place}`)]),
    ...before(given.before, first),
    ...subjects,
    ...events,
    ...voidedClaims(settler, settled.voided, first),
    ...block('合计 期望', totalExpectations(settlement, head.expected)),
  ];
  const body = joinWritten(items, '；');
  if (body.kind === 'unsayable') return body;
  return written(`算例「${head.name}」 { ${body.text} }`);
}

/** Claims that do not count, behind the others: they have no turn. */
function voidedClaims(
  settler: CaseSettler,
  claims: readonly CaseClaim[],
  settled: Settled,
): readonly Written[] {
  const { event, below } = settler.vocabulary;
  return claims.map((claim) => {
    const record = withoutOwnId(claim, settled);
    const facts = printRecord(record, event, below, claimInputs(settler, settled));
    if (facts?.kind === 'unsayable') return facts;
    return written(`${event.name} 作废 ${facts?.text.slice(event.name.length + 1) ?? '{}'}`);
  });
}

/** A claim without a number was given one, by its position; it is written only where a rule reads it. */
function withoutOwnId(record: CaseClaim, { program }: Settled): CaseRecord {
  const readable = readableInputs(program);
  const inputs = [...record.inputs].filter(([id]) => record.places.has(id) || readable.has(id));
  return { ...record, inputs: new Map(inputs) };
}

/** The facts of each claim that an example of the case must have. */
export function factsToWrite(
  { vocabulary }: CaseSettler,
  { settlement, given }: SettledCaseResult,
): readonly Facts[] {
  return settlement.claims.flatMap((claim, at) => {
    const record = given.claims[at];
    if (claim.kind !== 'settled' || !record) return [];
    return [claimFacts(withoutOwnId(record, claim), given.subjects, vocabulary)];
  });
}

/** The inputs of a claim, which may also say whose of the household it is. */
function claimInputs({ vocabulary }: CaseSettler, claim: Settled): InputsOf {
  const named = namedInputs(claim);
  const { event, keyFields } = vocabulary;
  return (entity) =>
    entity === event.id ? [...keyFields.values(), ...named(entity)] : named(entity);
}

/** Inputs that the rules of the claim know; of those of one name the one that they read. */
function namedInputs({ program }: Settled): InputsOf {
  const readable = readableInputs(program);
  const inputs = ofKind(program.declarations, 'input');
  return (entity) => {
    const byName = Map.groupBy(
      inputs.filter((input) => input.entity === entity),
      ({ name }) => name,
    );
    return [...byName.values()].flatMap((same) => {
      const input = same.find(({ id }) => readable.has(id)) ?? same[0];
      return input ? [input] : [];
    });
  };
}

function block(heading: string, parts: readonly Written[]): readonly Written[] {
  if (parts.length === 0) return [];
  const body = joinWritten(parts, '；');
  return [body.kind === 'written' ? written(`${heading} { ${body.text} }`) : body];
}

/** 之前: what is accumulated before belongs to the period of the first claim. */
function before(values: readonly AccumulatedValue[], first: Settled): readonly Written[] {
  const { program, version, facts, on, reference } = first;
  const own = initialState(
    values.map(({ accumulator, key, value }) => ({ accumulator, key, value })),
    program,
    version.module,
    facts,
    on,
    reference,
  );
  const parts = values.map(({ accumulator, key, value, instance }): Written => {
    const { name, type } = accumulator;
    const ownKey = accumulatorKey(program, accumulator, facts, reference);
    const stored = own.get(name)?.get(key === '' ? (ownKey ?? '') : key);
    const isOwn = instance === undefined || stored?.instance === instance;
    if (!isOwn || !stored || !isSameValue(stored.value, value)) {
      const zh = `以前累计的“${name}”不属于第一笔结算的年度`;
      const en = `"${name}" was accumulated in another period`;
      return { kind: 'unsayable', what: { zh, en } };
    }
    const printed = printFactValue(value, type, name);
    const keys = key === '' || key === ownKey ? written('') : printKeys(accumulator, key, program);
    const path = name.startsWith('限额池「') ? name.slice('限额池'.length) : name;
    const parts = [written(path), keys, written(' = '), printed];
    return joinWritten(parts, '');
  });
  return block('之前', parts);
}
