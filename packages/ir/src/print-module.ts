import type { Validity } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { CatalogueChangeDeclaration, CatalogueDeclaration } from './catalogue-declaration.ts';
import type {
  Cell,
  Declaration,
  Dimension,
  InputDeclaration,
  ParameterDeclaration,
} from './declaration.ts';
import type { Accumulator, Definition } from './definition.ts';
import type { Expr, KeyMatch } from './expr.ts';
import type { ServiceDeclaration } from './handling-declaration.ts';
import type { Module } from './module.ts';
import type { ModuleIndex } from './module-index.ts';
import { indexModule } from './module-index.ts';
import { printExpr } from './print-expr.ts';
import type { Program } from './program.ts';
import type { MetricClaim } from './service.ts';
import type { MonotonyDeclaration } from './stated-declaration.ts';
import { describeType } from './type-algebra.ts';
import type { WatchlistDeclaration } from './watchlist-declaration.ts';

/**
 * A module as text for golden files: one paragraph a declaration, definition or accumulator, in the order held.
 *
 * Spans and quotes are left out, so that a golden changes only with what the compiler understood.
 */
export function printModule(module: Module | Program): string {
  const index = indexModule(module);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['declarations', module.declarations.map((each) => printDeclaration(each, index))],
    ['definitions', module.definitions.map((each) => printDefinition(each, index))],
    ['accumulators', module.accumulators.map((each) => printAccumulator(each, index))],
    ['outputs', module.outputs.map(({ field, definition }) => `${field} = ${definition}`)],
  ];
  const texts = sections.map(([title, parts]) => [`[${title}]`, ...parts].join('\n'));
  return `${[`document ${module.document}`, ...texts].join('\n\n')}\n`;
}

function printDefinition(
  { id, entity, type, optional, body, visibility, origin }: Definition,
  index: ModuleIndex,
): string {
  const step = origin.step === undefined ? '' : ` <${origin.step}>`;
  const mark = optional ? '?' : '';
  return `${visibility} ${id}${step} on ${entity}: ${describeType(type)}${mark}\n  = ${text(body, index)}`;
}

function printAccumulator(
  { id, name, type, period, on, instance, by, next, latest, writes = [] }: Accumulator,
  index: ModuleIndex,
): string {
  const keys = [...by, ...(instance ? [instance] : [])].map((key) => text(key, index));
  return [
    `${id} '${name}': ${describeType(type)}${latest ? ' latest' : ''} per ${period} on ${on}`,
    ...(keys.length > 0 ? [`  by ${keys.join(', ')}`] : []),
    `  next ${next}`,
    ...writes.map((write) => {
      const keys = write.keys.map((key) => text(key, index));
      return `  next for ${keys.join(', ')}: ${write.next}`;
    }),
  ].join('\n');
}

function printDeclaration(each: Declaration, index: ModuleIndex): string {
  const head = `${each.kind} ${each.id}`;
  switch (each.kind) {
    case 'document': {
      const place = each.place === undefined ? '' : ` ${each.place}`;
      return `${head}: ${each.level}${place}${printValidity(each.effective)}`;
    }
    case 'enumeration': {
      const members = each.members.map(({ name }) => name).join(each.ordered ? ' < ' : ', ');
      return `${head}: ${members}`;
    }
    case 'group':
      return block(
        `${head} of ${each.enumeration}`,
        each.versions.map(
          ({ validity, members }) => `${members.join(', ')}${printValidity(validity)}`,
        ),
      );
    case 'entity':
      return each.parent === undefined ? head : `${head} of ${each.parent}`;
    case 'input':
      return `${head}: ${printInput(each, index)}`;
    case 'invariant':
      return block(head, [text(each.condition, index)]);
    case 'monotony':
      return printMonotony(each, head, index);
    case 'parameter':
      return printParameter(each, head, index);
    case 'catalogue':
    case 'catalogue-change':
      return printCatalogue(each, head);
    case 'delegation': {
      const bounds = each.bounds.map((bound) => JSON.stringify(bound));
      return block(`${head} to ${each.levels.join(', ')}: ${each.parameter}`, bounds);
    }
    case 'fill':
      return block(
        `${head}: ${each.parameter}${printValidity(each.validity)}${printDimensions(each.dimensions)}`,
        each.cells.map((cell) => printCell(cell, index)),
      );
    case 'derogation': {
      const rows = [text(each.value, index), ...(each.when ? [text(each.when, index)] : [])];
      return block(`${head}: ${each.parameter}${printValidity(each.validity)}`, rows);
    }
    case 'service':
      return block(head, printService(each));
    case 'service-delegation':
      return block(head, each.terms);
    case 'metric':
      return block(head, each.claims.map(printClaim));
    case 'watchlist':
      return block(head, printWatchlist(each, index));
    default:
      return head;
  }
}

