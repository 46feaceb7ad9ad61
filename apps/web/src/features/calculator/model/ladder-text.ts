import type { LocalText, TextLanguage } from '@tiaoli/base';
import { displayWidth, padToWidth } from '@tiaoli/base';
import { groupedYuan, payerTable } from './payer-shares.ts';
import type { ClauseJson, LadderJson, LineJson, SettledJson } from './settled-json.ts';

/** Columns of a label and of an amount. */
const LABEL = 24;
const AMOUNT = 14;

/** The sign in front of a line of the ladder. */
export const lineSigns: Readonly<Record<LineJson['kind'], string>> = {
  amount: '',
  more: '+',
  less: '−',
  rate: '×',
  result: '=',
};

/** What a settlement rests on, said at the head of what is copied. */
export interface TextHeading {
  readonly title: string;
  readonly number?: string;
}

/** A settlement as plain text, for a letter or a reply: every line of the ladder with its clause. */
export function ladderText(
  heading: TextHeading,
  { ladders, result }: SettledJson,
  language: TextLanguage,
): string {
  const title = heading.number ? `${heading.title}（${heading.number}）` : heading.title;
  const blocks = ladders.map((ladder, at) =>
    claimText(ladder, result.claims.find(({ id }) => id === ladder.id)?.version, at, language),
  );
  const year = ladders.length > 1 ? [yearText(ladders, language)] : [];
  return `${[`${title}　${result.jurisdiction}`, ...blocks, ...year].join('\n\n')}\n`;
}

function claimText(
  ladder: LadderJson,
  version: string | undefined,
  at: number,
  language: TextLanguage,
): string {
  const head = {
    zh: `第 ${at + 1} 笔结算　${ladder.on}${version ? `　依照 ${version}` : ''}`,
    en: `Claim ${at + 1}  ${ladder.on}${version ? `  under ${version}` : ''}`,
  };
  const layers = ladder.layers.map((layer) => {
    const labels = layer.cases.map((label) => `「${label}」`).join('');
    const name = `${say({ zh: `${layer.name}（${layer.payer}）`, en: `${layer.name} (${layer.payer})` }, language)}${labels}`;
    const absent = layer.absent
      ? [`    ${say(layer.absent, language)}${sources(layer.clauses)}`]
      : [];
    return [`  ${name}`, ...absent, ...layer.lines.map((line) => lineText(line, language))];
  });
  return [
    say(head, language),
    ...ladder.cost.map((line) => lineText(line, language)),
    ...layers.flat(),
    ...payersText([ladder], language),
  ].join('\n');
}

function yearText(ladders: readonly LadderJson[], language: TextLanguage): string {
  const head = { zh: `合计（${ladders.length} 笔结算）`, en: `Total of ${ladders.length} claims` };
  return [say(head, language), ...payersText(ladders, language).slice(1)].join('\n');
}

function payersText(ladders: readonly LadderJson[], language: TextLanguage): readonly string[] {
  const table = payerTable(ladders);
  if (!table) return [];
  const row = (name: string, amount: string, share = ''): string =>
    `    ${padToWidth(name, LABEL)}${right(groupedYuan(amount))}${share && `  ${share}`}`;
  return [
    `  ${say({ zh: '谁付多少', en: 'Who pays what' }, language)}`,
    ...table.rows.map(({ name, total, share }) => row(say(name, language), total, share)),
    row(say({ zh: '合计', en: 'total' }, language), table.total),
  ];
}

function lineText({ kind, label, amount, formula, clauses }: LineJson, language: TextLanguage) {
  const sign = lineSigns[kind] || ' ';
  const words = formula ? `  ${say(formula, language)}` : '';
  return `  ${sign} ${padToWidth(say(label, language), LABEL)}${right(amount)}${words}${sources(clauses)}`;
}

function sources(clauses: readonly ClauseJson[]): string {
  return clauses.length === 0 ? '' : `  〔${clauses.map(({ text }) => text).join('；')}〕`;
}

function right(amount: string): string {
  return `${' '.repeat(Math.max(0, AMOUNT - displayWidth(amount)))}${amount}`;
}

function say(text: LocalText, language: TextLanguage): string {
  return text[language];
}
