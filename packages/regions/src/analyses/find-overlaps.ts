import type { RelatedSpan, Span } from '@tiaoli/base';
import { before, fixOf } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { CaseBranch, Definition, Expr, LayerDeclaration, RuleDeclaration } from '@tiaoli/ir';
import { definitionRef, literal, text } from '@tiaoli/ir';
import type { Claim, Side } from '../claim.ts';
import { finding } from '../messages.ts';
import type { ChoiceSite } from './choice-sites.ts';
import { allOf, anyOf, choiceSites, holds, reaches, readingOf } from './choice-sites.ts';
import { ownerName } from './find-missing.ts';
import type { Frame } from './frame.ts';
import { frameOfDefinition, ownDefinitions } from './frame.ts';
import type { Findings, Inquiry, Question } from './inquiry.ts';
import { personFor, whereOf } from './inquiry.ts';
import { printGiven, printPerson } from './print-person.ts';

/** Two cases that apply to one person and give different amounts, where nothing says which of them counts. */
export function* findOverlaps(inquiry: Inquiry): Findings {
  const found = new Set<string>();
  for (const { frame, site, pair } of meetings(inquiry)) {
    const owner = site.definition.origin.declaration;
    const key = `${owner} ${nameOf(pair[0])} ${nameOf(pair[1])}`;
    if (found.has(key)) continue;
    const clash = clashOf(inquiry, frame, site, pair);
    if (clash) found.add(key);
    yield clash;
  }
}

interface Meeting {
  readonly frame: Frame;
  readonly site: ChoiceSite;
  readonly pair: Pair;
}

/** Every two cases of which it is not known that they exclude each other. */
function* meetings({ frames }: Inquiry): Generator<Meeting> {
  for (const frame of frames) {
    for (const definition of ownDefinitions(frame)) {
      const pairs = choiceSites(definition).flatMap((site) =>
        pairsOf(site).map((pair) => ({ site, pair })),
      );
      const here = frameOfDefinition(definition, frame);
      yield* pairs.map((each) => ({ frame: here, ...each }));
    }
  }
}

type Pair = readonly [CaseBranch, CaseBranch];

function pairsOf({ expr }: ChoiceSite): readonly Pair[] {
  if (expr.kind !== 'cases' || expr.overlap !== 'checked') return [];
  return expr.branches.flatMap((second, at) =>
    expr.branches.slice(0, at).map((first): Pair => [first, second]),
  );
}

function clashOf(inquiry: Inquiry, frame: Frame, site: ChoiceSite, [first, second]: Pair) {
  const { definition } = site;
  const { side, program } = frame;
  const declaration = program.declarations.find(({ id }) => id === definition.origin.declaration);
  const names = [nameOf(first), nameOf(second)] as const;
  const whole: Claim = {
    kind: 'missing',
    of: readingOf(side, definitionRef(definition.id)),
    cause: 'conflict',
  };
  const meet = (on: Side): readonly Claim[] => [
    ...reaches(site, on),
    holds(on, first.when),
    holds(on, second.when),
  ];
  const both = allOf(whole, ...meet(side));
  const subject = ownerName(definition, frame);
  const spans = names.map((name) => caseSpan(declaration, name) ?? definition.origin.span);
  const [span = definition.origin.span, other = definition.origin.span] = [spans[1], spans[0]];
  const question: Question = { code: 'overlap', span, frame, claim: both, subject };
  const person = personFor(inquiry, question);
  if (!person) return undefined;
  const amounts = amountsOf(frame, site, [first, second]);
  const telling = amounts && tellingPerson(inquiry, question, amounts, meet);
  const shown = telling ?? { person, values: undefined };
  const related: readonly RelatedSpan[] = [firstCase(names[0], other)];
  const params = {
    ...{ subject, first: names[0], second: names[1], ...whereOf(frame) },
    person: printPerson(shown.person, frame),
    ...(shown.values && { amounts: shown.values }),
  };
  const found = finding('overlap', params, span, related);
  return declaration?.kind === 'layer' || declaration?.kind === 'rule'
    ? { ...found, fixes: [combineFix(declaration)] }
    : found;
}

