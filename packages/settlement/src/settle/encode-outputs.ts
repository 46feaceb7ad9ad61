import { add, ZERO } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { Definition, Program } from '@tiaoli/ir';
import type { DocumentNames } from '../clause-text.ts';
import { clauseText, documentNames } from '../clause-text.ts';
import { isProbe } from '../ladder/slot-probes.ts';
import type { ResultValue } from './case-result.ts';
import { encodeValue, kindOf } from './encode-value.ts';
import type { SettledClaim } from './settle-claims.ts';

/** A definition that a case prints, under the name it is printed by. */
export interface PrintedResult {
  readonly name: string;
  readonly field?: string;
  readonly definition: Definition;
}

/**
 * The results of a program in the order of its definitions, each once: public definitions, and what the national fields
 * name. Two documents may use one name: the one settled keeps it, the others are printed by id.
 */
export function printedResults(program: Program): readonly PrintedResult[] {
  const fields = new Map<string, string>();
  for (const { definition, field } of program.outputs) {
    if (!fields.has(definition)) fields.set(definition, field);
  }
  const results = program.definitions.filter(
    ({ id, visibility, entity }) =>
      (visibility === 'result' || fields.has(id)) && !isProbe(id) && !isBelowEvent(program, entity),
  );
  const owners = new Map<string, string>();
  for (const { id, name } of results) {
    if (!owners.has(name) || id.startsWith(`${program.document}/`)) owners.set(name, id);
  }
  return results.map((definition) => {
    const { id, name } = definition;
    const field = fields.get(id);
    return {
      name: owners.get(name) === id ? name : id,
      definition,
      ...(field !== undefined && isNationalField(field) && { field }),
    };
  });
}

/** A 结果 may also give a field of the document's own, which is then its name. */
function isNationalField(field: string): boolean {
  return /^[a-z_]+$/.test(field);
}

/** Definitions of 明细 have a value for each record and are no result of the claim. */
function isBelowEvent({ declarations }: Program, entity: string): boolean {
  const event = declarations.find((each) => each.kind === 'entity' && each.order.length > 0);
  return declarations.some(
    (each) => each.kind === 'entity' && each.id === entity && each.parent === event?.id,
  );
}

/** The results of one claim. */
export function encodeClaimOutputs(claim: SettledClaim): Readonly<Record<string, ResultValue>> {
  if (claim.kind === 'waiting') return {};
  const names = documentNames(claim.program.declarations);
  return Object.fromEntries(
    printedResults(claim.program).map(({ name, field, definition }) => {
      const outcome = claim.outcomes.get(definition.id);
      return [name, encodeOutcome(outcome, definition, names, field)];
    }),
  );
}

/** The results over all claims: money summed, everything else as on the last claim that has it. */
export function encodeTotals(
  claims: readonly SettledClaim[],
): Readonly<Record<string, ResultValue>> {
  const totals = new Map<string, ResultValue>();
  const sums = new Map<string, Outcome>();
  for (const claim of claims) {
    if (claim.kind === 'waiting') continue;
    const names = documentNames(claim.program.declarations);
    for (const { name, field, definition } of printedResults(claim.program)) {
      const outcome = claim.outcomes.get(definition.id);
      const total =
        definition.type.kind === 'money' ? addOutcomes(sums.get(name), outcome) : outcome;
      if (total) sums.set(name, total);
      totals.set(name, encodeOutcome(total, definition, names, field));
    }
  }
  return Object.fromEntries(totals);
}

/** 不适用 counts nothing in a sum; 待补充 makes it 待补充. */
export function addOutcomes(
  left: Outcome | undefined,
  right: Outcome | undefined,
): Outcome | undefined {
  if (!left || left.status === 'not-applicable') return right ?? left;
  if (!right || right.status === 'not-applicable') return left;
  if (left.status === 'missing') return left;
  if (right.status === 'missing') return right;
  return { status: 'value', value: add(numberOf(left), numberOf(right)) };
}

function numberOf({ value }: Extract<Outcome, { status: 'value' }>) {
  return typeof value === 'object' && 'numerator' in value ? value : ZERO;
}

export function encodeOutcome(
  outcome: Outcome | undefined,
  { type, origin }: Definition,
  names: DocumentNames,
  field: string | undefined,
): ResultValue {
  const rest = {
    kind: kindOf(type),
    ...(origin.clause && { clause: clauseText(origin.clause, names) }),
    ...(field !== undefined && { field }),
  };
  if (outcome?.status === 'value') {
    return { value: encodeValue(outcome.value, type), status: 'value', ...rest };
  }
  if (outcome?.status === 'not-applicable') {
    return { value: null, status: 'not-applicable', reason: outcome.reason, ...rest };
  }
  const reason = (outcome?.causes ?? []).map((cause) => cause.reason).join('；');
  return { value: null, status: 'missing', ...(reason !== '' && { reason }), ...rest };
}
