import type { LocalText, TextLanguage } from '@tiaoli/base';
import { buildLadder, stateLines } from '@tiaoli/settlement';
import type { CaseResult, PayerShare, SettledCase } from '@tiaoli/workspace';
import type { Sheet, SheetBlock, SheetRun } from '../sheet/sheet.ts';
import { plainCell } from '../sheet/sheet.ts';
import { caseHeading, illustrativeText, waitingText } from './case-words.ts';
import { addShares } from './payer-shares.ts';
import {
  ladderTable,
  payersTable,
  recordTables,
  sourceCell,
  sourcesTable,
  stateTable,
} from './statement-tables.ts';

type Settled = Extract<SettledCase, { kind: 'settled' }>;
type Say = (text: LocalText) => string;

/** 结算单: each claim from its cost to who pays what, its records, the sums of the year, what is carried on. */
export function statementSheet(settled: Settled, language: TextLanguage): Sheet {
  const say: Say = (text) => text[language];
  const { result, settlement } = settled;
  return {
    title: say({ zh: '医疗保障结算单', en: 'Statement of settlement' }),
    language,
    orientation: 'portrait',
    blocks: [
      line(say(caseHeading(result))),
      ...illustrative(result, say),
      ...claimBlocks(settled, language),
      ...yearBlocks(settled, say),
      ...stateBlocks(settlement, say),
      ...voidedBlocks(result, say),
      ...missingBlocks(settled, say),
      ...sourceBlocks(settled, say),
    ],
  };
}

function line(text: string, mark?: SheetRun['mark']): SheetBlock {
  return { kind: 'paragraph', runs: [{ text, ...(mark && { mark }) }] };
}

function illustrative({ illustrative: names = [] }: CaseResult, say: Say): readonly SheetBlock[] {
  return names.length === 0 ? [] : [line(say(illustrativeText(names)), 'invented')];
}

function claimBlocks(
  { settlement, result }: Settled,
  language: TextLanguage,
): readonly SheetBlock[] {
  const say: Say = (text) => text[language];
  return settlement.claims.flatMap((claim, at): readonly SheetBlock[] => {
    if (claim.kind === 'waiting') return [line(say(waitingText(claim.id)))];
    const ladder = buildLadder(claim);
    const version = result.claims[at]?.version ?? result.document;
    const { id, on, payers, payersClauses } = ladder;
    const title = {
      zh: `结算 ${id}  ${on}  依照 ${version}`,
      en: `Claim ${id}  ${on}  under ${version}`,
    };
    const paid = say({ zh: `结算 ${id} 谁付多少`, en: `Who pays what of claim ${id}` });
    const named = sourceCell(payersClauses).flatMap((runs) => runs.map((run) => run.text));
    const ruled = say({ zh: '支付次序的依据：', en: 'The order of payment is laid down in ' });
    return [
      { kind: 'heading', text: say(title) },
      ladderTable(ladder, say),
      ...recordTables(claim, language),
      ...(payers.length > 0
        ? [line(`${ruled}${named.join('、')}`, 'quiet'), payersTable(payers, paid, say)]
        : []),
    ];
  });
}

/** The sums over all claims; none while one of them is not complete. */
function yearBlocks({ settlement: { claims } }: Settled, say: Say): readonly SheetBlock[] {
  if (claims.length < 2) return [];
  const shares = claims.flatMap((claim) =>
    claim.kind === 'settled' ? [buildLadder(claim).payers] : [],
  );
  const complete = shares.filter((each) => each.length > 0);
  if (complete.length < claims.length) return [];
  const title = say({
    zh: `合计（${claims.length} 笔结算）`,
    en: `Total of ${claims.length} claims`,
  });
  const sums = complete.reduce<readonly PayerShare[]>(addShares, []);
  return [{ kind: 'heading', text: title }, payersTable(sums, title, say)];
}

function stateBlocks(settlement: Settled['settlement'], say: Say): readonly SheetBlock[] {
  const lines = stateLines(settlement);
  if (lines.length === 0) return [];
  const title = say({ zh: '结算后的累计', en: 'Accumulated so far' });
  return [{ kind: 'heading', text: title }, stateTable(lines, title, say)];
}

/** Which claims do not count any more, and which results of the others are others now. */
function voidedBlocks({ voided }: CaseResult, say: Say): readonly SheetBlock[] {
  if (!voided) return [];
  const ids = voided.claims.join('、');
  const title = say({
    zh: `已作废：结算 ${ids}；其余结算重新计算`,
    en: `Voided: ${ids}; the others are settled again`,
  });
  const none = say({ zh: '其余结算的结果不变', en: 'no result of the others changes' });
  if (voided.changes.length === 0) return [{ kind: 'heading', text: title }, line(none)];
  const text = ({ value, status }: (typeof voided.changes)[number]['before']): string =>
    status === 'value' ? String(value) : '—';
  return [
    { kind: 'heading', text: title },
    {
      kind: 'table',
      caption: title,
      columns: [
        { head: say({ zh: '结算', en: 'Claim' }), width: 20 },
        { head: say({ zh: '结果', en: 'Result' }), width: 40 },
        { head: say({ zh: '原来', en: 'Before' }), width: 20, align: 'right' },
        { head: say({ zh: '现在', en: 'Now' }), width: 20, align: 'right' },
      ],
      rows: voided.changes.map(({ claim, name, before, after }) =>
        [claim, name, text(before), text(after)].map(plainCell),
      ),
    },
  ];
}

/** What the case lacks, what the sources do not say (未见), and gaps of the rules. */
function missingBlocks({ result, diagnostics }: Settled, say: Say): readonly SheetBlock[] {
  const reasons = Object.values(result.outputs).flatMap(({ status, reason }) =>
    status === 'missing' && reason !== undefined ? [reason] : [],
  );
  const told = [...new Set([...diagnostics.map(({ message }) => say(message)), ...reasons])];
  if (told.length === 0) return [];
  const title = say({ zh: '待补充', en: 'Still missing' });
  return [{ kind: 'heading', text: title }, ...told.map((each) => line(each))];
}

function sourceBlocks({ settlement: { claims } }: Settled, say: Say): readonly SheetBlock[] {
  const ladders = claims.flatMap((claim) => (claim.kind === 'settled' ? [buildLadder(claim)] : []));
  const title = say({ zh: '依据和出处', en: 'Laid down in' });
  const table = sourcesTable(ladders, title, say);
  return table ? [{ kind: 'heading', text: title }, table] : [];
}
