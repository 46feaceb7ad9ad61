import type { Diagnostic, Span } from '@tiaoli/base';
import { interpretStep, isSameValue } from '@tiaoli/interpreter';
import type { Cases, Declaration, Definition, LayerDeclaration, Program } from '@tiaoli/ir';
import { definitionRef, money, no } from '@tiaoli/ir';
import type { Claim, Side } from '../claim.ts';
import { finding } from '../messages.ts';
import type { Answer, Person } from './ask.ts';
import { ask } from './ask.ts';
import { allOf, anyOf, fails, holds, readingOf } from './choice-sites.ts';
import { caseSpan } from './find-overlaps.ts';
import type { Frame } from './frame.ts';
import { frameOfDefinition, ownDefinitions, readersOf } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { excusesFor, noteUndecided } from './inquiry.ts';
import { printGiven, printPerson } from './print-person.ts';

/** A case of a definition or a layer, as it stands in one frame. */
interface WrittenCase {
  readonly frame: Frame;
  readonly owner: Declaration;
  readonly label: string;
  readonly span: Span;
  /** The condition of the case alone. */
  readonly applies: Claim;
  /** That it is the one that counts. */
  readonly counts: Claim;
  /** The results with and without it. */
  readonly results: readonly string[];
  readonly without: Side;
}

/** Cases that never count, and cases without which nothing would change: proved in every place and version. */
export function* findIdleCases(inquiry: Inquiry): Findings {
  const written = new Map<string, WrittenCase[]>();
  for (const frame of inquiry.frames) {
    for (const each of casesIn(frame)) {
      const key = `${each.owner.id} ${each.label}`;
      written.set(key, [...(written.get(key) ?? []), each]);
    }
  }
  for (const cases of written.values()) yield idleCase(inquiry, cases);
}

function idleCase(inquiry: Inquiry, cases: readonly WrittenCase[]): Diagnostic | undefined {
  const [first] = cases;
  if (!first) return undefined;
  if (isNever(inquiry, 'unreachable-case', cases, ({ counts }) => counts)) {
    return excused(inquiry, 'unreachable-case', first, unreachable(inquiry, cases, first));
  }
  if (!isNever(inquiry, 'redundant-case', cases, changes)) return undefined;
  const someone = firstPerson(inquiry, cases, whoeverIsPaid);
  if (someone && !isSameWithout(someone)) {
    const question = { ...first, code: 'redundant-case' as const, subject: subjectOf(first) };
    noteUndecided(inquiry, question, ['contradicted']);
    return undefined;
  }
  return excused(inquiry, 'redundant-case', first, redundant(first, someone));
}

type Code = 'unreachable-case' | 'redundant-case';

/** Nobody can be found to whom it matters: a 豁免 is unconditional here. */
function excused(
  { used }: Inquiry,
  code: Code,
  { frame, span }: WrittenCase,
  found: Diagnostic,
): Diagnostic | undefined {
  const excuses = excusesFor({ frame, code, span });
  for (const each of excuses) used.add(each);
  return excuses.length > 0 ? undefined : found;
}

function isNever(
  inquiry: Inquiry,
  code: Code,
  cases: readonly WrittenCase[],
  claimOf: (each: WrittenCase) => Claim,
): boolean {
  for (const each of cases) {
    const answer = ask(each.frame, inquiry.memory, claimOf(each));
    const question = { ...each, code, claim: claimOf(each), subject: subjectOf(each) };
    if (answer.kind === 'undecided') noteUndecided(inquiry, question, answer.reasons);
    if (answer.kind !== 'never') return false;
  }
  return true;
}

function subjectOf({ owner, label }: WrittenCase): string {
  return `${owner.name}「${label}」`;
}

/** Something is different without the case. */
function changes({ frame, results, without }: WrittenCase): Claim {
  const differ = results.map((id): Claim => {
    const value = definitionRef(id);
    const [left, right] = [readingOf(frame.side, value), readingOf(without, value)];
    return { kind: 'not', part: { kind: 'same', left, right } };
  });
  return anyOf(...differ);
}

function unreachable(
  inquiry: Inquiry,
  cases: readonly WrittenCase[],
  { owner, label, span }: WrittenCase,
): Diagnostic {
  const beaten = firstPerson(inquiry, cases, ({ applies }) => applies);
  return finding(
    'unreachable-case',
    {
      ...{ subject: owner.name, label },
      ...(beaten && { person: printPerson(beaten.person, beaten.written.frame) }),
    },
    span,
  );
}

