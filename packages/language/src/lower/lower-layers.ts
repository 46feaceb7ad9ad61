import type { DateRef, Expr, LayerCase, LayerDeclaration, OverlapRule } from '@tiaoli/ir';
import { both, literal, mapExpr, text } from '@tiaoli/ir';
import type { Layer, OtherwiseSlot, Overlap, Slot } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import { isClaim } from './claim-alone.ts';
import { documentRounding } from './document-fields.ts';
import type { GraphOwner } from './graph.ts';
import { innerExemptions } from './inner-exemptions.ts';
import type { LayerSource } from './layer/layer-source.ts';
import { lowerLayer } from './layer/lower-layer.ts';
import type { LayerVersion, MergedVersions } from './layer/merge-versions.ts';
import { mergeVersions, withOwnLabels } from './layer/merge-versions.ts';
import type { Place } from './lower-context.ts';
import { eventEntityId, refuse } from './lower-context.ts';
import { lowerCases, rootLabel } from './lower-layer-cases.ts';
import { lowerSlots } from './lower-layer-slots.ts';
import { declarationBase, withExemptions } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { defaultDate, inputNamed, placeFor } from './statement-place.ts';
import { statementValidity } from './validity.ts';

/** Lowers a 层: its declaration, and the definitions and accumulators of reference section 3. */
export function lowerLayerStatement(
  declared: DeclaredOf<'layer'>,
  statements: readonly StatementPlace[],
  { pools, drawnBefore }: Pick<LayerSource, 'pools' | 'drawnBefore'>,
): void {
  const [node] = declared.nodes;
  const [statement] = statements;
  if (!statement) return;
  const dates = governingDatesOf(node, statement);
  const place = placeOf(declared, statement, dates);
  const { context } = statement;
  const inner = declared.nodes.flatMap((each) => innerExemptions(each, place));
  const base = withExemptions(declarationBase(node, declared, place), inner);
  const entity = eventEntityId(statement);
  const owner: GraphOwner = {
    declaration: declared.id,
    entity,
    span: base.span,
    ...(base.clause && { clause: base.clause }),
  };
  const overlap = overlapOf(node.slots, place);
  const inYear = node.slots.find((slot) => slot.$type === 'InYearSlot')?.mode;
  const { days, ...merged } = mergeStatements(declared, statements, place);
  const shape = {
    ...dates,
    slots: merged.slots,
    otherwise: merged.otherwise,
    ...(overlap && { overlap }),
    inYear: inYear === 'true_up' ? 'true-up' : 'incremental',
    rounding: documentRounding(statement.document),
  } as const;
  const source: LayerSource = {
    name: declared.name,
    owner,
    ...shape,
    days,
    cases: withOwnLabels(rankedCases(merged.cases, overlap, node)),
    otherwiseSlots: merged.otherwiseSlots,
    pools,
    drawnBefore,
    isClaim: isClaim(context),
    visit: keyOfClaim('就诊号', statement),
    stay: keyOfClaim('住院号', statement),
  };
  const lowered = lowerLayer(context.graph, source);
  const declaration: LayerDeclaration = {
    ...base,
    kind: 'layer',
    entity,
    payer: payerOf(node.slots, place),
    ...shape,
    cases: merged.cases,
    otherwiseSlots: merged.otherwiseSlots,
    results: lowered.results,
    accumulators: lowered.accumulators,
  };
  context.declarations.push(declaration);
}

/** All statements of the layer as one; what they may not change within a layer is refused. */
function mergeStatements(
  declared: DeclaredOf<'layer'>,
  statements: readonly StatementPlace[],
  place: Place,
): MergedVersions {
  const [first, ...others] = declared.nodes;
  for (const each of declared.nodes) refuseDatedShape(each, place);
  for (const other of others) refuseOtherShape(first, other, place);
  const versions = declared.nodes.map((each, index) => {
    const statement = statements[index];
    return versionOf(each, statement ? placeOf(declared, statement, place) : place);
  });
  return mergeVersions(versions, place.governedBy);
}

function placeOf(
  declared: DeclaredOf<'layer'>,
  statement: StatementPlace,
  { governedBy, yearBy }: Pick<Place, 'governedBy' | 'yearBy'>,
): Place {
  return {
    ...placeFor(statement),
    governedBy,
    yearBy,
    ...positionOf(declared.id, statement),
  };
}

function versionOf(node: Layer, place: Place): LayerVersion {
  const otherwise = node.slots.find((slot) => slot.$type === 'OtherwiseSlot');
  return {
    validity: statementValidity(node),
    slots: lowerSlots(node.slots, place),
    cases: lowerCases(node, place),
    otherwise: otherwiseOf(otherwise),
    otherwiseSlots: otherwise ? lowerSlots(otherwise.slots, place) : [],
  };
}

