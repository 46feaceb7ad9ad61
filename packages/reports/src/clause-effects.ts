import type { TextLanguage } from '@tiaoli/base';
import type { Estimate, SimulationResult } from '@tiaoli/simulation';
import { intervalHalf, moneyText } from './text/amounts.ts';
import { sayIn } from './text/words.ts';

/** What a run says of the clauses of the first draft: for tables that go clause by clause. */
export interface ClauseEffects {
  /** What all changes come to, on whom it was run, and everything that must be known before a figure. */
  readonly lines: readonly string[];
  /** By the numbers of the clause, outer to inner with a dot between; empty for what stands in none. */
  readonly clauses: ReadonlyMap<string, readonly string[]>;
}

/** Undefined where nothing was run. Each change of a clause is told as a run of it alone. */
export function clauseEffects(
  result: SimulationResult,
  language: TextLanguage,
): ClauseEffects | undefined {
  const [reform] = result.reforms;
  if (!reform) return undefined;
  const say = sayIn(language);
  const { fund, person } = reform.verdict;
  const { persons, claims, year, isSynthetic } = result.population;
  const whole = say({
    zh: `影响测算：全部改动，基金支付 ${amountText(fund.change, language)}，个人负担 ${amountText(person.change, language)}（${year} 年 ${persons} 人、${claims} 笔结算）`,
    en: `Impact of all changes: the funds pay ${amountText(fund.change, language)}, people bear ${amountText(person.change, language)} (${persons} people and ${claims} claims of ${year})`,
  });
  const synthetic = say({
    zh: '合成数据：这些人和结算是生成的，不是真人；示例结果，不作决策的唯一依据。',
    en: 'Synthetic data: these people and claims were generated, none is real; an illustration, never the only ground of a decision.',
  });
  const alone = say({
    zh: '表中“测算”各行是只做这一条的改动、另行计算的结果。',
    en: 'The lines “run” of the table are of the changes of that clause alone.',
  });
  const { byChange } = reform;
  const clauses = new Map<string, string[]>();
  for (const { name, clause = '', fund: paid, person: borne } of byChange?.bars ?? []) {
    const text = say({
      zh: `测算（${name.zh}）：基金支付 ${amountText(paid, language)}，个人负担 ${amountText(borne, language)}`,
      en: `Run (${name.en}): the funds pay ${amountText(paid, language)}, people bear ${amountText(borne, language)}`,
    });
    clauses.set(clause, [...(clauses.get(clause) ?? []), text]);
  }
  return {
    lines: [whole, ...(byChange ? [alone] : []), ...(isSynthetic ? [synthetic] : [])],
    clauses,
  };
}

/** With the 95% interval where there is one. */
function amountText({ value, error }: Estimate, language: TextLanguage): string {
  const text = moneyText(value, language, true);
  if (error === undefined || error === 0) return text;
  return `${text} ±${moneyText(intervalHalf(error).toFixed(2), language)}`;
}
