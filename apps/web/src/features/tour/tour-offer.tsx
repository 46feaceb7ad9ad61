import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { remember } from '../shell/remember.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour-offer.module.css';
import { tourCookie } from './tour-steps.ts';

/** A line on the first visit that offers the tour; it stands in nobody's way, and does not come back. */
export function TourOffer() {
  const t = useTranslations('tour');
  const { setOpen } = useTour();
  const [isAnswered, setAnswered] = useState(false);
  if (isAnswered) return null;
  const answer = (wanted: boolean): void => {
    remember(tourCookie, wanted ? 'begun' : 'declined');
    setAnswered(true);
    setOpen(wanted);
  };
  return (
    <section className={styles.offer} aria-label={t('offer')}>
      <span>{t('offer')}</span>
      <Button size="small" type="primary" onClick={() => answer(true)}>
        {t('begin')}
      </Button>
      <Button size="small" onClick={() => answer(false)}>
        {t('decline')}
      </Button>
    </section>
  );
}
