import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Citation } from '../../generated/ast.ts';
import {
  isArticle,
  isCitation,
  isDefinition,
  isDelegation,
  isLayer,
  isMemberAccess,
  isRecordItem,
  isWatchlist,
} from '../../generated/ast.ts';
import { channelNames, stepNames } from '../../handling/channels.ts';
import type { Declared, DeclaredKind, DeclaredOf } from '../../references/declared.ts';
import { keyField } from '../../references/defining-entity.ts';
import type { DocumentScope } from '../../references/document-scope.ts';
import { typeNames, waterfallNames } from '../../references/predefined.ts';
import { payerEnumeration } from '../../references/resolve-reference.ts';
import { nameUses } from '../name-uses.ts';
import type { Completion } from './completion.ts';
import { sameText } from './completion.ts';
import type { OfferContext } from './offer-context.ts';
import { completionOf, insertOf, named, offerDeclared } from './offer-context.ts';
import { offerParts } from './offer-parts.ts';
import { membersOf, offerPredefined, offerValues } from './offer-values.ts';

type Offer = (context: OfferContext) => readonly Completion[];

/** What a name may be, by `Type.property`; positions that declare a new name are not here. */
export const offers: Readonly<Record<string, Offer>> = {
  'Accumulator.keys': declared('input', 'definition', 'entity'),
  'AdjustSlot.ahead': labels('AdjustSlot'),
  'AdjustSlot.cap': labels('CapSlot'),
  'BracketRate.table': declared('parameter'),
  'CapPool.layers': declared('layer'),
  'CatalogueChange.catalogue': declared('catalogue'),
  'ChildRecords.entity': declared('entity'),
  'Citation.clauses': citedClauses,
  'Citation.document': documents,
  'Delegation.target': declared('parameter', 'input'),
  'Determination.keys': declared('input', 'definition', 'enumeration'),
  'Determination.target': delegated,
  'Entity.keys': declared('input'),
  'Entity.parent': declared('entity'),
  'EnumerationExtension.enumeration': declared('enumeration'),
  'ExceptionCase.base': labels('情形'),
  'ExceptionSlot.base': labels('情形'),
  'Fact.field': facts,
  'FieldDimension.field': declared('input', 'definition', 'enumeration'),
  'FilingStatus.status': allMembers,
  'ForEachSlot.rank': declared('input'),
  'ForEachSlot.records': declared('entity'),
  'GoverningDateSlot.date': dates,
  'GoverningDateSlot.year': dates,
  'Group.members': allMembers,
  'JurisdictionField.parent': places,
  'JurisdictionField.place': places,
  'KeyedBy.keys': declared('input', 'definition'),
  'LayerStep.layer': declared('layer'),
  'MemberAccess.label': labels('AdjustSlot'),
  'MemberAccess.member': offerParts,
  'MonotoneBound.key': declared('input', 'definition', 'enumeration'),
  'NameReference.target': offerValues,
  'NthShares.counter': declared('accumulator'),
  'OneOfStep.layers': declared('layer'),
  'Override.target': declared('parameter'),
  'Overlap.order': labels('情形'),
  'PayerSlot.payer': payers,
  'PlaceItem.place': places,
  'RecordItem.entity': declared('entity'),
  'Renewal.days': declared('input', 'definition'),
  'RestStep.payer': rest,
  'RowsItem.catalogue': declared('catalogue'),
  'ServiceChannels.channels': channels,
  'ChannelClaim.channels': channels,
  'ServiceItem.service': declared('service'),
  'ServiceSteps.steps': steps,
  'ListingExpectation.list': declared('watchlist'),
  'WatchItem.list': declared('watchlist'),
  'WatchOrder.higher': labels('情形'),
  'WatchOrder.lower': labels('情形'),
  'WatchSubject.entity': declared('entity'),
  'ShareInsertion.after': declared('share-part'),
  'SplitBound.keys': declared('input', 'definition', 'enumeration'),
  'StepDown.counter': declared('accumulator'),
  'TypeUse.base': types,
  'WaterfallExtension.layers': declared('layer'),
  'WaterfallExtension.waterfall': declared('waterfall'),
};

function declared(...kinds: readonly DeclaredKind[]): Offer {
  return (context) => offerDeclared(kinds, context);
}

function channels(context: OfferContext): readonly Completion[] {
  return channelNames.map(({ name, english }) => named('builtin', name, english, context));
}

function steps(context: OfferContext): readonly Completion[] {
  return stepNames.map(({ name, english }) => named('builtin', name, english, context));
}

function types(context: OfferContext): readonly Completion[] {
  const predefined = typeNames.map((each) => offerPredefined(each, context, 0));
  return [...predefined, ...offerDeclared(['enumeration', 'catalogue', 'entity'], context)];
}

function payers(context: OfferContext): readonly Completion[] {
  const [found] = context.trial.scope.lookup(payerEnumeration, 'enumeration');
  return found?.kind === 'enumeration' ? membersOf(found, context) : [];
}

function rest(context: OfferContext): readonly Completion[] {
  const cash = waterfallNames.filter(({ name }) => name === '现金');
  const members = payers(context).map((each) => ({ ...each, rank: 2 }));
  const known = new Set(members.map(({ label }) => label));
  const own = cash.map((each) => offerPredefined(each, context));
  return [...own.filter(({ label }) => !known.has(label)), ...members];
}

