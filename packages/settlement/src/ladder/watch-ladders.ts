import type { LocalText } from '@tiaoli/base';
import { compare } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { ModuleIndex, WatchlistDeclaration } from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';
import type { DocumentNames } from '../clause-text.ts';
import type { CitedClause, LadderLine, LayerLadder } from './ladder.ts';
import { absence } from './layer-ladder.ts';
import type { Settled } from './layer-view.ts';
import { citedClauses, declared, noClause } from './slot-sources.ts';
import { amountText, numberOf } from './slot-words.ts';

/** The lists for which the event is a check: the amount, the threshold, whether the person is listed, who is told. */
export function watchLadders(
  claim: Settled,
  index: ModuleIndex,
  names: DocumentNames,
): readonly LayerLadder[] {
  const { program, outcomes } = claim;
  return ofKind(program.declarations, 'watchlist').flatMap((list) => {
    const listed = outcomes.get(list.results.列入 ?? '');
    // A claim is no check.
    if (!listed || listed.status === 'not-applicable') return [];
    const holding = list.cases.filter(({ applies }) => isTrue(outcomes.get(applies)));
    const sources = holding.map(({ clause, span }) => ({
      clause: clause ?? list.clause ?? noClause(list),
      span,
    }));
    const own = citedClauses([declared(list)], program, names);
    const clauses = sources.length > 0 ? citedClauses(sources, program, names) : own;
    const heading = {
      name: list.name,
      payer: list.told.join('、'),
      cases: holding.map(({ label }) => label),
      clauses: own,
    };
    if (listed.status === 'value') {
      return [{ ...heading, lines: linesOf(claim, list, clauses) }];
    }
    const absent = absence(listed, index);
    return [{ ...heading, ...(absent && { absent }), lines: [] }];
  });
}

function linesOf(
  { outcomes }: Settled,
  { results }: WatchlistDeclaration,
  clauses: readonly CitedClause[],
): readonly LadderLine[] {
  const outcomeOf = (name: string): Outcome | undefined => outcomes.get(results[name] ?? '');
  const threshold = outcomeOf('界线');
  const isListed = isTrue(outcomeOf('列入'));
  return [
    {
      kind: 'amount',
      label: { zh: '金额', en: 'amount' },
      amount: amountText(outcomeOf('金额')),
      clauses,
    },
    {
      kind: 'amount',
      label: { zh: '界线', en: 'threshold' },
      amount: amountText(threshold),
      ...(threshold?.status !== 'value' && { formula: nobody }),
      clauses,
    },
    {
      kind: 'result',
      label: { zh: '列入名单', en: 'listed' },
      amount: isListed ? '✓' : '✗',
      formula: isListed ? told : notListed(outcomeOf('金额'), threshold),
      clauses,
    },
  ];
}

const nobody: LocalText = { zh: '不在名单所说的人之内', en: 'none of the people of the list' };
const told: LocalText = { zh: '列入，推送', en: 'listed, and told' };
const notAbove: LocalText = { zh: '不列入', en: 'not listed' };
const already: LocalText = {
  zh: '超过界线，但以前列入过，还没有到重报的时候',
  en: 'above the threshold, but listed before and not to be listed again yet',
};

/** Why nobody is told. */
function notListed(amount: Outcome | undefined, threshold: Outcome | undefined): LocalText {
  const [looked, limit] = [numberOf(amount), numberOf(threshold)];
  return looked && limit && compare(looked, limit) > 0 ? already : notAbove;
}

function isTrue(outcome: Outcome | undefined): boolean {
  return outcome?.status === 'value' && outcome.value === true;
}
