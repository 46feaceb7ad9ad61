import type { Diagnostic } from '@tiaoli/base';
import type { Expr, ModuleIndex, Program, WaterfallDeclaration } from '@tiaoli/ir';
import { definitionRef, isBelowEvent, money, referencesOf } from '@tiaoli/ir';
import type { Claim, Reading, Side } from '../claim.ts';
import { finding } from '../messages.ts';
import { readSetOf } from '../read-set.ts';
import { analysisOf } from '../session.ts';
import type { Person } from './ask.ts';
import { allOf, readingOf } from './choice-sites.ts';
import type { Frame } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { personFor, whereOf } from './inquiry.ts';
import { printGiven, printPerson } from './print-person.ts';
import { isDefined, wholeOf } from './whole-of.ts';

/** Cliffs: one more fen of cost, and the person bears more than that fen and what rounding can do. */
export function* findCliffs(inquiry: Inquiry): Findings {
  const found = new Set<string>();
  for (const frame of inquiry.frames) {
    for (const { waterfall, input } of costsIn(frame)) {
      if (found.has(waterfall.id)) continue;
      const cliff = cliffOf(inquiry, frame, waterfall, input);
      if (cliff) found.add(waterfall.id);
      yield cliff;
    }
  }
}

interface Cost {
  readonly waterfall: WaterfallDeclaration;
  /** `InputDeclaration.id` of an amount of the claim that is part of the whole. */
  readonly input: string;
}

function costsIn(frame: Frame): readonly Cost[] {
  const { program, session, file } = frame;
  const { index } = analysisOf(session, program);
  return program.declarations.flatMap((waterfall): readonly Cost[] => {
    if (waterfall.kind !== 'waterfall' || waterfall.span.file !== file) return [];
    if (!isDefined(waterfall.results.个人负担, program)) return [];
    const inputs = inputsOf(wholeOf(waterfall, program), program, index);
    return inputs.flatMap((input): readonly Cost[] => {
      const declared = index.inputs.get(input);
      const isAmount = declared?.type.kind === 'money' && !isBelowEvent(declared.entity, index);
      return isAmount ? [{ waterfall, input }] : [];
    });
  });
}

/** The inputs that an expression is made of; not those that an invariant ties to them. */
function inputsOf(expr: Expr, program: Program, index: ModuleIndex): readonly string[] {
  const { definitions } = readSetOf(program, index, [expr]);
  const bodies = [...definitions].flatMap((id) => index.definitions.get(id)?.body ?? []);
  return [...referencesOf(expr, ...bodies).inputs];
}

function cliffOf(
  inquiry: Inquiry,
  frame: Frame,
  waterfall: WaterfallDeclaration,
  input: string,
): Diagnostic | undefined {
  const { side, program } = frame;
  const more: Side = { name: 'one fen more', program, changes: [{ input, add: 1n }] };
  const burden = (on: Side): Reading =>
    readingOf(on, definitionRef(waterfall.results.个人负担 ?? ''));
  const total = (on: Side): Reading => readingOf(on, wholeOf(waterfall, program));
  const worse: Claim = allOf(
    { kind: 'valued', of: total(side) },
    { kind: 'exceeds', left: total(more), right: total(side), by: 1n },
    { kind: 'exceeds', left: burden(more), right: burden(side), by: leastLoss(waterfall) },
  );
  const { span, name } = waterfall;
  const question = {
    code: 'cliff' as const,
    parts: waterfall.steps.flatMap(({ layers }) => layers),
    span,
    frame,
    claim: worse,
    subject: name,
    part: input,
  };
  const person = personFor(inquiry, question);
  if (!person) return undefined;
  return finding('cliff', { ...whereOf(frame), subject: name, ...amounts(person, frame) }, span);
}

/** The fen itself, one for the rounding of each layer, and one more. */
function leastLoss({ steps }: WaterfallDeclaration): bigint {
  return BigInt(2 + steps.flatMap(({ layers }) => layers).length);
}

/** Readings: the whole, the whole with one fen more, the whole, then what the person bears with it and without. */
function amounts(person: Person, frame: Frame) {
  const [total, after, , worse, burden] = person.outcomes.map((each) => printGiven(each, money));
  const unknown = printGiven(undefined, money);
  return {
    person: printPerson(person, frame),
    total: total ?? unknown,
    after: after ?? unknown,
    burden: burden ?? unknown,
    worse: worse ?? unknown,
  };
}
