import type { Expr, WaterfallDeclaration, WaterfallStep } from '@tiaoli/ir';
import { definitionRef, minus, money, noMoney, sumOf } from '@tiaoli/ir';
import type { Step, Waterfall, WaterfallExtension } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { GraphOwner } from './graph.ts';
import { define } from './graph.ts';
import type { LayerPosition } from './lower-context.ts';
import { eventEntityId } from './lower-context.ts';
import { declarationBase } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';

/** A 层序 with its statement, and with the layers that lower documents attach to it. */
export interface PlacedWaterfall {
  readonly id: string;
  readonly node: Waterfall;
  readonly statement: StatementPlace;
  /** Layers by step, in order of payment; several where at most one of them applies (择一). */
  readonly steps: readonly (readonly DeclaredOf<'layer'>[])[];
}

/** Finds the steps of a 层序 without lowering anything: layers need their positions first. */
export function placeWaterfall(
  node: Waterfall,
  statement: StatementPlace,
  attached: readonly { readonly node: WaterfallExtension; readonly statement: StatementPlace }[],
): PlacedWaterfall {
  const id = `${statement.document.id}/层序${node.name === undefined ? '' : `「${node.name}」`}`;
  const steps = node.steps.flatMap((step): readonly (readonly DeclaredOf<'layer'>[])[] => {
    if (step.$type === 'AttachmentStep') {
      return attached.flatMap((each) =>
        layersNamed(each.node.layers, each.statement).map((layer) => [layer]),
      );
    }
    const layers = stepLayers(step, statement);
    return layers.length > 0 ? [layers] : [];
  });
  return { id, node, statement, steps };
}

function stepLayers(step: Step, statement: StatementPlace): readonly DeclaredOf<'layer'>[] {
  if (step.$type === 'LayerStep') return layersNamed([step.layer], statement);
  return step.$type === 'OneOfStep' ? layersNamed(step.layers, statement) : [];
}

function layersNamed(
  references: WaterfallExtension['layers'],
  { document }: StatementPlace,
): readonly DeclaredOf<'layer'>[] {
  return references.flatMap((reference) => {
    const found = document.scope.resolveReference(reference);
    return found.kind === 'layer-result' ? [found.declared] : [];
  });
}

/** Ids of the whole that a 层序 divides, and of what of it is in the policy: what its first step finds. */
export function wholeIds(waterfall: string) {
  return { remaining: `${waterfall}.总额`, inPolicyRemaining: `${waterfall}.政策内` };
}

/** What is left when each layer's turn comes: of the whole, and of what is in the policy (reference 3.4). */
export function positionsOf({ id, steps }: PlacedWaterfall): ReadonlyMap<string, LayerPosition> {
  const positions = new Map<string, LayerPosition>();
  const whole = wholeIds(id);
  let position: LayerPosition = {
    total: definitionRef(whole.remaining),
    inPolicy: definitionRef(whole.inPolicyRemaining),
  };
  for (const layers of steps) {
    for (const layer of layers) positions.set(layer.id, position);
    const [first] = layers;
    if (!first) continue;
    position = {
      total: definitionRef(`${first.id}.余额`),
      inPolicy: definitionRef(`${first.id}.政策内余额`),
    };
  }
  return positions;
}

/** Lowers a placed 层序: the remainders behind each step, 个人负担 behind the last fund, 现金 behind all. */
export function lowerWaterfall(placed: PlacedWaterfall, isFund: (layer: string) => boolean): void {
  const { node, statement, id, steps } = placed;
  const { context, document } = statement;
  const place = { ...placeFor(statement), zeroForAbsent: true };
  const base = declarationBase(node, { id, name: node.name ?? '层序' }, place);
  const entity = eventEntityId(statement);
  const owner: GraphOwner = { declaration: id, entity, span: base.span };
  const total = lowerExpression(node.whole, place);
  const inPolicy = node.policy.map((each) => lowerExpression(each, place));
  const make = (
    suffix: string,
    name: string,
    body: Expr,
    visibility: 'result' | 'step' = 'step',
  ): Expr => define(context.graph, owner, { id: suffix, name, type: money, body, visibility });
  const whole = wholeIds(id);
  let left = make(whole.remaining, '总额', total);
  let policyLeft = make(whole.inPolicyRemaining, '政策内', policyAmount(inPolicy, placed, total));
  let afterFunds = left;
  const lowered: WaterfallStep[] = [];
  for (const layers of steps) {
    const paid = sumOf(layers.map((layer) => paidBy(layer.id)));
    const [before, policyBefore] = [left, policyLeft];
    for (const layer of layers) {
      left = make(`${layer.id}.余额`, `${layer.name}.余额`, minus(before, paid));
      policyLeft = make(
        `${layer.id}.政策内余额`,
        `${layer.name}.政策内余额`,
        minus(policyBefore, paid),
      );
    }
    if (layers.some((layer) => isFund(layer.id))) afterFunds = left;
    const [first] = layers;
    if (first) {
      lowered.push({
        layers: layers.map((layer) => layer.id),
        remaining: `${first.id}.余额`,
        inPolicyRemaining: `${first.id}.政策内余额`,
      });
    }
  }
  const prefix = node.name === undefined ? document.id : id;
  make(`${prefix}/个人负担`, '个人负担', afterFunds, 'result');
  make(`${prefix}/现金`, '现金', left, 'result');
  const declaration: WaterfallDeclaration = {
    ...base,
    kind: 'waterfall',
    entity,
    total,
    inPolicy,
    steps: lowered,
    results: { 个人负担: `${prefix}/个人负担`, 现金: `${prefix}/现金` },
  };
  context.declarations.push(declaration);
}

/** What a layer pays, 0 where it does not apply. */
export function paidBy(layer: string): Expr {
  return { kind: 'or-else', operand: definitionRef(layer), fallback: noMoney };
}

/** What 政策内 names; else 合规费用 where the whole is what the claim is split from, else the whole. */
function policyAmount(
  named: readonly Expr[],
  { node, statement }: PlacedWaterfall,
  total: Expr,
): Expr {
  if (named.length > 0) return sumOf(named);
  const { scope } = statement.document;
  const split = scope.declarations('share-part').find(({ name }) => name === '合规费用');
  const whole = scope.resolve(node.whole);
  const readsClaim = whole.kind === 'definition' && whole.declared.name === '医疗费总额';
  return split && readsClaim ? definitionRef(split.id) : total;
}
