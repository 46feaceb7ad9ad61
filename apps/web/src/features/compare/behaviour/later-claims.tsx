import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from '../compare.module.css';
import { SequencePanel } from './case-panel.tsx';
import type { SequencePlace } from './use-case.ts';

/** Of what no single claim shows: claims one after the other whose last one comes to something else. */
export function LaterClaims({
  place,
  text,
}: {
  readonly place: SequencePlace;
  readonly text: string;
}) {
  const t = useTranslations('compare');
  const [isOpen, setOpen] = useState(false);
  return (
    <article className={styles.card} aria-label={t('laterClaims')}>
      <h3 className={styles.regionHead}>{t('laterClaims')}</h3>
      <p className={styles.example}>{text}</p>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'closeCase' : 'openClaims')}
      </Button>
      {isOpen && <SequencePanel {...place} />}
    </article>
  );
}