/** What each of the two cases would give, were it the one. */
interface Amounts {
  readonly type: Definition['type'];
  /** On which the person is asked for: it reads every fact that matters. */
  readonly side: Side;
  readonly claims: readonly Claim[];
  /** Reads both amounts: the last two readings. */
  readonly both: Claim;
}

/** A person to whom the difference matters, with the two amounts. */
function tellingPerson(
  inquiry: Inquiry,
  question: Question,
  { type, claims, both, side }: Amounts,
  meet: (side: Side) => readonly Claim[],
) {
  for (const claim of claims) {
    const person = personFor(inquiry, { ...question, claim: allOf(...meet(side), claim, both) });
    const [left, right] = person?.outcomes.slice(-2) ?? [];
    if (person && left && right) return { person, values: shownValues(left, right, type) };
  }
  return undefined;
}

function shownValues(left: Outcome, right: Outcome, type: Definition['type']) {
  const [one, other] = [printGiven(left, type), printGiven(right, type)];
  return { zh: `${one.zh} 和 ${other.zh}`, en: `${one.en} against ${other.en}` };
}

/** One yuan, for money; anything, for other numbers. */
const MATERIAL = 100n;

function amountsOf(frame: Frame, site: ChoiceSite, [first, second]: Pair): Amounts | undefined {
  const { definition } = site;
  if (definition.origin.step !== '选定') {
    const { side } = frame;
    return amounts(definition.type, readingOf(side, first.value), readingOf(side, second.value));
  }
  const layer = frame.program.declarations.find(({ id }) => id === definition.origin.declaration);
  if (layer?.kind !== 'layer') return undefined;
  const paid = definitionRef(layer.id);
  const [one, other] = [first, second].map((branch) => chosenSide(frame, definition, branch));
  return one && other && amounts({ kind: 'money' }, readingOf(one, paid), readingOf(other, paid));
}

function amounts(
  type: Definition['type'],
  left: ReturnType<typeof readingOf>,
  right: ReturnType<typeof readingOf>,
): Amounts {
  const valued: Claim = allOf({ kind: 'valued', of: left }, { kind: 'valued', of: right });
  const by = type.kind === 'money' ? MATERIAL : 1n;
  const more: Claim = { kind: 'exceeds', left, right, by };
  const less: Claim = { kind: 'exceeds', left: right, right: left, by };
  const differ: Claim = { kind: 'not', part: { kind: 'same', left, right } };
  const isNumber = type.kind === 'money';
  return {
    type,
    side: left.side,
    both: valued,
    claims: isNumber ? [anyOf(more, less), differ] : [differ],
  };
}

/** The program in which the case of the branch is the one that counts. */
function chosenSide({ program }: Frame, choice: Definition, { value }: CaseBranch): Side {
  const label = value.kind === 'literal' ? value : literal(text, '');
  const definitions = program.definitions.map((each) =>
    each.id === choice.id ? { ...each, body: label as Expr } : each,
  );
  const name = `${choice.id} = ${JSON.stringify(label.value)}`;
  return { name, program: { ...program, definitions }, changes: [] };
}

export function nameOf({ label, value }: CaseBranch): string {
  if (label !== undefined) return label;
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : '';
}

/** Where a case stands that has this label. */
export function caseSpan(
  declaration: { readonly kind: string } | undefined,
  label: string,
): Span | undefined {
  const cases = hasCases(declaration) ? declaration.cases : [];
  return cases.find((each) => each.label === label)?.span;
}

function hasCases(
  declaration: { readonly kind: string } | undefined,
): declaration is LayerDeclaration | RuleDeclaration {
  return declaration?.kind === 'layer' || declaration?.kind === 'rule';
}

function firstCase(label: string, span: Span): RelatedSpan {
  return {
    span,
    message: { zh: `情形「${label}」在这里`, en: `the case “${label}” is here` },
  };
}

/** 重叠 就高, behind the last case: in a definition it stands before the semicolon of that case. */
function combineFix({ kind, cases, span }: LayerDeclaration | RuleDeclaration) {
  const last = cases.at(-1)?.span ?? span;
  const end = { ...last, start: last.end };
  return fixOf(before(kind === 'rule' ? '；重叠 就高' : ' 重叠 就高；'), end);
}
