'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useForm } from '../form/form-context.tsx';
import { restsOnInvention } from '../model/cited-clauses.ts';
import type { CalculatorPageJson } from '../model/pages-json.ts';
import { payerTable } from '../model/payer-shares.ts';
import { personPart } from '../model/person-part.ts';
import type { SettledJson } from '../model/settled-json.ts';
import type { ShownFact } from '../model/shown-facts.ts';
import { shownFacts } from '../model/shown-facts.ts';
import { PayersChart } from '../result/payers-chart.tsx';
import { payersChartOption } from '../result/payers-chart-option.ts';
import { PayersTable } from '../result/payers-table.tsx';
import { useClaimNames } from '../result/use-claim-names.ts';
import styles from './print.module.css';
import { PrintedLadder } from './printed-ladder.tsx';

/** Paper is 210 mm wide with 15 mm at each side. */
const CHART_WIDTH = 660;

/** The settlement for paper: what it rests on, the facts, who pays what, and every line with its clause. */
export function PrintSheet({
  page,
  settled,
}: {
  readonly page: CalculatorPageJson;
  readonly settled: SettledJson;
}) {
  const t = useTranslations('calculator');
  const versions = [...new Set(settled.result.claims.flatMap(({ version }) => version ?? []))];
  const part = personPart(settled.result.outputs);
  return (
    <article className={styles.sheet} data-print>
      <header>
        <h1>{t('printTitle')}</h1>
        <p className={styles.document}>
          {page.form.title}
          {page.number && `（${page.number}）`}
        </p>
        <p>
          {t('place')}：{settled.result.jurisdiction}　{t('version')}：{versions.join('；')}　
          {t('printedOn')}：{dayOfPrinting()}
        </p>
        {(page.illustrative || restsOnInvention(settled)) && (
          <p className={styles.notice}>{t('illustrativeNotice')}</p>
        )}
      </header>
      <Facts />
      <section>
        <h2>{t('whoPays')}</h2>
        {part !== undefined && (
          <p>
            {t('personPays')} <strong>{part}</strong> {t('yuan')}
          </p>
        )}
        <PrintedShares settled={settled} />
      </section>
      <section>
        <h2>{t('ladder')}</h2>
        {settled.ladders.map((ladder, at) => (
          <PrintedLadder key={ladder.id} ladder={ladder} number={at + 1} />
        ))}
      </section>
    </article>
  );
}

/** The calendar day where the paper comes out. */
function dayOfPrinting(): string {
  return new Date().toLocaleDateString('sv-SE');
}

function PrintedShares({ settled }: { readonly settled: SettledJson }) {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const table = useMemo(() => payerTable(settled.ladders), [settled]);
  const names = useClaimNames(settled);
  const option = useMemo(
    () =>
      table && payersChartOption(table, { description: '', language, claimNames: names }, 'light'),
    [table, names, language],
  );
  if (!table || !option) return null;
  return (
    <>
      <div aria-hidden>
        <PayersChart option={option} height={40 + 34 * names.length} width={CHART_WIDTH} />
      </div>
      <PayersTable table={table} claimNames={names} scheme="light" />
    </>
  );
}

function Facts() {
  const t = useTranslations('calculator');
  const { draft, form } = useForm();
  const words = {
    yes: t('yes'),
    no: t('no'),
    none: t('none'),
    yuan: t('yuan'),
    voided: t('voided'),
  };
  const { above, claims, state } = shownFacts(draft, form, words);
  return (
    <section>
      <h2>{t('facts')}</h2>
      {above.map(({ name, facts }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people of one household stand under one name
        <FactList key={at} name={name} facts={facts} />
      ))}
      {claims.map((facts, at) => (
        <FactList
          key={draft.claims[at]?.key}
          name={claims.length > 1 ? t('claimNumber', { number: at + 1 }) : form.claim.name}
          facts={facts}
        />
      ))}
      {state.length > 0 && <FactList name={t('stateHeading')} facts={state} />}
    </section>
  );
}

function FactList({
  name,
  facts,
}: {
  readonly name: string;
  readonly facts: readonly ShownFact[];
}) {
  return (
    <p className={styles.facts}>
      <strong>{name}</strong>
      {facts.map((fact) => (
        <span key={fact.name}>
          {fact.name} {fact.value}
        </span>
      ))}
    </p>
  );
}
