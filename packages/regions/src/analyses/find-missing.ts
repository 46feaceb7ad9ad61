import type { Diagnostic, LocalText, Span } from '@tiaoli/base';
import { interpretStep } from '@tiaoli/interpreter';
import type { Definition, Expr, ParameterDeclaration, Undetermined } from '@tiaoli/ir';
import { definitionRef, walkExpr } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import type { MissingCause } from '../lowered.ts';
import { finding } from '../messages.ts';
import type { Person } from './ask.ts';
import type { ChoiceSite } from './choice-sites.ts';
import { allOf, choiceSites, fails, reaches, readingOf } from './choice-sites.ts';
import type { Frame } from './frame.ts';
import { frameOfDefinition, readersOf } from './frame.ts';
import type { Findings, Inquiry, Question } from './inquiry.ts';
import { personFor, whereOf } from './inquiry.ts';
import { otherwiseFix } from './otherwise-fix.ts';
import { fileToTell, parameterNamed, rowsOf, tableOf } from './parameters-read.ts';
import { printPerson } from './print-person.ts';
import { reasonWords } from './reason-words.ts';

/** A place at which a value may be missing for somebody. */
interface Suspect {
  readonly code: 'gap' | 'no-value-in-force';
  readonly cause: MissingCause;
  readonly definition: Definition;
  readonly frame: Frame;
  readonly parameter: ParameterDeclaration | undefined;
  /** Of the parameter: where the rows stand that are looked through. */
  readonly rows?: Span | undefined;
  /** What is told once. */
  readonly key: string;
  readonly claim: () => Claim;
}

/** Gaps: nobody says what a definition is for some person, in any case or in any row of a table. */
export function findGaps(inquiry: Inquiry): Findings {
  return findSuspects(inquiry, (definition, frame) =>
    choiceSites(definition).flatMap((site) => gapAt(site, frame)),
  );
}

/** Values that are in force on no day on which somebody needs them; the first such day. */
export function findLapses(inquiry: Inquiry): Findings {
  return findSuspects(inquiry, (definition, frame) =>
    lapsesIn(definition.body).map(({ reason }): Suspect => {
      const parameter = parameterNamed(reason, definition, frame);
      return {
        ...{ code: 'no-value-in-force', cause: 'no-version', definition, frame, parameter },
        key: parameter?.id ?? definition.origin.declaration,
        claim: () => missingClaim(definition.id, 'no-version', frame),
      };
    }),
  );
}

function* findSuspects(
  inquiry: Inquiry,
  suspectsIn: (definition: Definition, frame: Frame) => readonly Suspect[],
): Findings {
  const found = new Set<string>();
  const suspectsOn = function* (frame: Frame): Generator<Suspect> {
    for (const definition of frame.program.definitions) {
      yield* suspectsIn(definition, frameOfDefinition(definition, frame));
    }
  };
  for (const frame of inquiry.frames) {
    for (const suspect of suspectsOn(frame)) {
      const isOurs = fileToTell(suspect.definition, suspect.parameter, frame) === inquiry.file;
      if (!isOurs || found.has(suspect.key)) continue;
      const missing = findingOf(inquiry, suspect);
      if (missing) found.add(suspect.key);
      yield missing;
    }
  }
}

function findingOf(inquiry: Inquiry, suspect: Suspect): Diagnostic | undefined {
  const { code, cause, definition, frame, parameter, claim } = suspect;
  const stated = suspect.rows ?? parameter?.span;
  const span = stated?.file === inquiry.file ? stated : definition.origin.span;
  const subject = parameter?.name ?? ownerName(definition, frame);
  const question = { code, span, frame, claim: claim(), subject };
  const person = personWithout(inquiry, question, suspect);
  if (!person) return undefined;
  const related = parameter && stated && stated !== span ? [isHere(parameter.name, stated)] : [];
  const reason = reasonOf(person, cause);
  const params = { subject, person: printPerson(person, frame), ...whereOf(frame), reason };
  const found = finding(code, params, span, related);
  const fixes = code === 'gap' && !parameter ? otherwiseFix(definition, frame) : [];
  return fixes.length > 0 ? { ...found, fixes } : found;
}

