import type {
  Assumption,
  Claim,
  Joint,
  Known,
  Linear,
  Question,
  Result,
  Share,
  Tree,
} from '@tiaoli/certificate';
import {
  coverage,
  differenceOf,
  endsOf,
  isCertified,
  isMet,
  isShown,
  isUsableOn,
  marginAbove,
  marginBelow,
  questionOfCell,
  refuses,
  single,
  stateKept,
  withAnswer,
} from '@tiaoli/certificate';
import type { Relaxation } from './relaxation.ts';
import {
  contradictionIn,
  fractionalTerm,
  goBack,
  markOf,
  sharesBelow,
  takeFacts,
} from './relaxation.ts';

/**
 * What is asked of each part of the domain: a question to cut it by, or what shows the claims there. `obeyed` counts the
 * assumptions that the part is known to obey: more answers change nothing of them.
 */
export type Judge = (known: Known, relaxation: Relaxation, obeyed: number) => Verdict;

type Verdict =
  | { readonly kind: 'ask'; readonly question: Question; readonly obeyed: number }
  | { readonly kind: 'leaf'; readonly tree: Tree };

/** How many questions a tree may have; beyond it what is left stays open. */
export interface Budget {
  questions: number;
}

/** Cuts the domain by what the checker would have to ask, until it would ask nothing more. */
export function buildTree(
  known: Known,
  relaxation: Relaxation,
  judge: Judge,
  budget: Budget,
  obeyed = 0,
): Tree {
  const by = takeFacts(relaxation, known) ?? contradictionIn(relaxation);
  if (by) return { kind: 'impossible', by };
  const verdict = judge(known, relaxation, obeyed);
  if (verdict.kind === 'leaf') return verdict.tree;
  if (budget.questions === 0) return { kind: 'open' };
  budget.questions -= 1;
  const { question } = verdict;
  const [yes, no] = [true, false].map((answer) => {
    const mark = markOf(relaxation);
    const next = withAnswer(known, question, answer);
    const tree = buildTree(next, relaxation, judge, budget, verdict.obeyed);
    goBack(relaxation, mark);
    return tree;
  });
  return yes && no ? { kind: 'ask', question, yes, no } : { kind: 'open' };
}

/** The first assumption that nothing here obeys, or what it hangs on. */
function refused(
  joint: Joint,
  known: Known,
  assumptions: readonly Indexed[],
  obeyed: number,
): Verdict | undefined {
  for (const [place, { assumption, at }] of assumptions.entries()) {
    if (place < obeyed) continue;
    const answer = refuses(joint, known, assumption);
    if (answer === true) return { kind: 'leaf', tree: { kind: 'refused', assumption: at } };
    if (answer !== false) return { kind: 'ask', question: answer, obeyed: place };
  }
  return undefined;
}

/** An assumption and its place among all. */
export interface Indexed {
  readonly assumption: Assumption;
  readonly at: number;
}

/** Shows the claims of one result. */
export function judgeOfResult(
  joint: Joint,
  pair: readonly [Result, Result],
  claims: readonly Claim[],
  assumptions: readonly Indexed[],
): Judge {
  return (known, relaxation, obeyed) => {
    const cut = cellCut(joint, known, claims);
    if (cut) return { kind: 'ask', question: cut, obeyed };
    const own = claims.filter(
      (claim) => isCertified(claim) && coverage(joint, known, claim) !== 'none',
    );
    if (own.length === 0) return open;
    const verdict = refused(joint, known, assumptions, obeyed);
    if (verdict) return verdict;
    const ask = (question: Question): Verdict => ({
      ...{ kind: 'ask', question, obeyed: assumptions.length },
    });
    const difference = differenceOf(joint, known, pair);
    if (difference.kind === 'open') return ask(difference.question);
    const amount = difference.kind === 'amount' ? difference.form : undefined;
    const ends = own.map(endsOf);
    const lows = amount ? ends.flatMap(({ low }) => (low ? [marginBelow(amount, low)] : [])) : [];
    const highs = amount
      ? ends.flatMap(({ high }) => (high ? [marginAbove(amount, high)] : []))
      : [];
    const low = showAll(relaxation, known, lows);
    const high = 'question' in low ? low : showAll(relaxation, known, highs);
    if ('question' in low) return low.question ? ask(low.question) : open;
    if ('question' in high) return high.question ? ask(high.question) : open;
    const leaf = { kind: 'shown', low: low.shares, high: high.shares } as const;
    return own.every((claim) => isMet(claim, difference, known, leaf))
      ? { kind: 'leaf', tree: leaf }
      : open;
  };
}

const open: Verdict = { kind: 'leaf', tree: { kind: 'open' } };

function cellCut(joint: Joint, known: Known, claims: readonly Claim[]): Question | undefined {
  const part = claims.find((claim) => coverage(joint, known, claim) === 'some');
  if (!part) return undefined;
  for (const [id, values] of part.facts) {
    const question = questionOfCell(joint, known, id, values);
    if (question) return question;
  }
  return undefined;
}

/** Shares under which a form is never below zero; else where to cut between two whole numbers. */
function showAll(
  relaxation: Relaxation,
  known: Known,
  forms: readonly Linear[],
): { readonly shares: readonly Share[] } | { readonly question: Question | undefined } {
  const [form] = forms;
  if (!form) return { shares: [] };
  const shares = sharesBelow(relaxation, known, form);
  if (shares && isShown(known, form, shares)) return { shares };
  const found = fractionalTerm(relaxation);
  if (!found) return { question: undefined };
  const question: Question = {
    kind: 'number',
    direction: single(found.term),
    bound: found.above,
  };
  return { question };
}

/** Shows that a claim of one side keeps an assumption about the state. */
export function judgeOfState(
  joint: Joint,
  side: 'before' | 'after',
  at: number,
  assumptions: readonly Assumption[],
): Judge {
  const indexed = assumptions
    .map((assumption, place) => ({ assumption, at: place }))
    .filter(({ assumption }) => isUsableOn(joint, side, assumption));
  return (known, _, obeyed) => {
    const verdict = refused(joint, known, indexed, obeyed);
    if (verdict) return verdict;
    const own = assumptions[at];
    const kept = own ? stateKept(joint, known, side, own) : false;
    if (typeof kept === 'object') return { kind: 'ask', question: kept, obeyed: indexed.length };
    return kept ? { kind: 'leaf', tree: { kind: 'shown', low: [], high: [] } } : open;
  };
}
