import type { Diagnostic, LocalText } from '@tiaoli/base';
import { add, rational } from '@tiaoli/base';
import { isNumber } from '@tiaoli/interpreter';
import type { Expr, InputDeclaration, MonotonyDeclaration } from '@tiaoli/ir';
import { invariantsAbout, literal, mapExpr, money, referencesOf, typeOfExpr } from '@tiaoli/ir';
import type { Claim, Side } from '../claim.ts';
import { finding } from '../messages.ts';
import { analysisOf } from '../session.ts';
import type { Person } from './ask.ts';
import { allOf, fails, readingOf } from './choice-sites.ts';
import type { Frame } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { personFor, whereOf } from './inquiry.ts';
import { printFactValue, printGiven, printPerson } from './print-person.ts';

/** 单调: two cases that differ in one fact alone, and the one with more of it has less where it must not, or more. */
export function* checkMonotonies(inquiry: Inquiry): Findings {
  const found = new Set<string>();
  for (const frame of inquiry.frames) {
    for (const monotony of frame.program.declarations) {
      if (monotony.kind !== 'monotony' || monotony.span.file !== frame.file) continue;
      if (found.has(monotony.id)) continue;
      const broken = findingOf(inquiry, monotony, frame);
      if (broken) found.add(monotony.id);
      yield broken;
    }
  }
}

function findingOf(
  inquiry: Inquiry,
  monotony: MonotonyDeclaration,
  frame: Frame,
): Diagnostic | undefined {
  const { index } = analysisOf(frame.session, frame.program);
  const input = index.inputs.get(monotony.input);
  if (!input) throw new Error(`a verified 单调 names an input: ${monotony.input}`);
  const { name: subject, span, direction } = monotony;
  for (const pair of pairsOf(input, frame)) {
    const claim = isBroken(monotony, pair, frame);
    const part = `${input.id} ${pair.map(({ side }) => side.name).join(' ')}`;
    const person = personFor(inquiry, {
      ...{ code: 'broken-monotony', span, frame, claim, subject, part },
    });
    if (!person) continue;
    const type = typeOfExpr(monotony.value, index)?.type ?? money;
    const [low, high] = pair.map((end, at) => {
      const amount = printGiven(person.outcomes.at(at - 2), type);
      return cellOf(factAt(person, end, at, input), amount);
    });
    if (!low || !high) throw new Error('a pair has two ends');
    const words = { subject, by: input.name, direction, low, high, ...whereOf(frame) };
    return finding('broken-monotony', { ...words, person: printPerson(person, frame) }, span);
  }
  return undefined;
}

function cellOf(fact: LocalText, amount: LocalText): LocalText {
  return { zh: `${fact.zh} → ${amount.zh}`, en: `${fact.en} → ${amount.en}` };
}

/** One of two cases that differ in one fact alone: what is calculated of it, and the fact where it is put in. */
interface End {
  readonly side: Side;
  readonly with: (expr: Expr) => Expr;
  readonly member?: string;
}

type Pair = readonly [low: End, high: End];

/** Neighbours first; then the others, since a value may be missing in between. Of a number the next one is enough. */
function pairsOf(input: InputDeclaration, frame: Frame): readonly Pair[] {
  const { program, side, session } = frame;
  const { id, type } = input;
  if (type.kind !== 'enumeration') {
    const more: Side = { name: `more ${id}`, program, changes: [{ input: id, add: 1n }] };
    const asIs = (expr: Expr): Expr => expr;
    return [
      [
        { side, with: asIs },
        { side: more, with: asIs },
      ],
    ];
  }
  const { index } = analysisOf(session, program);
  const { members = [] } = index.enumerations.get(type.enumeration) ?? {};
  const ends = members.map(({ name }) => endWith(input, name, frame));
  const apart = (steps: number): readonly Pair[] =>
    ends.slice(steps).map((high, at) => [ends[at] ?? high, high]);
  return ends.slice(1).flatMap((_, at) => apart(at + 1));
}

/** The program in which the fact is this member, whatever a case says. */
function endWith({ id, type }: InputDeclaration, member: string, { program }: Frame): End {
  const put = (expr: Expr): Expr =>
    mapExpr(expr, (each) =>
      each.kind === 'input' && each.input === id ? literal(type, member) : each,
    );
  const definitions = program.definitions.map((each) => ({ ...each, body: put(each.body) }));
  const side: Side = {
    name: `${id} = ${member}`,
    program: { ...program, definitions },
    changes: [],
  };
  return { side, with: put, member };
}

/** Both values are there, and not in the order that is said. */
function isBroken(
  { value, direction, input }: MonotonyDeclaration,
  pair: Pair,
  frame: Frame,
): Claim {
  const [low, high] = pair.map((end) => readingOf(end.side, end.with(value)));
  if (!low || !high) throw new Error('a pair has two ends');
  const [left, right] = direction === 'rising' ? [low, high] : [high, low];
  return allOf(
    ...pair.flatMap((end) => admitted(end, input, frame)),
    { kind: 'exceeds', left, right, by: 0n },
    { kind: 'not', part: { kind: 'same', left: low, right: high } },
  );
}

/** That no 约束 forbids the member beside the other facts; of a changed number it is asked anyway. */
function admitted(end: End, input: string, { session, program }: Frame): readonly Claim[] {
  if (end.member === undefined) return [];
  const { index } = analysisOf(session, program);
  return invariantsAbout('facts', program.declarations, index)
    .filter(({ condition }) => referencesOf(condition).inputs.has(input))
    .map(({ condition }) => ({ kind: 'not', part: fails(end.side, end.with(condition)) }));
}

/** The fact of the lower end, or of the higher one, as a case states it. */
function factAt(
  { facts }: Person,
  { member }: End,
  at: number,
  input: InputDeclaration,
): LocalText {
  if (member !== undefined) return { zh: member, en: member };
  const given = facts.inputs.get(input.id);
  if (!given || !isNumber(given)) return { zh: '', en: '' };
  const value = add(given, rational(BigInt(at)));
  return {
    zh: printFactValue(value, input.type, 'zh'),
    en: printFactValue(value, input.type, 'en'),
  };
}
