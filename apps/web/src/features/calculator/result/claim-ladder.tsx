'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClaimJson, LadderJson, LayerJson } from '../model/settled-json.ts';
import { ClauseCard } from './clause-card.tsx';
import { LadderLine } from './ladder-line.tsx';
import styles from './result.module.css';

/** One claim from its cost, layer by layer, to what each of them pays. */
export function ClaimLadder({
  ladder,
  claim,
}: {
  readonly ladder: LadderJson;
  readonly claim: ClaimJson | undefined;
}) {
  const t = useTranslations('calculator');
  return (
    <div className={styles.ladder}>
      <p className={styles.under}>
        {t('settledOn', { on: ladder.on })}
        {claim?.version && <span>{t('under', { version: claim.version })}</span>}
      </p>
      {ladder.cost.length > 0 && (
        <section className={styles.layer} aria-label={t('cost')}>
          <h3>{t('cost')}</h3>
          <ul>
            {ladder.cost.map((line) => (
              <LadderLine key={line.label.zh} line={line} />
            ))}
          </ul>
        </section>
      )}
      {ladder.layers.map((layer) => (
        <Layer key={layer.name} layer={layer} />
      ))}
    </div>
  );
}

function Layer({ layer }: { readonly layer: LayerJson }) {
  const t = useTranslations('calculator');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { name, payer, cases, absent, lines, clauses } = layer;
  return (
    <section className={styles.layer} aria-label={name}>
      <h3>
        {name} <span className={styles.payer}>{payer}</span>
        {cases.map((label) => (
          <span key={label} className={styles.case}>
            {label}
          </span>
        ))}
      </h3>
      {absent && (
        <details className={styles.absent}>
          <summary>{absent[language]}</summary>
          {clauses.length === 0 && <p>{t('noClause')}</p>}
          {clauses.map((clause) => (
            <ClauseCard key={`${clause.text} ${clause.line}`} clause={clause} />
          ))}
        </details>
      )}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <LadderLine key={line.label.zh} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}
