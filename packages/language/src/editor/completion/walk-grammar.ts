import type { IToken } from 'chevrotain';
import { wordByCanonical } from '../../syntax/spellings.ts';
import type { CallStep, GrammarGraph, Step, TokenStep } from './grammar-graph.ts';
import { grammarGraph } from './grammar-graph.ts';

/** A token that may come next, and where in the AST it would stand. */
export interface NextToken {
  /** A canonical keyword or mark, or the name of a terminal. */
  readonly token: string;
  readonly isKeyword: boolean;
  /** `Type.property`; absent for keywords that are not kept. */
  readonly position?: string;
}

/** The calls that are open; equal stacks are one object, so that states can be told apart by identity. */
interface Frame {
  readonly id: number;
  readonly call: CallStep;
  readonly below: Frame | undefined;
}

interface State {
  readonly step: TokenStep;
  readonly frame: Frame | undefined;
}

interface Walk {
  readonly graph: GrammarGraph;
  readonly frames: Map<string, Frame>;
}

/**
 * What the grammar allows behind `tokens`, which are read from the start of one of `rules`: every way to read them is
 * followed at once, so nothing that the parser would take is missed. Empty when they cannot be read.
 */
export function nextTokens(
  tokens: readonly IToken[],
  rules: readonly string[],
): readonly NextToken[] {
  const walk: Walk = { graph: grammarGraph(), frames: new Map() };
  let states: readonly State[] = rules.flatMap((rule) => {
    const start = walk.graph.get(rule);
    return start ? expand([{ step: start, frame: undefined }], walk) : [];
  });
  for (const token of tokens) {
    const read = states.filter(({ step }) => reads(step, token));
    states = expand(
      read.map(({ step, frame }) => ({ step: step.next, frame })),
      walk,
    );
    if (states.length === 0) return [];
  }
  return states.map(nextToken);
}

/** The names of all rules: where a text goes on when what stands around it could not be read. */
export function allRules(): readonly string[] {
  return [...grammarGraph().keys()];
}

function reads(step: TokenStep, { tokenType }: IToken): boolean {
  if (step.token === tokenType.name) return true;
  // A soft keyword is a name wherever the grammar wants one.
  return step.token === 'ID' && wordByCanonical.get(tokenType.name)?.reserved === false;
}

interface Point {
  readonly step: Step;
  readonly frame: Frame | undefined;
}

/** The tokens that can be read from `points`, each state once. */
function expand(points: readonly Point[], walk: Walk): readonly State[] {
  const seen = new Set<string>();
  const states: State[] = [];
  // The last one is taken first, so lists are put in backwards: tokens come in the order of the grammar.
  const open: Point[] = points.toReversed();
  for (let point = open.pop(); point !== undefined; point = open.pop()) {
    const { step, frame } = point;
    const key = `${step.id} ${frame?.id ?? 0}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (step.kind === 'token') states.push({ step, frame });
    else open.push(...successors(step, frame, walk).toReversed());
  }
  return states;
}

function successors(
  step: Exclude<Step, TokenStep>,
  frame: Frame | undefined,
  walk: Walk,
): readonly Point[] {
  if (step.kind === 'split') return step.nexts.map((next) => ({ step: next, frame }));
  if (step.kind === 'accept') {
    return frame ? [{ step: frame.call.next, frame: frame.below }] : [];
  }
  const start = walk.graph.get(step.rule);
  return start ? [{ step: start, frame: push(step, frame, walk) }] : [];
}

function push(call: CallStep, below: Frame | undefined, { frames }: Walk): Frame {
  const key = `${call.id} ${below?.id ?? 0}`;
  const frame = frames.get(key) ?? { id: frames.size + 1, call, below };
  frames.set(key, frame);
  return frame;
}

/** A token of a name belongs to the property that the name is given to, however many rules lie between. */
function nextToken({ step, frame }: State): NextToken {
  const { token, isKeyword } = step;
  const position = step.position ?? positionOf(frame, step);
  return { token, isKeyword, ...(position !== undefined && { position }) };
}

const nameRules: ReadonlySet<string> = new Set([
  'ArticleNumber',
  'CitedDocument',
  'Clause',
  'DocumentNumber',
  'Identifier',
  'MemberName',
  'Name',
  'Title',
]);

function positionOf(frame: Frame | undefined, { isKeyword }: TokenStep): string | undefined {
  let each = frame;
  while (each && nameRules.has(each.call.rule) && !isKeyword) {
    if (each.call.position !== undefined) return each.call.position;
    each = each.below;
  }
  return undefined;
}
