import { isEqual, printDate, ZERO } from '@tiaoli/base';
import type { Definition, EnumerationMember, LayerDeclaration, ModuleIndex } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import { clauseText, documentNames } from '../clause-text.ts';
import type { SettledClaim } from '../settle/settle-claims.ts';
import type { ClaimLadder, LadderLine, PayerShare } from './ladder.ts';
import { layerLadder } from './layer-ladder.ts';
import { amountText, numberOf } from './slot-words.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/** A settled claim as people read it. The claim must have been settled with a trace and with slot probes. */
export function buildLadder(claim: Settled): ClaimLadder {
  const { program } = claim;
  const index = indexModule(program);
  const names = documentNames(program.declarations);
  return {
    id: claim.id,
    on: printDate(claim.on),
    cost: costLines(claim, index),
    layers: layersInOrder(claim).map((layer) => layerLadder(claim, layer, index, names)),
    payers: payerShares(claim),
  };
}

/** Layers in the order in which they pay, then those that stand in no 层序; of the document settled and those it rests on. */
function layersInOrder({ program }: Settled): readonly LayerDeclaration[] {
  const layers = ofKind(program.declarations, 'layer').filter(
    ({ results }) => results.支付 !== undefined && hasDefinition(program.definitions, results),
  );
  const order = ofKind(program.declarations, 'waterfall').flatMap(({ steps }) =>
    steps.flatMap((step) => step.layers),
  );
  const rank = ({ id }: LayerDeclaration): number => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  return layers.toSorted((left, right) => rank(left) - rank(right));
}

function hasDefinition(
  definitions: readonly Definition[],
  results: LayerDeclaration['results'],
): boolean {
  return definitions.some(({ id }) => id === results.支付);
}

/** The parts into which the claim's cost is divided, those that are not nothing. */
function costLines(claim: Settled, index: ModuleIndex): readonly LadderLine[] {
  const { program, outcomes } = claim;
  const names = documentNames(program.declarations);
  return ofKind(program.declarations, 'share').flatMap((share) => {
    const whole =
      share.whole.kind === 'definition' ? index.definitions.get(share.whole.definition) : undefined;
    const parts = share.parts.flatMap(({ name, definition }) => {
      const outcome = outcomes.get(definition);
      const amount = numberOf(outcome);
      return amount && !isEqual(amount, ZERO) ? [line(name, amountText(outcome), 'less')] : [];
    });
    const total = whole && outcomes.get(whole.id);
    const clause = share.clause ? [clauseText(share.clause, names)] : [];
    return total && whole
      ? [{ ...line(whole.name, amountText(total), 'amount'), clauses: clause }, ...parts]
      : parts;
  });
}

function line(name: string, amount: string, kind: LadderLine['kind']): LadderLine {
  return { kind, label: { zh: name, en: name }, amount, clauses: [] };
}

/** What each payer pays, layers of one payer together, and what is left to the person. */
function payerShares(claim: Settled): readonly PayerShare[] {
  const { program, outcomes } = claim;
  const members = payers(program.declarations);
  const layers = ofKind(program.declarations, 'layer');
  const shares = ofKind(program.declarations, 'waterfall').flatMap((waterfall): PayerShare[] => {
    const paid = waterfall.steps.flatMap((step) =>
      step.layers.flatMap((id): PayerShare[] => {
        const layer = layers.find((each) => each.id === id);
        const amount = numberOf(outcomes.get(layer?.results.支付 ?? ''));
        if (!layer || !amount) return [];
        const fund = members.get(layer.payer)?.marks.includes('基金') ?? false;
        return [{ name: `${layer.name}（${layer.payer}）`, amount, fund }];
      }),
    );
    const person = numberOf(outcomes.get(waterfall.results.现金 ?? ''));
    return person ? [...paid, { name: '个人现金', amount: person, fund: false }] : paid;
  });
  return shares;
}

function payers(
  declarations: Settled['program']['declarations'],
): ReadonlyMap<string, EnumerationMember> {
  const enumeration = ofKind(declarations, 'enumeration').find(({ name }) => name === '支付方');
  return new Map((enumeration?.members ?? []).map((member) => [member.name, member]));
}
