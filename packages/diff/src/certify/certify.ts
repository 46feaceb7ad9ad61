import { rational } from '@tiaoli/base';
import type {
  Assumption,
  Certificate,
  CertifiedResult,
  Claim,
  Joint,
  Result,
  Terms,
  Tree,
} from '@tiaoli/certificate';
import {
  isAboutState,
  isSameMeaning,
  jointOf,
  noTerms,
  nothingKnown,
  programHash,
  resultsOf,
  several,
  sidesOf,
} from '@tiaoli/certificate';
import type { Expr, Program, WorkingDays } from '@tiaoli/ir';
import { accumulatorRef, compareTo, indexModule, noMoney, walkExpr } from '@tiaoli/ir';
import type { FactValue, ReadSet } from '@tiaoli/regions';
import { readSetOf } from '@tiaoli/regions';
import type { Behaviour, Region, ResultDifference } from '../behaviour/behaviour.ts';
import { isSame } from '../behaviour/behaviour.ts';
import type { Budget, Indexed } from './build-tree.ts';
import { buildTree, judgeOfResult, judgeOfState } from './build-tree.ts';
import { createRelaxation } from './relaxation.ts';

/** How many questions the proof of one result may ask: a count, so that certificates repeat. */
const mostQuestions = 6000;

/** Where each side is found: `ID@VERSION`. */
export interface References {
  readonly before: string;
  readonly after: string;
}

export interface Certifying {
  readonly certificate: Certificate;
  readonly terms: Terms;
}

/**
 * Writes down what a comparison claims with a proof that the checker of `@tiaoli/certificate` can follow: what it cannot
 * show so is marked as not certified. Yields after each result.
 */
export function* certify(
  behaviour: Behaviour,
  references: References,
  workingDays?: WorkingDays,
): Generator<{ readonly done: number; readonly of: number; readonly name: string }, Certifying> {
  const { before, after, results } = behaviour;
  const joint = jointOf(before, after, workingDays);
  const terms = noTerms();
  const [old, now] = [resultsOf(before), resultsOf(after)];
  const states = keptStates(joint, terms, behaviour);
  const assumptions = [...factAssumptions(joint), ...states];
  const certified: CertifiedResult[] = [];
  for (const each of results) {
    const pair = [old.get(each.key), now.get(each.key)] as const;
    const [left, right] = pair;
    if (!left || !right) throw new Error(`no such result: ${each.key}`);
    certified.push(certifyResult(joint, terms, each, { pair: [left, right], assumptions }));
    yield { done: certified.length, of: results.length, name: each.name };
  }
  const side = (program: Program, reference: string) => ({
    reference,
    meaning: programHash(program),
  });
  const certificate = {
    before: side(before, references.before),
    after: side(after, references.after),
    ...(joint.calendar && { calendar: joint.calendar.hash }),
    assumptions,
    results: certified,
  };
  return { certificate, terms };
}

function certifyResult(
  joint: Joint,
  terms: Terms,
  { key, regions }: ResultDifference,
  asked: { readonly pair: readonly [Result, Result]; readonly assumptions: readonly Assumption[] },
): CertifiedResult {
  const claims = claimsOf(regions);
  const { pair } = asked;
  if (isSameMeaning(joint, ...pair) && claims.every(({ state }) => state.startsWith('same'))) {
    return { key, claims, tree: { kind: 'shown', low: [], high: [] } };
  }
  const indexed = relevant(joint, pair, asked.assumptions);
  const judge = judgeOfResult(joint, pair, claims, indexed);
  const budget: Budget = { questions: mostQuestions };
  const known = nothingKnown(terms, joint.domains);
  const tree = buildTree(known, createRelaxation(terms), judge, budget);
  if (!isOpen(tree)) return { key, claims, tree };
  return {
    key,
    claims: claims.map((claim) => ({ ...claim, uncertified: 'open' })),
    tree: { kind: 'open' },
  };
}

export function isOpen(tree: Tree): boolean {
  if (tree.kind === 'ask') return isOpen(tree.yes) || isOpen(tree.no);
  return tree.kind === 'open';
}

/** Regions of one part of the domain are one claim: what it is mostly, and what it may be besides. */
function claimsOf(regions: readonly Region[]): readonly Claim[] {
  const parts = Map.groupBy(regions, ({ facts }) => facts);
  return [...parts].map(([facts, own]) => {
    const main = own.find((region) => besideOf(region).length === 0);
    const aside = own.filter((region) => besideOf(region).length > 0);
    const isSameElsewhere = main !== undefined && isSame(main.state) && aside.length > 0;
    const shown = isSameElsewhere
      ? [...main.examples, ...aside.flatMap(({ examples }) => examples)]
      : main?.examples;
    return {
      facts: new Map([...facts].map(([id, values]) => [id, values.map(textOfPart)])),
      ...(isSameElsewhere ? sameElsewhere : mainOf(main)),
      besides: aside.flatMap(besideOf),
      witnesses: (shown ?? []).map((each) => ({ facts: each.facts, state: each.state })),
    };
  });
}

