import type { Value } from '@tiaoli/interpreter';
import { isSet } from '@tiaoli/interpreter';
import type { InputDeclaration } from '@tiaoli/ir';
import type { Claim } from './claims.ts';
import type { Joint } from './joint.ts';
import { sourceOfInput } from './joint.ts';
import type { Known, Question } from './known.ts';
import { decideFact, valuesLeft } from './known.ts';

/** A set that holds two or more, whichever they are; `{}` holds nobody, `{低保}` that member and no other. */
export const several = '{…}';

/** The part into which a value of a case falls. */
export function partOf(value: Value): string {
  if (typeof value !== 'object' || !isSet(value)) return String(value);
  return value.size > 1 ? several : `{${[...value].join('')}}`;
}

/** The parts into which the values of a fact fall; undefined of a fact by which no part may be told from the rest. */
export function partsOf(joint: Joint, id: string): readonly string[] | undefined {
  const inputs = declared(joint, id);
  const domain = joint.domains.get(sourceOfCell(joint, id));
  if (!domain || inputs.length === 0 || inputs.some(({ optional }) => optional)) return undefined;
  return inputs.every(({ type }) => type.kind === 'set') ? setParts(inputs, domain) : domain;
}

function declared({ before, after }: Joint, id: string): readonly InputDeclaration[] {
  return [before, after].flatMap(({ index }) => index.inputs.get(id) ?? []);
}

function setParts(inputs: readonly InputDeclaration[], domain: readonly string[]) {
  const exact = ['{}', ...domain.map((member) => `{${member}}`)];
  const isSingle = domain.length < 2 || inputs.some(({ atMost = 2 }) => atMost < 2);
  return isSingle ? exact : [...exact, several];
}

/** A fact that the two sides declare otherwise is told apart as the earlier side knows it. */
function sourceOfCell({ unlike }: Joint, id: string): string {
  return sourceOfInput(unlike.has(id) ? `before ${id}` : id, undefined);
}

/** The parts in which a fact may still lie. */
function partsLeft(joint: Joint, known: Known, id: string): readonly string[] | undefined {
  const parts = partsOf(joint, id);
  const source = sourceOfCell(joint, id);
  if (!parts?.includes('{}')) return parts && valuesLeft(known, source);
  const domain = joint.domains.get(source) ?? [];
  const own = known.holds.filter((said) => said.source === source);
  const without = new Set(own.flatMap(({ answer, values }) => (answer ? [] : values)));
  const possible = domain.filter((member) => !without.has(member));
  const held = own.filter(({ answer }) => answer).map(({ values }) => values);
  return parts.filter((part) => {
    if (part === '{}') return held.length === 0;
    if (part === several) return possible.length > 1;
    const member = part.slice(1, -1);
    return possible.includes(member) && held.every((values) => values.includes(member));
  });
}

/** Whether a claim is about a part of the domain: wholly, not at all, or in part. */
export function coverage(
  joint: Joint,
  known: Known,
  { facts }: Pick<Claim, 'facts'>,
): 'all' | 'none' | 'some' {
  let isWhole = true;
  for (const [id, values] of facts) {
    const left = partsLeft(joint, known, id);
    if (left && !left.some((part) => values.includes(part))) return 'none';
    if (!left?.every((part) => values.includes(part))) isWhole = false;
  }
  return isWhole ? 'all' : 'some';
}

/** What is to be asked next so that a fact lies in one of the parts, or in none of them. */
export function questionOfCell(
  joint: Joint,
  known: Known,
  id: string,
  values: readonly string[],
): Question | undefined {
  if (coverage(joint, known, { facts: new Map([[id, values]]) }) !== 'some') return undefined;
  const source = sourceOfCell(joint, id);
  if (!partsOf(joint, id)?.includes('{}')) return { kind: 'among', source, values };
  const domain = joint.domains.get(source) ?? [];
  const asked = [domain, ...domain.flatMap((member, at) => [[member], domain.slice(at + 1)])];
  const questions = asked.map((each) => ({ kind: 'holds', source, values: each }) as const);
  return questions.find((each) => decideFact(known, each) === undefined);
}
