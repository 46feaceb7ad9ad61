import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CitedClause } from '../../documents/cited-clause.tsx';
import { Badge } from '../../shell/badge.tsx';
import type { CauseAnswer, RegionAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import { CasePanel } from './case-panel.tsx';
import { lookOf, signOf } from './signs.ts';

/** One region: for whom, between which bounds, by which clause, and a case of it. */
export function RegionCard({
  job,
  result,
  region,
}: {
  readonly job: string;
  readonly result: number;
  readonly region: RegionAnswer;
}) {
  const t = useTranslations('compare');
  const { at, state, stateText, direction, condition, bounds, slope, reasons, causes } = region;
  const title = condition || t('everybody');
  return (
    <article className={styles.card} aria-label={title}>
      <h3 className={styles.regionHead}>
        <span aria-hidden className={`${styles.sign} ${styles[lookOf(state, direction)]}`}>
          {signOf(state, direction)}
        </span>
        {title}
      </h3>
      <p className={styles.bounds}>
        {bounds.includes(stateText) ? bounds : `${bounds}　${stateText}`}
      </p>
      {reasons.length > 0 && (
        <p className={styles.quiet}>{t('reasons', { reasons: reasons.join('、') })}</p>
      )}
      {causes.map((cause) => (
        <Cause key={cause.names.join()} cause={cause} />
      ))}
      <Examples job={job} result={result} region={at} examples={region} />
      {slope && <p className={styles.quiet}>{slope}</p>}
    </article>
  );
}

function Cause({ cause: { names, layers, before, after } }: { readonly cause: CauseAnswer }) {
  const t = useTranslations('compare');
  const isOneText = before?.text.join('\n') === after?.text.join('\n');
  const clause = after ?? before;
  return (
    <details className={styles.cause}>
      <summary>
        {t('from', { rules: names.join('、') })}{' '}
        {layers.map((layer) => (
          <Badge key={layer}>{t('layerNamed', { layer })}</Badge>
        ))}
      </summary>
      {clause && isOneText ? (
        <CitedClause clause={clause} />
      ) : (
        <div className={styles.texts}>
          <section>
            <h4>{t('old')}</h4>
            {before ? <CitedClause clause={before} /> : <p>{t('notThere')}</p>}
          </section>
          <section>
            <h4>{t('new')}</h4>
            {after ? <CitedClause clause={after} /> : <p>{t('notThere')}</p>}
          </section>
        </div>
      )}
    </details>
  );
}

/** Cases at the ends of the difference, one of them opened at a time. */
function Examples({
  job,
  result,
  region,
  examples: { examples, furthest, smallest },
}: {
  readonly job: string;
  readonly result: number;
  readonly region: number;
  readonly examples: Pick<RegionAnswer, 'examples' | 'furthest' | 'smallest'>;
}) {
  const t = useTranslations('compare');
  const [open, setOpen] = useState<number>();
  const shown = examples.flatMap((text, at) => (text === '' ? [] : [{ text, at }]));
  const [first, ...others] = shown.toSorted((left) => (left.at === furthest ? -1 : 1));
  if (!first) return null;
  return (
    <>
      {[first, ...others].map(({ text, at }) => (
        <div key={at}>
          <p className={styles.example}>
            {at === smallest?.at
              ? t('smallestExample', { title: smallest.title, text })
              : t('forExample', { text })}
          </p>
          <Button
            size="small"
            aria-expanded={open === at}
            onClick={() => setOpen(open === at ? undefined : at)}
          >
            {t(open === at ? 'closeCase' : 'openCase')}
          </Button>
          {open === at && <CasePanel job={job} result={result} region={region} example={at} />}
        </div>
      ))}
    </>
  );
}
