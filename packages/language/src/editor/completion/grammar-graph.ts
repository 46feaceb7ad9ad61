import { GrammarAST } from 'langium';
import { TiaoliGrammarGrammar } from '../../generated/grammar.ts';

/** A step of the grammar. The graph of a rule ends in `accept`. */
export type Step = TokenStep | CallStep | SplitStep | AcceptStep;

interface StepBase {
  /** Unique over the whole grammar. */
  readonly id: number;
}

/** Reads one token; `token` is a canonical keyword or mark, or the name of a terminal. */
export interface TokenStep extends StepBase {
  readonly kind: 'token';
  readonly token: string;
  readonly isKeyword: boolean;
  /** `Type.property` of the AST that the token is assigned to. */
  readonly position?: string;
  next: Step;
}

/** Reads what another rule says. */
export interface CallStep extends StepBase {
  readonly kind: 'call';
  readonly rule: string;
  readonly position?: string;
  next: Step;
}

export interface SplitStep extends StepBase {
  readonly kind: 'split';
  readonly nexts: Step[];
}

export interface AcceptStep extends StepBase {
  readonly kind: 'accept';
}

/** Where each rule of the grammar starts. */
export type GrammarGraph = ReadonlyMap<string, Step>;

interface Builder {
  count: number;
}

let graph: GrammarGraph | undefined;

/** The grammar as steps, made once from what the parser is made from, so that the two cannot disagree. */
export function grammarGraph(): GrammarGraph {
  graph ??= buildGraph(TiaoliGrammarGrammar());
  return graph;
}

function buildGraph(grammar: GrammarAST.Grammar): GrammarGraph {
  const builder: Builder = { count: 0 };
  const rules = grammar.rules.filter(GrammarAST.isParserRule);
  return new Map(
    rules.map((rule) => {
      const end: Step = { kind: 'accept', id: nextId(builder) };
      return [rule.name, build(rule.definition, { type: typeOf(rule) }, end, builder)];
    }),
  );
}

function nextId(builder: Builder): number {
  builder.count += 1;
  return builder.count;
}

function typeOf(rule: GrammarAST.ParserRule): string {
  return rule.inferredType?.name ?? rule.returnType?.ref?.name ?? rule.name;
}

/** The type of the node that is being made; `{infer X}` changes it for what stands behind. */
interface Making {
  readonly type: string;
  readonly property?: string;
}

function build(
  element: GrammarAST.AbstractElement,
  making: Making,
  next: Step,
  builder: Builder,
): Step {
  switch (element.cardinality) {
    case '?':
      return split([buildOnce(element, making, next, builder), next], builder);
    case '*':
    case '+': {
      const again: SplitStep = { kind: 'split', id: nextId(builder), nexts: [] };
      const once = buildOnce(element, making, again, builder);
      again.nexts.push(once, next);
      return element.cardinality === '+' ? once : again;
    }
    default:
      return buildOnce(element, making, next, builder);
  }
}

function buildOnce(
  element: GrammarAST.AbstractElement,
  making: Making,
  next: Step,
  builder: Builder,
): Step {
  if (GrammarAST.isGroup(element)) return buildGroup(element, making, next, builder);
  if (GrammarAST.isAlternatives(element)) {
    const nexts = element.elements.map((each) => build(each, making, next, builder));
    return split(nexts, builder);
  }
  if (GrammarAST.isAssignment(element)) {
    const { terminal, feature } = element;
    return build(terminal, { ...making, property: feature }, next, builder);
  }
  if (GrammarAST.isCrossReference(element)) {
    return element.terminal ? build(element.terminal, making, next, builder) : next;
  }
  if (GrammarAST.isKeyword(element)) return token(element.value, true, making, next, builder);
  if (GrammarAST.isRuleCall(element)) return buildCall(element, making, next, builder);
  // An action reads nothing.
  return next;
}

function buildGroup(group: GrammarAST.Group, making: Making, next: Step, builder: Builder): Step {
  const types: string[] = [];
  let type = making.type;
  for (const element of group.elements) {
    if (GrammarAST.isAction(element)) type = element.inferredType?.name ?? type;
    types.push(type);
  }
  return group.elements.reduceRight(
    (behind, element, index) =>
      build(element, { ...making, type: types[index] ?? type }, behind, builder),
    next,
  );
}

function buildCall(call: GrammarAST.RuleCall, making: Making, next: Step, builder: Builder): Step {
  const rule = call.rule.ref;
  if (rule === undefined) return next;
  if (GrammarAST.isTerminalRule(rule)) return token(rule.name, false, making, next, builder);
  // A fragment fills the node of its caller.
  if (GrammarAST.isParserRule(rule) && rule.fragment) {
    return build(rule.definition, making, next, builder);
  }
  return {
    kind: 'call',
    id: nextId(builder),
    rule: rule.name,
    ...positionOf(making),
    next,
  };
}

function token(
  name: string,
  isKeyword: boolean,
  making: Making,
  next: Step,
  builder: Builder,
): Step {
  const id = nextId(builder);
  return { kind: 'token', id, token: name, isKeyword, ...positionOf(making), next };
}

function positionOf({ type, property }: Making): { readonly position?: string } {
  return property === undefined ? {} : { position: `${type}.${property}` };
}

function split(nexts: Step[], builder: Builder): Step {
  return { kind: 'split', id: nextId(builder), nexts };
}
