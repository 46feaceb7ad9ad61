import type { LayerDeclaration, Output, WaterfallDeclaration } from '@tiaoli/ir';
import { definitionRef, money, noMoney, rate, sumOf } from '@tiaoli/ir';
import type { DeclaredOf } from '../references/declared.ts';
import { outputFields } from '../references/output-fields.ts';
import { irTypeOf } from './expressions/ir-type.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { GraphOwner } from './graph.ts';
import { define } from './graph.ts';
import type { LowerContext } from './lower-context.ts';
import { eventEntityId } from './lower-context.ts';
import type { PlacedWaterfall } from './lower-waterfalls.ts';
import { paidBy } from './lower-waterfalls.ts';
import { declarationBase, withLimits } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';

/** 结果 { n = e }: a result under a field name of its own. */
export function lowerOutput(declared: DeclaredOf<'output'>, statement: StatementPlace): Output {
  const place = { ...placeFor(statement), zeroForAbsent: true };
  const [node] = declared.nodes;
  const base = declarationBase(node, declared, place);
  const { context } = statement;
  const value = node.value ? lowerExpression(node.value, place) : noMoney;
  const type = (node.value && irTypeOf(node.value, place)) ?? money;
  const owner = { declaration: declared.id, entity: eventEntityId(statement), span: base.span };
  define(context.graph, owner, {
    id: declared.id,
    name: declared.name,
    type,
    body: withLimits(value, node, place),
    visibility: 'result',
  });
  context.declarations.push({ ...base, kind: 'output', definition: declared.id });
  return { field: declared.name, definition: declared.id };
}

/**
 * The national fields that follow from 支付方 and the 层序 (reference section 5): one per payer, the sum of the funds,
 * what the person bears, the deductible and the rate of the first step.
 */
export function nationalOutputs(
  context: LowerContext,
  waterfall: WaterfallDeclaration,
): readonly Output[] {
  const layers = waterfall.steps.flatMap((step) =>
    step.layers.flatMap((id) => layerOf(context, id)),
  );
  const payers = payersOf(context);
  const owner: GraphOwner = {
    declaration: waterfall.id,
    entity: waterfall.entity,
    span: waterfall.span,
  };
  const outputs: Output[] = [];
  const add = (field: string, paying: readonly LayerDeclaration[]): void => {
    const id = `${waterfall.id}.${field}`;
    const body = sumOf(paying.map((layer) => paidBy(layer.id)));
    define(context.graph, owner, { id, name: field, type: money, body });
    outputs.push({ field, definition: id });
  };
  for (const [field, paying] of Map.groupBy(layers, (layer) => payers.get(layer.payer)?.field)) {
    if (field !== undefined) add(field, paying);
  }
  add(
    'fund_pay_sumamt',
    layers.filter((layer) => payers.get(layer.payer)?.fund),
  );
  outputs.push({ field: 'psn_part_amt', definition: waterfall.results.个人负担 ?? '' });
  outputs.push({ field: 'psn_cash_pay', definition: waterfall.results.现金 ?? '' });
  outputs.push(...firstStepOutputs(context, waterfall, owner));
  return outputs;
}

const CLAIM_FIELDS: Readonly<Record<string, string>> = {
  医疗费总额: 'medfee_sumamt',
  全自费: 'fulamt_ownpay_amt',
  超限价: 'overlmt_selfpay',
  先行自付: 'preselfpay_amt',
  合规费用: 'inscp_scp_amt',
};

/** The fields of the claim's own split, where the 层序 starts from the claim's total. */
export function claimOutputs({ node, statement }: PlacedWaterfall): readonly Output[] {
  const { scope } = statement.document;
  const whole = scope.resolve(node.whole);
  if (whole.kind !== 'definition' || whole.declared.name !== '医疗费总额') return [];
  const parts = [...scope.declarations('share-part'), whole.declared];
  return parts.flatMap(({ name, id }) => {
    const field = CLAIM_FIELDS[name];
    return field === undefined ? [] : [{ field, definition: id }];
  });
}

/** act_pay_dedc and pool_prop_selfpay are those of the layer that the first step takes, not sums over all. */
function firstStepOutputs(
  context: LowerContext,
  waterfall: WaterfallDeclaration,
  owner: GraphOwner,
): readonly Output[] {
  const layers = waterfall.steps[0]?.layers ?? [];
  const of = (name: string, type: typeof money | typeof rate) =>
    sumOf(
      layers.map((id) => ({
        kind: 'or-else' as const,
        operand: definitionRef(`${id}.${name}`),
        fallback: { kind: 'literal' as const, type, value: '0' },
      })),
    );
  const fields = [
    { field: 'act_pay_dedc', type: money, body: of('起付', money) },
    { field: 'pool_prop_selfpay', type: rate, body: of('适用比例', rate) },
  ];
  return layers.length === 0
    ? []
    : fields.map(({ field, type, body }) => {
        const id = `${waterfall.id}.${field}`;
        define(context.graph, owner, { id, name: field, type, body });
        return { field, definition: id };
      });
}

function layerOf({ declarations }: LowerContext, id: string): readonly LayerDeclaration[] {
  const found = declarations.find((each) => each.id === id);
  return found?.kind === 'layer' ? [found] : [];
}

/** The members of 支付方: the national field of each, and whether it is a fund. */
export function payersOf({
  declarations,
}: LowerContext): ReadonlyMap<string, { readonly field?: string; readonly fund: boolean }> {
  const members = declarations.flatMap((each) =>
    each.kind === 'enumeration' && each.name === '支付方' ? each.members : [],
  );
  const known = new Set(outputFields.map(({ field }) => field));
  return new Map(
    members.map(({ name, label, marks }) => [
      name,
      {
        ...(label !== undefined && known.has(label) && { field: label }),
        fund: marks.includes('基金'),
      },
    ]),
  );
}