function redundant({ owner, label, span }: WrittenCase, someone?: Someone): Diagnostic {
  const common = { subject: owner.name, label };
  if (!someone) return finding('redundant-case', common, span);
  const { person, written } = someone;
  const { definitions } = written.frame.program;
  const type = definitions.find(({ id }) => id === written.results[0])?.type ?? money;
  const amount = printGiven(person.outcomes[0], type);
  const words = { ...common, person: printPerson(person, written.frame), amount };
  return finding('redundant-case', words, span);
}

/** Somebody for whom the case counts, and who gets something. */
function whoeverIsPaid({ counts, results: [result = ''], frame }: WrittenCase): Claim {
  return allOf({ kind: 'valued', of: readingOf(frame.side, definitionRef(result)) }, counts);
}

/** The interpreter agrees, for one person at least. */
function isSameWithout({ person, written }: Someone): boolean {
  const { facts, state, outcomes } = person;
  const [result = ''] = written.results;
  const without = interpretStep(written.without.program, state, facts, { only: [result] });
  const [before, after] = [outcomes[0], without.outcomes.get(result)];
  if (before?.status !== 'value' || after?.status !== 'value')
    return before?.status === after?.status;
  return isSameValue(before.value, after.value);
}

interface Someone {
  readonly person: Person;
  readonly written: WrittenCase;
}

function firstPerson(
  { memory }: Inquiry,
  cases: readonly WrittenCase[],
  claimOf: (each: WrittenCase) => Claim,
): Someone | undefined {
  for (const each of cases) {
    const answer: Answer = ask(each.frame, memory, claimOf(each));
    if (answer.kind === 'found') return { person: answer.person, written: each };
  }
  return undefined;
}

function casesIn(frame: Frame): readonly WrittenCase[] {
  return frame.program.declarations.flatMap((owner) => {
    if (owner.span.file !== frame.file) return [];
    if (owner.kind === 'layer') return layerCases(owner, frame);
    return owner.kind === 'rule' ? ruleCases(owner, frame) : [];
  });
}

/** Each case of a layer has a definition for its condition; under 就高 and 就低 one for whether it is chosen. */
function layerCases(owner: LayerDeclaration, frame: Frame): readonly WrittenCase[] {
  const { program, side } = frame;
  const readers = readersOf(program);
  const own = program.definitions.filter(({ origin }) => origin.declaration === owner.id);
  const results = ['支付', '起付', '比例自付', '超封顶'].flatMap(
    (each) => owner.results[each] ?? [],
  );
  return own.flatMap((guard): readonly WrittenCase[] => {
    const label = guard.origin.case;
    const isGuard = guard.origin.step === '适用' && label !== undefined && readers.has(guard.id);
    const span = label === undefined ? undefined : caseSpan(owner, label);
    if (!isGuard || label === undefined || !span) return [];
    const chosen = own.find(
      ({ origin, type }) =>
        origin.step === '选定' && origin.case === label && type.kind === 'boolean',
    );
    const applies = holds(side, definitionRef(guard.id));
    const counts = chosen ? holds(side, definitionRef(chosen.id)) : applies;
    const without = changed(program, { ...guard, body: no }, `without ${guard.id}`);
    return [{ frame, owner, label, span, applies, counts, results, without }];
  });
}

/** Cases of a definition that stand at its top, under a version and a rounding. */
function ruleCases(
  owner: Extract<Declaration, { kind: 'rule' }>,
  frame: Frame,
): readonly WrittenCase[] {
  const definition = ownDefinitions(frame).find(({ id }) => id === owner.definition);
  if (definition?.body.kind !== 'cases') return [];
  const here = frameOfDefinition(definition, frame);
  const body = definition.body;
  return body.branches.flatMap(({ label, when }, at): readonly WrittenCase[] => {
    const span = label === undefined ? undefined : caseSpan(owner, label);
    if (label === undefined || !span) return [];
    const applies = holds(here.side, when);
    const earlier = body.overlap === 'first' ? body.branches.slice(0, at) : [];
    const counts = allOf(applies, ...earlier.map((each) => fails(here.side, each.when)));
    const without = changed(here.program, withoutBranch(definition, body, at), `without ${label}`);
    const results = [definition.id];
    return [{ frame: here, owner, label, span, applies, counts, results, without }];
  });
}

function withoutBranch(definition: Definition, body: Cases, at: number): Definition {
  const branches = body.branches.filter((_, index) => index !== at);
  return { ...definition, body: { ...body, branches } };
}

function changed(program: Program, definition: Definition, name: string): Side {
  const definitions = program.definitions.map((each) =>
    each.id === definition.id ? definition : each,
  );
  return { name: `${definition.id} ${name}`, program: { ...program, definitions }, changes: [] };
}
