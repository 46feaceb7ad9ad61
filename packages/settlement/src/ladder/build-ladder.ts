import type { LocalText } from '@tiaoli/base';
import { isEqual, printDate, ZERO } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type {
  Declaration,
  Definition,
  EnumerationMember,
  LayerDeclaration,
  ModuleIndex,
} from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import { documentNames } from '../clause-text.ts';
import type { SettledClaim } from '../settle/settle-claims.ts';
import type { ClaimLadder, LadderLine, PayerShare } from './ladder.ts';
import { layerLadder } from './layer-ladder.ts';
import { payRank } from './layer-view.ts';
import { resultLines } from './result-lines.ts';
import { totalProbeId } from './slot-probes.ts';
import { citedClauses, declared } from './slot-sources.ts';
import { amountText, nameOf, numberOf } from './slot-words.ts';
import { watchLadders } from './watch-ladders.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/** A settled claim as people read it. The claim must have been settled with a trace and with slot probes. */
export function buildLadder(claim: Settled): ClaimLadder {
  const { program } = claim;
  const index = indexModule(program);
  const names = documentNames(program.declarations);
  const layers = layersInOrder(claim);
  return {
    id: claim.id,
    on: printDate(claim.on),
    cost: layers.length > 0 ? costLines(claim, index) : resultLines(claim),
    layers: [
      ...watchLadders(claim, index, names),
      ...layers.map((layer) => layerLadder(claim, layer, index, names)),
    ],
    payers: payerShares(claim),
    payersClauses: citedClauses(
      ofKind(program.declarations, 'waterfall').map(declared),
      program,
      names,
    ),
  };
}

/** Layers in the order in which they pay, then those that stand in no 层序; of the document settled and those it rests on. */
function layersInOrder({ program }: Settled): readonly LayerDeclaration[] {
  const layers = ofKind(program.declarations, 'layer').filter(
    ({ results }) => results.支付 !== undefined && hasDefinition(program.definitions, results),
  );
  const rank = ({ id }: LayerDeclaration): number => payRank(program, id);
  return layers.toSorted((left, right) => rank(left) - rank(right));
}

function hasDefinition(
  definitions: readonly Definition[],
  results: LayerDeclaration['results'],
): boolean {
  return definitions.some(({ id }) => id === results.支付);
}

/** What the claim costs in all, and the parts into which it is divided, those that are not nothing. */
function costLines(claim: Settled, index: ModuleIndex): readonly LadderLine[] {
  const { program, outcomes } = claim;
  const totals = ofKind(program.declarations, 'waterfall').flatMap((waterfall) => {
    const outcome = outcomes.get(totalProbeId(waterfall.id));
    const label = nameOf(waterfall.total, index);
    return outcome ? [costLine(claim, waterfall, label, outcome)] : [];
  });
  const parts = ofKind(program.declarations, 'share').flatMap((share) =>
    share.parts.flatMap(({ name, definition }) => {
      const outcome = outcomes.get(definition);
      const amount = numberOf(outcome);
      if (!amount || isEqual(amount, ZERO)) return [];
      const label = { zh: `其中 ${name}`, en: `of it ${name}` };
      return [costLine(claim, share, label, outcome)];
    }),
  );
  return [...totals, ...parts];
}

function costLine(
  { program }: Settled,
  declaration: Declaration,
  label: LocalText,
  outcome: Outcome | undefined,
): LadderLine {
  const names = documentNames(program.declarations);
  const clauses = citedClauses([declared(declaration)], program, names);
  return { kind: 'amount', label, amount: amountText(outcome), clauses };
}

/**
 * What each layer's payer pays, and what is left to the person. Empty while one of them is not known: a part of the
 * shares would look like the whole.
 */
function payerShares(claim: Settled): readonly PayerShare[] {
  const { program, outcomes } = claim;
  const members = payers(program.declarations);
  const layers = ofKind(program.declarations, 'layer');
  const shares = ofKind(program.declarations, 'waterfall').flatMap((waterfall) => {
    const paying = waterfall.steps.flatMap((step) =>
      layers.filter(({ id }) => step.layers.includes(id)),
    );
    const paid = paying.map(({ name, payer, results }) => ({
      name: { zh: `${name}（${payer}）`, en: `${name} (${payer})` },
      outcome: outcomes.get(results.支付 ?? ''),
      fund: members.get(payer)?.marks.includes('基金') ?? false,
    }));
    const cash = outcomes.get(waterfall.results.现金 ?? '');
    return [
      ...paid,
      { name: { zh: '个人现金', en: 'the person in cash' }, outcome: cash, fund: false },
    ];
  });
  if (shares.some(({ outcome }) => outcome?.status === 'missing')) return [];
  return shares.flatMap(({ name, outcome, fund }) => {
    const amount = numberOf(outcome);
    return amount ? [{ name, amount, fund }] : [];
  });
}

function payers(
  declarations: Settled['program']['declarations'],
): ReadonlyMap<string, EnumerationMember> {
  const enumeration = ofKind(declarations, 'enumeration').find(({ name }) => name === '支付方');
  return new Map((enumeration?.members ?? []).map((member) => [member.name, member]));
}
