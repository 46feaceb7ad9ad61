'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lineSigns } from '../model/ladder-text.ts';
import type { ClauseJson, LadderJson, LayerJson, LineJson } from '../model/settled-json.ts';
import styles from './print.module.css';

/** One claim as a table: each number with how it comes about and its clause. */
export function PrintedLadder({
  ladder,
  number,
}: {
  readonly ladder: LadderJson;
  readonly number: number;
}) {
  const t = useTranslations('calculator');
  return (
    <section className={styles.claim}>
      <h3>{t('claimOn', { number, on: ladder.on })}</h3>
      <table className={styles.ladder}>
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            <th scope="col" className={styles.amount}>
              {t('amount')}
            </th>
            <th scope="col">{t('formula')}</th>
            <th scope="col">{t('clause')}</th>
          </tr>
        </thead>
        {ladder.cost.length > 0 && (
          <tbody>
            {ladder.cost.map((line) => (
              <Line key={line.label.zh} line={line} />
            ))}
          </tbody>
        )}
        {ladder.layers.map((layer) => (
          <Layer key={layer.name} layer={layer} />
        ))}
      </table>
    </section>
  );
}

function Layer({ layer }: { readonly layer: LayerJson }) {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { name, payer, cases, absent, lines, clauses } = layer;
  return (
    <tbody>
      <tr className={styles.layer}>
        <th colSpan={4} scope="rowgroup">
          {name}（{payer}）{cases.map((label) => `「${label}」`).join('')}
        </th>
      </tr>
      {absent && (
        <tr>
          <td colSpan={3}>{absent[language]}</td>
          <td>{clauseNames(clauses)}</td>
        </tr>
      )}
      {lines.map((line) => (
        <Line key={line.label.zh} line={line} />
      ))}
    </tbody>
  );
}

function Line({ line }: { readonly line: LineJson }) {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <tr data-kind={line.kind}>
      <td>
        {lineSigns[line.kind]} {line.label[language]}
      </td>
      <td className={styles.amount}>{line.amount}</td>
      <td>{line.formula?.[language]}</td>
      <td>{clauseNames(line.clauses)}</td>
    </tr>
  );
}

function clauseNames(clauses: readonly ClauseJson[]): string {
  return clauses.map(({ text }) => text).join('；');
}
