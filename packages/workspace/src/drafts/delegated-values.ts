import type { DayNumber, LocalText } from '@tiaoli/base';
import { compare, isInForce, parseRational } from '@tiaoli/base';
import type { ParameterValues } from '@tiaoli/compiler';
import { parameterValues } from '@tiaoli/compiler';
import type {
  Bound,
  Cell,
  DelegationDeclaration,
  DocumentDeclaration,
  Expr,
  FillDeclaration,
  Module,
  ModuleIndex,
} from '@tiaoli/ir';
import { indexModule, printExpr } from '@tiaoli/ir';
import { citedText } from '../unify/cited-text.ts';
import { boundsText, exactValue, matrixValue, pieceLabel } from '../unify/matrix-values.ts';
import { restsOnIllustrative } from '../unify/rests-on-illustrative.ts';
import type { CitedText, MatrixValue } from '../unify/unification-matrix.ts';

/** A value that a level above leaves to the place of a text. */
export interface DelegatedValue {
  /** Id of the parameter. */
  readonly parameter: string;
  readonly name: string;
  readonly kind: 'rate' | 'money' | 'integer';
  /** In words: `不低于50%，不超过70%`. */
  readonly bounds?: LocalText;
  /** Ends that count as within, per one or in yuan as decimal texts; absent where they are no single numbers. */
  readonly low?: string;
  readonly high?: string;
  readonly step?: string;
  /** Where the level above leaves it, with the sentence. */
  readonly delegatedBy: CitedText;
  /** What holds as long as the text sets nothing. */
  readonly above: MatrixValue;
  /** What the text sets; empty where it sets nothing. */
  readonly cells: readonly OwnCell[];
  /** What sets it, to be put at the end of the text, around the value. */
  readonly insertion?: { readonly before: string; readonly after: string };
}

/** One value that a text sets, and where it stands in it. */
export interface OwnCell {
  /** Empty where there is one value. */
  readonly label: string;
  readonly text: LocalText;
  /** Per one or in yuan; absent where it is worked out, and so not to be changed but in the text. */
  readonly value?: string;
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
}

/** Values, in the order of the documents above, that the document of the module may set for its place on a day. */
export function delegatedValues(
  module: Module,
  text: string,
  on: DayNumber,
): readonly DelegatedValue[] {
  const own = module.declarations.find(
    (each): each is DocumentDeclaration => each.kind === 'document' && each.id === module.document,
  );
  if (!own?.place) return [];
  const delegations = module.declarations.filter(
    (each): each is DelegationDeclaration =>
      each.kind === 'delegation' && each.document !== own.id && each.levels.includes(own.level),
  );
  const wanted = new Set(delegations.map(({ parameter }) => parameter));
  const without = { ...module, declarations: module.declarations.filter((each) => !isOwn(each)) };
  const index = indexModule(module);
  return parameterValues(without, [own.place], on, ({ id }) => wanted.has(id)).flatMap((values) => {
    const kind = kindOf(values);
    const delegation = delegations.find(({ parameter }) => parameter === values.parameter.id);
    return kind && delegation
      ? delegatedValue({ kind, values, delegation, without, module, text, on, index })
      : [];
  });

  function isOwn({ kind, document }: Module['declarations'][number]): boolean {
    return (kind === 'fill' || kind === 'derogation') && document === module.document;
  }
}

interface Asked {
  readonly kind: DelegatedValue['kind'];
  readonly values: ParameterValues;
  readonly delegation: DelegationDeclaration;
  /** The module as if the text set nothing. */
  readonly without: Module;
  readonly module: Module;
  readonly text: string;
  readonly on: DayNumber;
  readonly index: ModuleIndex;
}

function kindOf({ parameter, points }: ParameterValues): DelegatedValue['kind'] | undefined {
  if (parameter.columns.length > 0 || points.length === 0) return undefined;
  const { kind } = parameter.type;
  return kind === 'rate' || kind === 'money' || kind === 'integer' ? kind : undefined;
}

function delegatedValue(asked: Asked): DelegatedValue[] {
  const { kind, values, delegation, without, module, text, on, index } = asked;
  const [here] = values.places;
  if (!here) return [];
  const { parameter } = values;
  const bounds = boundsText([delegation], index);
  const fill = fillOn(on, module, parameter.id);
  return [
    {
      ...{ parameter: parameter.id, name: parameter.name, kind },
      ...(bounds && { bounds }),
      ...limitsOf(delegation.bounds, worstAbove(here.values, parameter.better)),
      delegatedBy: citedText(delegation, module),
      above: {
        ...matrixValue(values, here.values, index),
        isIllustrative: restsOnIllustrative(parameter, here, without, on),
      },
      cells: fill ? fill.cells.flatMap((cell) => ownCell(cell, fill, text, index)) : [],
      ...(!fill && { insertion: insertionOf(delegation, parameter.name) }),
    },
  ];
}

