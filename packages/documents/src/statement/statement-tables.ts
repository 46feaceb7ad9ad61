import type { LocalText, TextLanguage } from '@tiaoli/base';
import { add, printYuan, ZERO } from '@tiaoli/base';
import { printOutcome, printValue } from '@tiaoli/interpreter';
import type { Definition, InputDeclaration } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import type {
  CitedClause,
  ClaimLadder,
  LadderLine,
  SettledClaim,
  StateLine,
} from '@tiaoli/settlement';
import type { PayerShare } from '@tiaoli/workspace';
import type { SheetCell, SheetRow, SheetTable } from '../sheet/sheet.ts';
import { plainCell } from '../sheet/sheet.ts';
import { percent } from './payer-shares.ts';

type Say = (text: LocalText) => string;

const signs: Readonly<Record<LadderLine['kind'], string>> = {
  amount: '',
  more: '+ ',
  less: '− ',
  rate: '× ',
  result: '= ',
};

/** From the cost to the payment, each number with how it comes about and where that is laid down. */
export function ladderTable({ id, cost, layers }: ClaimLadder, say: Say): SheetTable {
  const lines = layers.flatMap((layer): readonly SheetRow[] => {
    const labels = layer.cases.map((label) => `「${label}」`).join('');
    const title = say({
      zh: `${layer.name}（${layer.payer}）`,
      en: `${layer.name} (${layer.payer})`,
    });
    const head: SheetRow = [
      [[{ text: `${title}${labels}`, mark: 'strong' }]],
      plainCell(''),
      plainCell(layer.absent ? say(layer.absent) : ''),
      sourceCell(layer.clauses),
    ];
    return [head, ...layer.lines.map((line) => ladderRow(line, say))];
  });
  return {
    kind: 'table',
    caption: say({ zh: `结算 ${id} 怎么算`, en: `How claim ${id} is settled` }),
    columns: [
      { head: say({ zh: '项目', en: 'Item' }), width: 26 },
      { head: say({ zh: '金额（元）', en: 'Amount (yuan)' }), width: 18, align: 'right' },
      { head: say({ zh: '怎么算的', en: 'How it comes about' }), width: 26 },
      { head: say({ zh: '依据', en: 'Laid down in' }), width: 30 },
    ],
    rows: [...cost.map((line) => ladderRow(line, say)), ...lines],
  };
}

function ladderRow({ kind, label, amount, formula, clauses }: LadderLine, say: Say): SheetRow {
  const strong = kind === 'result' ? ({ mark: 'strong' } as const) : {};
  return [
    [[{ text: `${signs[kind]}${say(label)}`, ...strong }]],
    [[{ text: amount, ...strong }]],
    plainCell(formula ? say(formula) : ''),
    sourceCell(clauses),
  ];
}

/** The clauses by name; what they say stands once, in the table of sources. */
export function sourceCell(clauses: readonly CitedClause[]): SheetCell {
  return [...new Set(clauses.map(({ text }) => text))].map((text) => [{ text }]);
}

/** Every clause that a number rests on, once: what it says, and where that was read. */
export function sourcesTable(
  ladders: readonly ClaimLadder[],
  caption: string,
  say: Say,
): SheetTable | undefined {
  const cited = ladders.flatMap(({ cost, layers, payersClauses }) => [
    ...cost.flatMap((line) => line.clauses),
    ...layers.flatMap((layer) => [
      ...layer.clauses,
      ...layer.lines.flatMap((line) => line.clauses),
    ]),
    ...payersClauses,
  ]);
  const each = new Map(
    cited.map((clause) => [JSON.stringify([clause.text, clause.quote, clause.source]), clause]),
  );
  if (each.size === 0) return undefined;
  return {
    kind: 'table',
    caption,
    columns: [
      { head: say({ zh: '条款', en: 'Article' }), width: 28 },
      { head: say({ zh: '原文', en: 'Quoted text' }), width: 42 },
      { head: say({ zh: '出处', en: 'Source' }), width: 30 },
    ],
    rows: [...each.values()].map(({ text, quote = [], source }) => [
      plainCell(text),
      quote.length > 0 ? quote.map((part) => [{ text: part }]) : plainCell('—'),
      plainCell(source ?? '—'),
    ]),
  };
}