/** In words of the choice alone: nothing applies, and all that it rests on is known. */
function gapAt(site: ChoiceSite, frame: Frame): readonly Suspect[] {
  const { definition, expr } = site;
  if (expr.kind === 'cases' && expr.otherwise) return [];
  const parameter = tableOf(site, frame);
  const labels = expr.kind === 'cases' ? expr.branches.map(({ label }) => label ?? '') : [];
  const suspect: Suspect = {
    ...{ code: 'gap', cause: 'gap', definition, frame, parameter },
    rows: parameter && expr.kind === 'lookup' ? rowsOf(expr, parameter) : undefined,
    key: parameter?.id ?? `${definition.origin.declaration} ${labels.join('、')}`,
    claim: () => {
      const whole = missingClaim(definition.id, 'gap', frame);
      return allOf(whole, ...reaches(site, frame.side), ...nothingApplies(expr, frame));
    },
  };
  return [suspect];
}

function nothingApplies(expr: ChoiceSite['expr'], { side }: Frame): readonly Claim[] {
  if (expr.kind === 'cases') return expr.branches.map(({ when }) => fails(side, when));
  const known = expr.keys.map((key): Claim => ({ kind: 'valued', of: readingOf(side, key) }));
  return [...known, { kind: 'missing', of: readingOf(side, withoutValues(expr)), cause: 'gap' }];
}

/** The rows of a table, whatever stands in their cells. */
function withoutValues(expr: Extract<Expr, { kind: 'lookup' }>): Expr {
  const cell: Expr = { kind: 'literal', type: { kind: 'money' }, value: '0' };
  return { ...expr, rows: expr.rows.map((row) => ({ ...row, value: cell })) };
}

function missingClaim(
  definition: string,
  cause: MissingCause,
  { side }: Pick<Frame, 'side'>,
): Claim {
  return { kind: 'missing', of: readingOf(side, definitionRef(definition)), cause };
}

/** A person who meets it, and for whom it reaches something that nothing else reads: a result. */
function personWithout(
  inquiry: Inquiry,
  question: Question,
  { definition, cause }: Suspect,
): Person | undefined {
  const { frame, claim } = question;
  const first = personFor(inquiry, question);
  if (!first) return undefined;
  const ends = endsOf(definition.id, frame);
  if (ends.includes(definition.id) || reachesAny(first, ends, cause, frame)) return first;
  for (const end of ends) {
    const reaching = allOf(claim, missingClaim(end, cause, frame));
    const person = personFor(inquiry, { ...question, claim: reaching });
    if (person) return person;
  }
  return undefined;
}

/** True where the very person that was found shows it: other facts may be missing as well. */
function reachesAny(
  { facts, state }: Person,
  ends: readonly string[],
  cause: MissingCause,
  { program }: Frame,
): boolean {
  const { outcomes } = interpretStep(program, state, facts, { only: ends });
  return [...outcomes.values()].some(
    (each) => each.status === 'missing' && each.causes.some((one) => one.cause === cause),
  );
}

/** What nothing reads, among the definitions that rest on this one. */
function endsOf(definition: string, { program }: Frame): readonly string[] {
  const readers = readersOf(program);
  const seen = new Set([definition]);
  for (const id of seen) for (const reader of readers.get(id) ?? []) seen.add(reader);
  return [...seen].filter((id) => !readers.has(id));
}

function lapsesIn(body: Expr): readonly Undetermined[] {
  const found: Undetermined[] = [];
  walkExpr(body, (expr) => {
    if (expr.kind === 'undetermined' && expr.cause === 'no-version') found.push(expr);
  });
  return found;
}

function isHere(name: string, span: Span) {
  return { span, message: { zh: `「${name}」在这里`, en: `“${name}” is here` } };
}

/** The name of what was written: a layer for its steps. */
export function ownerName({ origin, name }: Definition, { program }: Frame): string {
  return program.declarations.find(({ id }) => id === origin.declaration)?.name ?? name;
}

function reasonOf({ outcomes }: Person, cause: MissingCause): LocalText {
  const causes = outcomes.flatMap((each) => (each.status === 'missing' ? each.causes : []));
  return reasonWords(causes.find((each) => each.cause === cause)?.reason ?? '');
}
