import { byCodeUnit, canonicalText, canonicalTexts } from './canonical.ts';
import type { CataloguePart } from './catalogue.ts';
import type {
  Cell,
  Declaration,
  DelegationDeclaration,
  EnumerationDeclaration,
  ParameterDeclaration,
} from './declaration.ts';
import type { Accumulator, Definition, Output } from './definition.ts';
import type { Expr } from './expr.ts';
import type { Module } from './module.ts';
import { orderDefinitions } from './order.ts';
import { sha256 } from './sha256.ts';
import type { InvariantDeclaration, MonotonyDeclaration } from './stated-declaration.ts';

/**
 * A hash of what a module means: 64 hexadecimal digits, equal for equal meanings however they are written.
 *
 * A tree of hashes by content. Names enter only for what is public (results, parameters, inputs, accumulators, members,
 * layers); a step enters by what it computes. Spans, quotes, clause numbers, labels, reasons, provenance, keywords,
 * examples and every order that means nothing stay out. Throws on a module with circles, which `verify` refuses.
 */
export function meaningHash(module: Module): string {
  const meaningOf = hashDefinitions(module);
  const parts = [
    ...module.declarations.flatMap((each) => meaningOfDeclaration(each) ?? []),
    ...module.definitions
      .filter(({ visibility }) => visibility === 'result')
      .map((each) => meaningOfResult(each)),
    ...module.accumulators.map(meaningOfAccumulator),
    ...module.outputs.map(meaningOfOutput),
  ];
  const texts = canonicalTexts(parts, meaningOf);
  return sha256([`meaning 1 of ${module.document}`, ...texts].join('\n'));
}

/** A hash of the canonical text of a source, byte for byte: what was signed. */
export function documentHash(text: string): string {
  return sha256(text);
}

/** The hash of each definition's formula, in which other definitions stand by their own hashes. */
function hashDefinitions(module: Module): (definition: string) => string {
  const hashes = new Map<string, string>();
  const meaningOf = (id: string): string => {
    const hash = hashes.get(id);
    if (hash === undefined) throw new Error(`not yet hashed, or unknown: ${id}`);
    return hash;
  };
  const { definitions, cycles } = orderDefinitions(module);
  if (cycles.length > 0) throw new Error(`definitions in a circle: ${cycles[0]?.join(' -> ')}`);
  for (const { id, entity, type, body } of definitions) {
    hashes.set(id, sha256(canonicalText([entity, type, body], meaningOf)));
  }
  return meaningOf;
}

function ref(definition: string): Expr {
  return { kind: 'definition', definition };
}

function meaningOfResult({ id, optional }: Definition): unknown {
  return ['result', withoutLabel(id), optional, ref(id)];
}

function meaningOfOutput({ field, definition }: Output): unknown {
  return ['output', withoutLabel(field), ref(definition)];
}

/** What an adjustment costs and a case of a list gives is named by its label (`住院统筹.损失「未备案」`), which is no meaning. */
function withoutLabel(name: string): string {
  return name.replace(/\.(损失|界线|适用)「[^」]*」$/u, '.$1');
}

function meaningOfAccumulator(accumulator: Accumulator) {
  const { name, type, period, on, instance, by, next, latest, writes } = accumulator;
  const others = writes?.map(({ keys, next: value }) => [keys, ref(value)]);
  return ['accumulator', name, { type, period, on, instance, by, latest, others }, ref(next)];
}

/**
 * What a declaration adds to the meaning beyond the definitions that were lowered from it; undefined for nothing.
 *
 * Documents add their place and their time: who may set what, and when it holds.
 */
