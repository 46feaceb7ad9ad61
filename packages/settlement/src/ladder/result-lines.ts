import type { LocalText } from '@tiaoli/base';
import { printYuan } from '@tiaoli/base';
import type { Facts, Outcome, TraceStep } from '@tiaoli/interpreter';
import { printValue } from '@tiaoli/interpreter';
import type { Definition, Program, ValueType } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import { documentNames } from '../clause-text.ts';
import { printedResults } from '../settle/encode-outputs.ts';
import type { SettledClaim } from '../settle/settle-claims.ts';
import type { LadderLine } from './ladder.ts';
import { citedClauses, declared } from './slot-sources.ts';
import { numberOf } from './slot-words.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/**
 * The results of an event that nobody is paid for by layers: an enrolment, the year of an area. Those of the records
 * below it (each city of a province) follow, record by record.
 */
export function resultLines(claim: Settled): readonly LadderLine[] {
  const { program, outcomes } = claim;
  const own = printedResults(program).map(({ name, definition }) =>
    resultLine(program, definition, { zh: name, en: name }, outcomes.get(definition.id)),
  );
  return [...own, ...recordLines(claim)];
}

function recordLines({ program, step, facts }: Settled): readonly LadderLine[] {
  const definitions = new Map(program.definitions.map((each) => [each.id, each]));
  const steps = (step.trace ?? []).filter(
    ({ record, definition }) => record && definitions.get(definition)?.visibility === 'result',
  );
  const byRecord = steps.toSorted((left, right) => positionOf(left) - positionOf(right));
  return byRecord.flatMap(({ definition: id, name, record, value }) => {
    const definition = definitions.get(id);
    if (!definition || !record) return [];
    const title = recordTitle(program, facts.children.get(record.entity) ?? [], record);
    const label: LocalText = { zh: `${title}：${name}`, en: `${title}: ${name}` };
    return [resultLine(program, definition, label, value)];
  });
}

function positionOf({ record }: TraceStep): number {
  return record?.position ?? 0;
}

/** What the record is called: its first text (the name of the area), else its number. */
function recordTitle(
  { declarations }: Program,
  records: readonly Facts[],
  { entity, position }: NonNullable<TraceStep['record']>,
): string {
  const texts = ofKind(declarations, 'input').filter(
    (input) => input.entity === entity && input.type.kind === 'text',
  );
  const given = texts.map(({ id }) => records[position]?.inputs.get(id));
  const title = given.find((value) => typeof value === 'string');
  return typeof title === 'string' ? title : String(position + 1);
}

function resultLine(
  program: Program,
  { type, origin }: Definition,
  label: LocalText,
  outcome: Outcome | undefined,
): LadderLine {
  const declaration = program.declarations.find(({ id }) => id === origin.declaration);
  const sources = declaration ? [declared(declaration)] : [];
  return {
    kind: 'amount',
    label,
    amount: resultText(outcome, type),
    clauses: citedClauses(sources, program, documentNames(program.declarations)),
  };
}

function resultText(outcome: Outcome | undefined, type: ValueType): string {
  if (outcome?.status !== 'value') return '—';
  if (typeof outcome.value === 'boolean') return outcome.value ? '✓' : '✗';
  const amount = type.kind === 'money' ? numberOf(outcome) : undefined;
  return amount ? printYuan(amount) : printValue(outcome.value, type, 'zh');
}