function printCatalogue(
  each: CatalogueDeclaration | CatalogueChangeDeclaration,
  head: string,
): string {
  if (each.kind === 'catalogue-change') {
    const { file, removes, validity } = each.part;
    return `${head}: ${each.catalogue} ${removes ? 'less' : 'plus'} ${file}${printValidity(validity)}`;
  }
  return block(`${head} by ${each.keys.map(({ name }) => name).join(', ')}`, [
    ...each.columns.map(
      ({ name, type, absent }) => `${name}: ${describeType(type)}${absent ? '?' : ''}`,
    ),
    ...each.parts.map(({ file }) => file),
  ]);
}

function printClaim({ span: _, ...claim }: MetricClaim): string {
  return JSON.stringify(claim);
}

function printWatchlist(
  { cases, again, told, orders }: WatchlistDeclaration,
  index: ModuleIndex,
): readonly string[] {
  return [
    ...cases.map(
      ({ label, validity, when, threshold }) =>
        `${label}${printValidity(validity)}: above ${threshold} when ${text(when, index)}`,
    ),
    ...(again ? [`not again within ${again.months} months`] : []),
    ...orders.map(({ lower, higher }) => `${lower} not above ${higher}`),
    ...(told.length > 0 ? [`tell ${told.join(', ')}`] : []),
  ];
}

function printService(each: ServiceDeclaration): readonly string[] {
  const { channels, steps, materials, limits, handlers, diseases, filings } = each;
  const fields = { channels, steps, materials, limits, handlers, diseases, filings };
  return Object.entries(fields).flatMap(([name, versions]) =>
    versions.map(
      ({ validity, value }) => `${name}${printValidity(validity)}: ${JSON.stringify(value)}`,
    ),
  );
}

function printInput(input: InputDeclaration, index: ModuleIndex): string {
  const { type, low, high, places, atMost, optional, spells } = input;
  const range = low === undefined && high === undefined ? '' : ` ${low ?? ''}..${high ?? ''}`;
  return [
    `${describeType(type)}${optional ? '?' : ''} on ${input.entity}${range}`,
    ...(places === undefined ? [] : [`places ${places}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
    ...(spells ? ['by day'] : []),
    ...(input.default ? [`default ${text(input.default, index)}`] : []),
  ].join(', ');
}

function printDimensions(dimensions: readonly Dimension[]): string {
  return dimensions.length === 0 ? '' : ` by ${dimensions.map(({ name }) => name).join(', ')}`;
}

function printCell({ match, column, value }: Cell, index: ModuleIndex): string {
  const keys = [...match.map(printMatch), ...(column === undefined ? [] : [column])];
  const name = keys.length === 0 ? '' : `${keys.join(' | ')}: `;
  return `${name}${text(value, index)}`;
}

function printMatch(match: KeyMatch): string {
  switch (match.kind) {
    case 'members':
      return match.members.join('/');
    case 'range': {
      const low = match.low ? `${match.low.included ? '[' : '('}${match.low.value}` : '(';
      const high = match.high ? `${match.high.value}${match.high.included ? ']' : ')'}` : ')';
      return `${low}..${high}`;
    }
    default:
      return match.kind;
  }
}

function printValidity({ from, to }: Validity): string {
  const start = from === undefined ? '' : ` from ${printDate(from)}`;
  return to === undefined ? start : `${start} to ${printDate(to)}`;
}

function block(head: string, rows: readonly string[]): string {
  return [head, ...rows.map((row) => `  ${row}`)].join('\n');
}

function text(expr: Expr, index: ModuleIndex): string {
  return printExpr(expr, index, 'zh', Number.POSITIVE_INFINITY);
}

function printParameter(
  { type, dimensions, versions }: ParameterDeclaration,
  head: string,
  index: ModuleIndex,
): string {
  return block(
    `${head}: ${describeType(type)}${printDimensions(dimensions)}`,
    versions.flatMap(({ validity, year, cells }) => [
      `version${year === undefined ? '' : ` ${year}`}${printValidity(validity)}`,
      ...cells.map((cell) => `  ${printCell(cell, index)}`),
    ]),
  );
}

function printMonotony(
  { direction, input, value }: MonotonyDeclaration,
  head: string,
  index: ModuleIndex,
): string {
  return block(`${head}: ${direction} by ${input}`, [text(value, index)]);
}