function meaningOfDeclaration(each: Declaration): unknown {
  switch (each.kind) {
    case 'document': {
      const { kind, id, level, place, parent, effective, yearStart } = each;
      return { kind, id, level, place, parent, effective, yearStart };
    }
    case 'enumeration':
      return meaningOfEnumeration(each);
    case 'entity': {
      const { kind, id, parent, order, period, atMost } = each;
      return { kind, id, parent, order, period, atMost };
    }
    case 'input': {
      const { kind, id, entity, type, record, low, high, places, atMost, optional, spells } = each;
      const limits = { record, low, high, places, atMost, optional, spells };
      return { kind, id, entity, type, limits, default: each.default };
    }
    case 'invariant':
    case 'monotony':
      return meaningOfStated(each);
    case 'parameter':
      return meaningOfParameter(each);
    case 'delegation':
      return meaningOfDelegation(each);
    case 'fill': {
      const { kind, document, parameter, validity, dimensions, cells } = each;
      return { kind, document, parameter, validity, dimensions, cells: meaningOfCells(cells) };
    }
    case 'derogation': {
      const { kind, document, parameter, validity, when, value, ifBetter } = each;
      return { kind, document, parameter, validity, when, value, ifBetter };
    }
    case 'catalogue': {
      const { kind, id, keys, columns, validity, parts } = each;
      const shape = { keys, columns: unordered(columns), validity };
      return { kind, id, shape, parts: parts.map(meaningOfPart) };
    }
    case 'catalogue-change': {
      const { kind, document, catalogue, part } = each;
      return { kind, document, catalogue, part: meaningOfPart(part) };
    }
    case 'layer': {
      const { kind, id, entity, payer, governedBy, yearBy } = each;
      return { kind, id, entity, payer, governedBy, yearBy };
    }
    case 'service':
    case 'service-delegation':
    case 'metric':
      return meaningOfHandling(each);
    case 'watchlist': {
      const { kind, id, subject, period, told, again } = each;
      return { kind, id, subject, period, told: unordered(told), months: again?.months };
    }
    default:
      return undefined;
  }
}

function meaningOfEnumeration(each: EnumerationDeclaration): unknown {
  const { kind, id, ordered, extensible } = each;
  const members = each.members.map(({ name, label, marks }) => ({ name, label, marks }));
  const listed = ordered ? members : unordered(members);
  return { kind, id, ordered, extensible, members: listed };
}

function meaningOfStated(each: InvariantDeclaration | MonotonyDeclaration): unknown {
  const { kind, entity } = each;
  if (kind === 'invariant') return { kind, entity, condition: each.condition };
  const { value, input, direction } = each;
  return { kind, entity, value, input, direction };
}

/** Where the file lies means nothing; what it says does. */
function meaningOfPart({ content, removes, validity }: CataloguePart): unknown {
  return { content, removes, validity };
}

/** Everything that is written of a service, but where and by whom. */
function meaningOfHandling(each: HandlingDeclaration): unknown {
  const { clause: _clause, provenance: _provenance, exemptions: _exemptions, ...said } = each;
  return JSON.parse(JSON.stringify(said, (key, value) => (notMeant.has(key) ? undefined : value)));
}

type HandlingDeclaration = Extract<
  Declaration,
  { kind: 'service' | 'service-delegation' | 'metric' }
>;

const notMeant: ReadonlySet<string> = new Set(['span', 'provenance']);

function meaningOfParameter(each: ParameterDeclaration): unknown {
  const { kind, id, type, dimensions, columns, better, rounding } = each;
  const versions = each.versions.map(({ validity, year, cells }) => ({
    validity,
    year,
    cells: meaningOfCells(cells),
  }));
  const shape = { type, dimensions, columns, better, rounding };
  return { kind, id, shape, versions: unordered(versions) };
}

function meaningOfDelegation(each: DelegationDeclaration): unknown {
  const { kind, document, parameter, levels, bounds, splits, until } = each;
  const lists = { levels: unordered(levels), bounds: unordered(bounds), splits: unordered(splits) };
  return { kind, document, parameter, until, ...lists };
}

function meaningOfCells(cells: readonly Cell[]): unknown {
  return unordered(cells.map(({ match, column, value }) => ({ match, column, value })));
}

/** A list whose order means nothing: cells, versions and bounds hold no definitions, so their texts can be sorted here. */
function unordered(values: readonly unknown[]): readonly string[] {
  const noDefinition = (id: string): string => {
    throw new Error(`a static value reads the definition ${id}`);
  };
  return values.map((value) => canonicalText(value, noDefinition)).toSorted(byCodeUnit);
}