function allMembers(context: OfferContext): readonly Completion[] {
  return context.trial.scope
    .declarations('enumeration')
    .flatMap((enumeration) => membersOf(enumeration, context));
}

/** Inputs of type 日期 are meant; a definition may be one too. */
function dates(context: OfferContext): readonly Completion[] {
  const rank = ({ nodes: [node] }: Declared): number => {
    const type = 'type' in node ? node.type?.base?.$refText : undefined;
    return type === '日期' || type === 'date' ? 0 : 1;
  };
  return offerDeclared(['input', 'definition'], context, rank);
}

/** A field of an entity that tells its records apart: of 参保人 the 成员. */
function isKeyField(input: DeclaredOf<'input'>, scope: DocumentScope): boolean {
  return input.entity !== undefined && keyField(input.entity, scope)?.id === input.id;
}

/** A 确定 sets what some 授权 lets a lower document decide; other parameters come last. */
function delegated(context: OfferContext): readonly Completion[] {
  const open = new Set<string>();
  for (const { file } of [context.linked.names, ...context.linked.basisNames]) {
    for (const node of AstUtils.streamAst(file).filter(isDelegation)) {
      if (node.target !== undefined) open.add(node.target.$refText);
    }
  }
  const isOpen = ({ name, alias }: Declared): boolean =>
    open.has(name) || (alias !== undefined && open.has(alias));
  const rank = (each: Declared): number => (isOpen(each) ? 0 : 1);
  const inputs = offerDeclared(['input'], context, rank).filter((each) => each.rank === 0);
  return [...offerDeclared(['parameter'], context, rank), ...inputs];
}

/** The fields of the record that is being written in an example, and those that tell whose it is. */
function facts(context: OfferContext): readonly Completion[] {
  const { hole, scope } = context.trial;
  const record = hole && AstUtils.getContainerOfType(hole.node, isRecordItem);
  const entity = record?.entity?.$refText;
  const root = scope.lookup(entity ?? '', 'entity')[0]?.name;
  return scope
    .declarations('input')
    .filter((input) => root === undefined || input.entity === root || isKeyField(input, scope))
    .map((input) => completionOf(input, 0, context));
}

function places(context: OfferContext): readonly Completion[] {
  const headers = [...context.files.values()].map(({ open }) => open.header);
  const names = new Set(headers.flatMap(({ place, parent }) => [place, parent]));
  return [...names].flatMap((name) =>
    name === undefined ? [] : [named('place', name, '', context)],
  );
}

/** Every other document, as one would cite it: by its 文号, else its 标识, else its title. */
function documents(context: OfferContext): readonly Completion[] {
  const seen = new Set([context.linked.document.id]);
  return [...context.files.values()].flatMap(({ open: { header } }): readonly Completion[] => {
    if (seen.has(header.id)) return [];
    seen.add(header.id);
    const cited = header.number ?? header.title;
    const insert = header.number ?? (context.isQuoted ? cited : insertOf(cited, context));
    const detail = sameText(header.number === undefined ? (header.place ?? '') : header.title);
    return [{ kind: 'document', label: cited, alias: header.id, insert, detail, rank: 0 }];
  });
}

/** The clauses of the document that is cited before. */
function citedClauses(context: OfferContext): readonly Completion[] {
  const { hole } = context.trial;
  const citation = hole && (isCitation(hole.node) ? hole.node : undefined);
  const id = citation && context.linked.registry.find(citation as Citation);
  const files = [...context.files.values()].filter(({ document }) => document.id === id);
  const names = files.flatMap(({ open }) =>
    AstUtils.streamAst(open.file)
      .filter(isArticle)
      .toArray()
      .flatMap(({ number }) => number ?? []),
  );
  return [...new Set(names)].map((name) => ({
    ...named('clause', name, '', context),
    insert: context.isQuoted || /^第.+条$/.test(name) ? name : `「${name}」`,
  }));
}

/** Labels of one kind in all versions of the layer or definition around the cursor. */
function labels(space: string): Offer {
  return (context) => {
    const owner = ownerName(context.trial.hole?.node);
    const { scope } = context.linked.document;
    const of =
      owner === undefined
        ? []
        : [...scope.lookup(owner, 'value'), ...scope.lookup(owner, 'service')];
    const starts = of.map(({ id }) => `${id}/${space}#`);
    const rows = nameUses(context.linked).filter(
      ({ kind, role, id }) =>
        kind === 'label' && role === 'declaration' && starts.some((start) => id.startsWith(start)),
    );
    const names = new Set(rows.map(({ name }) => name));
    return [...names].map((name) => ({
      ...named('label', name, owner ?? '', context),
      insert: context.isQuoted ? name : `「${name}」`,
    }));
  };
}

function ownerName(node: AstNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (isMemberAccess(node)) return node.of?.$cstNode?.text;
  const owner =
    AstUtils.getContainerOfType(node, isLayer) ??
    AstUtils.getContainerOfType(node, isDefinition) ??
    AstUtils.getContainerOfType(node, isWatchlist);
  return owner?.name;
}
