import type { Expr } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import { jointMost } from './joint-domains.ts';
import type { Fact, Part, Question } from './parts.ts';
import { analysisOf } from './session.ts';

/** More parts than this are not told apart: what several hold is then left to the search. */
const mostParts = 64;

/**
 * Takes apart a part in which sets hold several: with the members known most cases of a layer fall away.
 *
 * Where both sides ask of a set only whether it holds one of some members, sets with the same answers are one part, and one
 * of them stands for it. Together the parts are the whole. Undefined where there is nothing to take apart, or too much.
 */
export function partsOfSeveral(question: Question, whole: Part): readonly Part[] | undefined {
  if (whole.several.length === 0) return undefined;
  let parts: readonly Part[] = [{ ...whole, several: [] }];
  for (const fact of whole.several) {
    const sets = setsByAnswers(question, fact);
    if (!sets || sets.length * parts.length > mostParts) return undefined;
    parts = parts.flatMap((part) =>
      sets.map((set) => ({ ...part, fixed: new Map([...part.fixed, [fact.id, set]]) })),
    );
  }
  return parts;
}

type Members = readonly string[];

/** For each way to answer what is asked of a set with several members, one such set. */
function setsByAnswers(question: Question, fact: Fact): readonly Members[] | undefined {
  const { members } = fact;
  const asked = membersAsked(question, fact);
  const most = jointMost(fact.id, question.session.peers);
  if (!asked || (most !== undefined && most < members.length)) return undefined;
  const answersOf = (set: Members): string =>
    asked.map((some) => (some.some((each) => set.includes(each)) ? '1' : '0')).join('');
  const byAnswers = new Map<string, Members>([[answersOf([]), []]]);
  for (const member of members) {
    for (const set of [...byAnswers.values()]) {
      const more = [...set, member];
      if (!byAnswers.has(answersOf(more))) byAnswers.set(answersOf(more), more);
    }
    if (byAnswers.size > mostParts) return undefined;
  }
  return [...byAnswers].flatMap(([answers, set]) => {
    const others = members.filter(
      (each) => !set.includes(each) && answersOf([...set, each]) === answers,
    );
    const several = [...set, ...others.slice(0, Math.max(0, 2 - set.length))];
    // The order of the declaration, as everywhere.
    return several.length < 2 ? [] : [members.filter((each) => several.includes(each))];
  });
}

/** The members that either side asks for together; undefined where anything else is asked of the set. */
function membersAsked(
  { session, before, after, read }: Question,
  { id }: Fact,
): readonly Members[] | undefined {
  const asked = new Map<string, Members>();
  let mentions = 0;
  let questions = 0;
  const visit = (expr: Expr): void => {
    if (expr.kind === 'input' && expr.input === id) mentions += 1;
    if (expr.kind !== 'intersects' || expr.operand.kind !== 'input') return;
    if (expr.operand.input !== id) return;
    questions += 1;
    asked.set(JSON.stringify(expr.members), expr.members);
  };
  for (const [at, { side, value }] of [before, after].entries()) {
    const { index } = analysisOf(session, side.program);
    walkExpr(value, visit);
    for (const each of read[at]?.definitions ?? []) {
      const body = index.definitions.get(each)?.body;
      if (body) walkExpr(body, visit);
    }
    for (const each of read[at]?.accumulators ?? []) {
      const { by = [], instance } = index.accumulators.get(each) ?? {};
      for (const key of instance ? [...by, instance] : by) walkExpr(key, visit);
    }
    for (const { condition } of read[at]?.invariants ?? []) walkExpr(condition, visit);
  }
  return mentions === questions ? [...asked.values()] : undefined;
}
