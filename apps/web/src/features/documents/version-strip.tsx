import { useTranslations } from 'next-intl';
import styles from './documents.module.css';
import type { ListedDocument } from './documents-answer.ts';

const WIDTH = 180;
const HEIGHT = 14;

/** When the versions of a document are in force, as a strip of time with the chosen day in it. */
export function VersionStrip({
  document: { versions, version },
  on,
  years: [first, last],
}: {
  readonly document: ListedDocument;
  readonly on: string;
  /** The same for every strip of a page, so that they can be compared. */
  readonly years: readonly [number, number];
}) {
  const t = useTranslations('documents');
  const position = (day: string): number => ((yearOf(day) - first) / (last - first)) * WIDTH;
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('strip', { from: String(first), to: String(last) })}
    >
      <line x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className={styles.stripAxis} />
      {versions.map(({ ref, from, to }) => {
        const start = position(from);
        const end = to === undefined ? WIDTH : position(to);
        const current = ref === version?.ref;
        return (
          <rect
            key={ref}
            x={start}
            y={3}
            width={Math.max(2, end - start - 1)}
            height={HEIGHT - 6}
            rx={2}
            className={current ? styles.stripCurrent : styles.stripOther}
          />
        );
      })}
      <line x1={position(on)} x2={position(on)} y1={0} y2={HEIGHT} className={styles.stripDay} />
    </svg>
  );
}

/** A day as a year and the part of it that is over; a picture needs no leap years. */
function yearOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12 + (date - 1) / 365;
}