/** The same where both sides have a value, and not everywhere: a difference of nothing, and a case beside it. */
const sameElsewhere: Pick<Claim, 'state' | 'low' | 'high'> = {
  state: 'changed-bounded',
  low: rational(0n),
  high: rational(0n),
};

function mainOf(main: Region | undefined): Pick<Claim, 'state' | 'low' | 'high'> {
  const { low, high, state = 'undecided' } = main ?? {};
  return {
    state: state === 'applicability' || state === 'one-sided' ? 'undecided' : state,
    ...(low && { low }),
    ...(high && { high }),
  };
}

function besideOf({ state }: Region): Claim['besides'] {
  return state === 'applicability' || state === 'one-sided' ? [state] : [];
}

function textOfPart(value: FactValue): string {
  if (typeof value !== 'object') return String(value);
  return value.kind === 'several' ? several : `{${value.members.join('')}}`;
}

/** Invariants of facts that either side declares, each once. */
function factAssumptions(joint: Joint): readonly Assumption[] {
  const found = new Map<string, Assumption>();
  for (const { program } of [joint.before, joint.after]) {
    const exprs = program.definitions.map(({ body }) => body);
    for (const { condition } of readSetOf(program, indexModule(program), exprs, true).invariants) {
      found.set(JSON.stringify(condition), { kind: 'fact', condition });
    }
  }
  return [...found.values()].filter(({ condition }) => sidesOf(joint, condition).length > 0);
}

/** What is shown to hold of the state: of the candidates those that all of them together keep. */
function keptStates(joint: Joint, terms: Terms, { keptState }: Behaviour): readonly Assumption[] {
  const held = joint.before.program.accumulators.map(({ id }) =>
    compareTo(accumulatorRef(id), '>=', noMoney),
  );
  const known = new Map([...held, ...keptState].map((each) => [JSON.stringify(each), each]));
  let candidates = [...known.values()].filter((condition) => isAboutState(joint, condition));
  for (;;) {
    const proved = proveTogether(joint, terms, candidates);
    const kept = proved.filter(
      (each) => each.kind === 'state' && !isOpen(each.before) && !isOpen(each.after),
    );
    if (kept.length === candidates.length) return proved;
    candidates = kept.map(({ condition }) => condition);
  }
}

function proveTogether(
  joint: Joint,
  terms: Terms,
  conditions: readonly Expr[],
): readonly Assumption[] {
  const facts = factAssumptions(joint);
  const empty: Tree = { kind: 'open' };
  const states = conditions.map(
    (condition): Assumption => ({ kind: 'state', condition, before: empty, after: empty }),
  );
  const all = [...facts, ...states];
  return states.map((each, at) => {
    const [before, after] = (['before', 'after'] as const).map((side) => {
      const judge = judgeOfState(joint, side, facts.length + at, all);
      const known = nothingKnown(terms, joint.domains);
      return buildTree(known, createRelaxation(terms), judge, { questions: mostQuestions });
    });
    return { ...each, before: before ?? empty, after: after ?? empty } as Assumption;
  });
}

/** Assumptions about what a result reads. */
function relevant(
  { before, after }: Joint,
  pair: readonly [Result, Result],
  assumptions: readonly Assumption[],
): readonly Indexed[] {
  const read = [before, after].map(({ program, index }, at): ReadSet => {
    const { definition, accumulator } = pair[at === 0 ? 0 : 1];
    const exprs: readonly Expr[] = [{ kind: 'definition', definition }];
    const held = accumulator === undefined ? [] : [accumulatorRef(accumulator)];
    return readSetOf(program, index, [...exprs, ...held]);
  });
  const invariants = new Set(
    read.flatMap((each) => each.invariants.map(({ condition }) => JSON.stringify(condition))),
  );
  const held = new Set(read.flatMap(({ accumulators }) => [...accumulators]));
  return assumptions.flatMap((assumption, at) => {
    const { kind, condition } = assumption;
    const isRead =
      kind === 'fact'
        ? invariants.has(JSON.stringify(condition))
        : accumulatorsIn(condition).some((id) => held.has(id));
    return isRead ? [{ assumption, at }] : [];
  });
}

function accumulatorsIn(condition: Expr): readonly string[] {
  const found: string[] = [];
  walkExpr(condition, (expr) => {
    if (expr.kind === 'accumulator') found.push(expr.accumulator);
  });
  return found;
}