/** What the versions of a layer share: who pays, by which dates, how cases combine, how the year is recomputed. */
function refuseOtherShape(first: Layer, other: Layer, place: Place): void {
  const shared = ['PayerSlot', 'GoverningDateSlot', 'Overlap', 'InYearSlot'] as const;
  const textOf = (layer: Layer, type: (typeof shared)[number]): string | undefined =>
    layer.slots.find(({ $type }) => $type === type)?.$cstNode?.text.replace(/\s+/g, '');
  const differing = shared.some((type) => textOf(first, type) !== textOf(other, type));
  if (!differing) return;
  refuse(place, spanOf(other), {
    zh: '一个层的各个版本，支付方、适用日、重叠、年内 须相同；不同的写成另一个层',
    en: 'versions of a layer share payer, governing date, overlap and in-year; else write another layer',
  });
}

/** Who pays, by which date and how the year is recomputed hold as long as the layer does: written once, without days. */
function refuseDatedShape({ slots }: Layer, place: Place): void {
  for (const type of ['PayerSlot', 'GoverningDateSlot', 'InYearSlot'] as const) {
    const found = slots.filter((slot) => slot.$type === type);
    const dated = found.find((slot) => 'validity' in slot && slot.validity) ?? found[1];
    if (!dated) continue;
    refuse(place, spanOf(dated), {
      zh: '支付方、适用日、年内 在一个层里只写一次，不能有期限；要分时期，写成两个层',
      en: 'payer, governing date and in-year are written once in a layer, without days; else write two layers',
    });
  }
}

/** 适用日 d [年度按 y]: which date chooses the version, which the insured year. */
function governingDatesOf(
  node: Layer,
  statement: StatementPlace,
): { readonly governedBy: DateRef; readonly yearBy: DateRef } {
  const slot = node.slots.find((each) => each.$type === 'GoverningDateSlot');
  const idOf = (reference: NonNullable<typeof slot>['date'] | undefined): DateRef | undefined => {
    const found = reference && statement.document.scope.resolveReference(reference);
    return found?.kind === 'input' ? found.declared.id : undefined;
  };
  const governedBy = idOf(slot?.date) ?? defaultDate(statement);
  return { governedBy, yearBy: idOf(slot?.year) ?? governedBy };
}

function positionOf(layer: string, { context }: StatementPlace): Pick<Place, 'position'> {
  const position = context.positions.get(layer);
  return position ? { position } : {};
}

function otherwiseOf(slot: OtherwiseSlot | undefined): LayerDeclaration['otherwise'] {
  if (!slot) return 'own-slots';
  return slot.none ? 'not-applicable' : 'case';
}

/** 重叠 rule, with the written order of 按序 as labels or member names. */
export function overlapRule({ rule, order }: Overlap): OverlapRule {
  if (rule !== 'ranked') return { kind: rule };
  return { kind: 'ranked', order: order.map(({ $refText }) => $refText.replace(/^「|」$/g, '')) };
}

function overlapOf(slots: readonly Slot[], place: Place): OverlapRule | undefined {
  const found = slots.filter((slot) => slot.$type === 'Overlap');
  const [first, second] = found;
  if (second) refuse(place, spanOf(second), { zh: '重叠 只写一次', en: 'write overlap once' });
  return first && overlapRule(first);
}

/**
 * The cases in the order in which 按序 tries them. Ranked by members (特困人员 > 低保对象), each member in turn is taken
 * as the only one that the person holds: a case stands once for each member.
 */
function rankedCases(
  cases: readonly LayerCase[],
  overlap: OverlapRule | undefined,
  layer: Layer,
): readonly LayerCase[] {
  if (overlap?.kind !== 'ranked') return cases;
  const { order } = overlap;
  if (order.every((name) => cases.some(({ label }) => label === name))) {
    return order.flatMap((name) => cases.filter(({ label }) => rootLabel(label, layer) === name));
  }
  return order.flatMap((member) =>
    cases.flatMap((each) => {
      const when = asOnlyMember(each.when, member);
      return when ? [{ ...each, label: `${each.label ?? ''}（${member}）`, when }] : [];
    }),
  );
}

/** The condition with every set read as holding `member` alone, and that the person holds it. */
function asOnlyMember(when: Expr, member: string): Expr | undefined {
  let held: Expr | undefined;
  const changed = mapExpr(when, (expr) => {
    if (expr.kind !== 'intersects') return expr;
    held = { ...expr, members: [member] };
    return literal({ kind: 'boolean' }, expr.members.includes(member));
  });
  return held && both(held, changed);
}

function payerOf(slots: readonly Slot[], place: Place): string {
  const slot = slots.find((each) => each.$type === 'PayerSlot');
  const payer = slot && place.scope.resolveReference(slot.payer);
  return payer?.kind === 'member' ? payer.member : '';
}

/** 就诊号, 住院号: what tells one visit or stay from the next; the claim's own day where no such field is declared. */
function keyOfClaim(name: string, statement: StatementPlace): Expr {
  const input = inputNamed(name, statement);
  return input === undefined ? literal(text, '') : { kind: 'input', input };
}
