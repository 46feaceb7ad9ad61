import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import { slotTypes, wantedTypes } from '../../checks/wanted-types.ts';
import type { NameReference } from '../../generated/ast.ts';
import { isCell, isExample, isNameReference } from '../../generated/ast.ts';
import type { Declared, DeclaredKind, DeclaredOf } from '../../references/declared.ts';
import { expectedEnumerations } from '../../references/expected-enumerations.ts';
import { outputFields } from '../../references/output-fields.ts';
import {
  functionNames,
  serviceResultNames,
  waterfallNames,
  yearIndexes,
} from '../../references/predefined.ts';
import { dimensionNames } from '../../references/table-header.ts';
import { enclosingTable } from '../../references/table-shape.ts';
import { isBelow } from '../../references/visible-values.ts';
import type { LanguageType } from '../../types/language-type.ts';
import { typeOfUse } from '../../types/type-use.ts';
import type { Completion } from './completion.ts';
import { sameText } from './completion.ts';
import type { OfferContext, Rank } from './offer-context.ts';
import { completionOf, declarations, named, offerDeclared } from './offer-context.ts';

const valueKinds: readonly DeclaredKind[] = [
  'parameter',
  'definition',
  'share-part',
  'input',
  'accumulator',
  'layer',
  'pool',
  'catalogue',
  'group',
];

/** Names in expressions: members where an enumeration is expected, else every value, those of the wanted type first. */
export function offerValues(context: OfferContext): readonly Completion[] {
  const { trial } = context;
  const node = trial.hole?.node;
  if (node === undefined || !isNameReference(node)) return offerAll(context, () => 0);
  const years = offerYears(node, context);
  if (years.length > 0) return years;
  const expected = expectedEnumerations(node, trial.scope);
  const headings = offerHeadings(node, context);
  if (expected.length > 0) {
    // The cell of a row may be such a member.
    const rows = offerDeclared(['catalogue'], context, () => 1);
    return [...headings, ...offerMembers(expected, context), ...rows];
  }
  if (headings.length > 0) return headings;
  const wanted = wantedAt(node, context).map(({ kind }) => kind);
  const below = new Map<string | undefined, boolean>();
  return offerAll(context, (declared) => {
    const { entity } = declared;
    if (!below.has(entity)) below.set(entity, isBelow(declared, node, trial.scope));
    // Names of records below this one say nothing here.
    if (below.get(entity)) return undefined;
    const type = kindOfType(declared, context);
    return wanted.length === 0 || type === undefined || wanted.includes(type) ? 0 : 1;
  });
}

function offerAll(context: OfferContext, rank: Rank): readonly Completion[] {
  const { trial } = context;
  const inExample = trial.hole && AstUtils.getContainerOfType(trial.hole.node, isExample);
  const ofLanguage = inExample
    ? [...waterfallNames, ...serviceResultNames]
    : [...functionNames, ...waterfallNames];
  const predefined = ofLanguage.map((each) => offerPredefined(each, context));
  const fields = inExample
    ? outputFields.map(({ field, meaning }) => named('builtin', field, meaning, context, 2))
    : [];
  return [
    ...offerDeclared(valueKinds, context, rank),
    ...offerDeclared(
      inExample ? ['output', 'service', 'metric', 'watchlist'] : ['entity', 'service'],
      context,
      () => 1,
    ),
    ...predefined,
    ...fields,
  ];
}

/** The first row of a table may name what stands below it: dimensions and columns, or the fields of the records. */
function offerHeadings(node: AstNode, context: OfferContext): readonly Completion[] {
  const table = context.isFirstStatement ? enclosingTable(node) : undefined;
  if (table === undefined || !AstUtils.getContainerOfType(node, isCell)) return [];
  if (table.$type === 'ChildRecords') {
    const entity = table.entity?.$refText;
    return offerDeclared(['input'], context, (each) => (each.entity === entity ? 0 : undefined));
  }
  const dimensions = dimensionNames(table).flatMap((name) => name ?? []);
  const columns = table.$type === 'Table' ? table.columns.map(({ name }) => name) : [];
  return [...dimensions, ...columns].map((name) => named('column', name, '', context));
}

/** A name of the language in the spelling of the file; functions are written with their parentheses by the author. */
export function offerPredefined(
  { name, english }: { readonly name: string; readonly english: string },
  { language }: OfferContext,
  rank = 1,
): Completion {
  const label = language === 'zh' ? name : english;
  const alias = language === 'zh' ? english : name;
  return { kind: 'builtin', label, alias, insert: label, detail: sameText(''), rank };
}

function offerYears(node: NameReference, context: OfferContext): readonly Completion[] {
  const container = node.$container;
  if (container.$type !== 'IndexAccess' || node.$containerProperty !== 'indexes') return [];
  const of = context.trial.scope.resolve(container.of);
  const isStatistic = of.kind === 'parameter' && of.declared.nodes[0].$type === 'Parameter';
  return isStatistic ? yearIndexes.map((each) => offerPredefined(each, context, 0)) : [];
}

/** The members of the enumerations that the place expects, then groups and values of theirs. */
function offerMembers(
  expected: readonly DeclaredOf<'enumeration'>[],
  context: OfferContext,
): readonly Completion[] {
  const ids = new Set(expected.map(({ id }) => id));
  const fits = (declared: Declared): boolean => {
    const type = typeOf(declared, context);
    return type !== undefined && 'enumeration' in type && ids.has(type.enumeration);
  };
  const values = (['input', 'definition', 'parameter', 'group'] as const)
    .flatMap((kind) => declarations(kind, context))
    .filter(fits);
  return [
    ...expected.flatMap((enumeration) => membersOf(enumeration, context)),
    ...values.map((declared) => completionOf(declared, 1, context)),
  ];
}

export function membersOf(
  enumeration: DeclaredOf<'enumeration'>,
  context: OfferContext,
): readonly Completion[] {
  return context.trial.scope.membersOf(enumeration).map(({ name, alias }) => ({
    ...named('member', name, enumeration.name, context),
    ...(alias !== undefined && { alias }),
  }));
}

function wantedAt(node: AstNode, { trial }: OfferContext): readonly LanguageType[] {
  const { $container: container, $containerProperty: property = '' } = node;
  if (container === undefined) return [];
  const place = `${container.$type}.${property}`;
  return slotTypes[place] ?? wantedTypes[place]?.(container, trial.scope) ?? [];
}

function kindOfType(declared: Declared, context: OfferContext): LanguageType['kind'] | undefined {
  const kind = typeOf(declared, context)?.kind;
  return kind === 'unknown' ? undefined : kind;
}

function typeOf(declared: Declared, { trial }: OfferContext): LanguageType | undefined {
  switch (declared.kind) {
    case 'parameter':
    case 'definition':
    case 'input':
    case 'accumulator':
      return typeOfUse(declared.nodes[0].type, trial.scope);
    case 'group': {
      const [group] = declared.nodes;
      const [first] = group.members;
      const member = first && trial.scope.home(group).resolveReference(first, group);
      return member?.kind === 'member'
        ? { kind: 'set', enumeration: member.enumeration.id }
        : undefined;
    }
    case 'share-part':
    case 'layer':
    case 'pool':
      return { kind: 'money' };
    default:
      return undefined;
  }
}