/** Who pays what, and what share of the whole. */
export function payersTable(shares: readonly PayerShare[], caption: string, say: Say): SheetTable {
  const total = shares.map(({ amount }) => amount).reduce(add, ZERO);
  const row = (name: string, amount: string, share: string): SheetRow =>
    [name, amount, share].map(plainCell);
  return {
    kind: 'table',
    caption,
    columns: [
      { head: say({ zh: '付款方', en: 'Payer' }), width: 50 },
      { head: say({ zh: '金额（元）', en: 'Amount (yuan)' }), width: 30, align: 'right' },
      { head: say({ zh: '占比', en: 'Share' }), width: 20, align: 'right' },
    ],
    rows: [
      ...shares.map(({ name, amount }) =>
        row(say(name), printYuan(amount), percent(amount, total)),
      ),
      row(say({ zh: '合计', en: 'total' }), printYuan(total), ''),
    ],
  };
}

export function stateTable(lines: readonly StateLine[], caption: string, say: Say): SheetTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { head: say({ zh: '累计', en: 'Accumulator' }), width: 34 },
      { head: say({ zh: '结算后', en: 'After the claims' }), width: 20, align: 'right' },
      { head: say({ zh: '属于', en: 'Belongs to' }), width: 14 },
      { head: say({ zh: '依据', en: 'Laid down in' }), width: 32 },
    ],
    rows: lines.map(({ name, amount, instance, clauses }) => [
      plainCell(name),
      plainCell(amount),
      plainCell(instance),
      clauses.map(({ text }) => [{ text }]),
    ]),
  };
}

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/** The records below a claim (明细): what was given of each, and what each comes to. */
export function recordTables(
  { id, program, facts, step }: Settled,
  language: TextLanguage,
): readonly SheetTable[] {
  const index = indexModule(program);
  return [...facts.children].flatMap(([entity, records]): readonly SheetTable[] => {
    const outcomes = step.records?.get(entity) ?? [];
    const inputs = [...index.inputs.values()].filter(
      (each) => each.entity === entity && records.some((record) => record.inputs.has(each.id)),
    );
    const results = program.definitions.filter(
      (each) =>
        each.entity === entity &&
        each.visibility === 'result' &&
        outcomes.some((own) => own.has(each.id)),
    );
    if (records.length === 0 || inputs.length + results.length === 0) return [];
    const given = (input: InputDeclaration, at: number): string => {
      const value = records[at]?.inputs.get(input.id);
      return value === undefined || value === null ? '—' : printValue(value, input.type, language);
    };
    const found = (result: Definition, at: number): string => {
      const outcome = outcomes[at]?.get(result.id);
      // What a record need not say is not missing; what the claim lacks is told behind it.
      if (!outcome || outcome.status === 'missing') return '—';
      return printOutcome(outcome, result.type, index)[language];
    };
    const name = index.entities.get(entity)?.name ?? entity;
    const heads = [...inputs, ...results].map(({ name }) => name);
    const number = { zh: '序号', en: 'No.' }[language];
    const width = 92 / heads.length;
    return [
      {
        kind: 'table',
        caption: { zh: `结算 ${id} ${name}`, en: `Claim ${id}: ${name}` }[language],
        columns: [{ head: number, width: 8 }, ...heads.map((head) => ({ head, width }))],
        rows: records.map((_, at) =>
          [
            String(at + 1),
            ...inputs.map((input) => given(input, at)),
            ...results.map((result) => found(result, at)),
          ].map(plainCell),
        ),
      },
    ];
  });
}