/** What the text sets on the day; of what it sets for other days alone, the last. */
function fillOn(on: DayNumber, module: Module, parameter: string): FillDeclaration | undefined {
  const fills = module.declarations
    .filter(
      (each): each is FillDeclaration =>
        each.kind === 'fill' && each.document === module.document && each.parameter === parameter,
    )
    .toSorted((left, right) => (left.validity.from ?? 0) - (right.validity.from ?? 0));
  return fills.findLast(({ validity }) => isInForce(validity, on)) ?? fills.at(-1);
}

/** Of one value above, that nobody may be worse off than. */
function worstAbove(
  values: readonly Expr[],
  better: 'low' | 'high' | undefined,
): { readonly low?: Expr; readonly high?: Expr } {
  const [only, ...others] = values;
  if (!only || others.length > 0) return {};
  if (better === 'high') return { low: only };
  return better === 'low' ? { high: only } : {};
}

function limitsOf(
  bounds: readonly Bound[],
  noWorse: { readonly low?: Expr; readonly high?: Expr },
): Pick<DelegatedValue, 'low' | 'high' | 'step'> {
  const lows: Expr[] = [];
  const highs: Expr[] = [];
  const steps: Expr[] = [];
  for (const bound of bounds) {
    if (bound.kind === 'at-least') lows.push(bound.value);
    if (bound.kind === 'at-most') highs.push(bound.value);
    if (bound.kind === 'step') steps.push(bound.value);
    if (bound.kind === 'between') {
      lows.push(bound.low);
      highs.push(bound.high);
    }
    if (bound.kind === 'no-worse') {
      if (noWorse.low) lows.push(noWorse.low);
      if (noWorse.high) highs.push(noWorse.high);
    }
  }
  const low = extreme(lows, 1);
  const high = extreme(highs, -1);
  const step = extreme(steps, 1);
  return {
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(step !== undefined && { step }),
  };
}

/** The largest (1) or the least (-1) of values that are single numbers. */
function extreme(values: readonly Expr[], sign: 1 | -1): string | undefined {
  const known = values.flatMap((each) => exactValue(each) ?? []);
  return known.toSorted((left, right) => sign * byNumber(right, left))[0];
}

function byNumber(left: string, right: string): number {
  const [one, other] = [parseRational(left), parseRational(right)];
  return one && other ? compare(one, other) : 0;
}

/** A number as people write it, alone or with where it is from: what else stands there is changed in the text. */
const plainNumber = /^\s*(\d[\d,]*(?:\.\d+)?(?:%|元|万元)?)\s*(?:$|出处|等级|豁免|source|grade)/;

function ownCell(
  { match, value, span }: Cell,
  { dimensions }: FillDeclaration,
  text: string,
  index: ModuleIndex,
): readonly OwnCell[] {
  const written = text.slice(span.start.offset, span.end.offset);
  // Of a row, what stands behind its keys.
  const behind = Math.max(written.lastIndexOf('：'), written.lastIndexOf(':')) + 1;
  const number = plainNumber.exec(written.slice(behind))?.[1];
  const exact = number === undefined ? undefined : exactValue(value);
  const start = span.start.offset + written.indexOf(number ?? '', behind);
  return [
    {
      label: match.map((piece, at) => pieceLabel(piece, dimensions[at]?.type)).join('·'),
      text: { zh: printExpr(value, index, 'zh'), en: printExpr(value, index, 'en') },
      ...(exact !== undefined && { value: exact }),
      ...{ start, end: number === undefined ? span.end.offset : start + number.length },
    },
  ];
}

/** 据 the document above, with its clause where that is one of the first rank. */
function insertionOf({ document, clause }: DelegationDeclaration, name: string) {
  const [first, ...inner] = clause?.path ?? [];
  const cited = first === undefined || inner.length > 0 ? '' : ` 条「${first}」`;
  return {
    before: `\n据 ${document}${cited} {\n  确定 ${nameText(name)} = `,
    after: '；\n}\n',
  };
}

/** Names other than of Chinese characters and Latin words stand in brackets. */
function nameText(name: string): string {
  return /^(\p{Script=Han}|[A-Za-z_][A-Za-z0-9_]*)+$/u.test(name) ? name : `「${name}」`;
}
