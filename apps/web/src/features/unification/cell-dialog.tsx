import type { CitedText, MatrixValue } from '@tiaoli/workspace';
import { Modal } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { CitedClause } from '../documents/cited-clause.tsx';
import type { ChosenCell } from './choose-rows.ts';
import { stateSigns } from './choose-rows.ts';
import styles from './unification.module.css';

/** Both clauses of one cell with what they say, the province's first. */
export function CellDialog({
  chosen,
  onClose,
}: {
  readonly chosen: ChosenCell | undefined;
  readonly onClose: () => void;
}) {
  const t = useTranslations('unification');
  return (
    <Modal
      open={chosen !== undefined}
      onCancel={onClose}
      footer={null}
      width={760}
      title={chosen && t('cellTitle', { parameter: chosen.row.name, city: chosen.cell.city })}
      destroyOnHidden
    >
      {chosen && <Sides chosen={chosen} />}
    </Modal>
  );
}

function Sides({ chosen: { row, cell } }: { readonly chosen: ChosenCell }) {
  const t = useTranslations('unification');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <>
      <p className={`${styles.verdict} ${styles[cell.state]}`}>
        <span aria-hidden className={styles.sign}>
          {stateSigns[cell.state]}
        </span>
        {t(`state.${cell.state}`)}
        {row.bounds && `　${t('allowed', { bounds: row.bounds[language] })}`}
      </p>
      {cell.findings.map(({ code, message }) => (
        <p key={`${code}${message.zh}`} className={styles.finding} role="alert">
          {message[language]}
        </p>
      ))}
      <div className={styles.sides}>
        <Side title={t('provinceColumn')} value={row.province} clause={row.clause} />
        <Side title={cell.city} value={cell.value} clause={cell.clause} />
      </div>
    </>
  );
}

function Side({
  title,
  value,
  clause,
}: {
  readonly title: string;
  readonly value: MatrixValue;
  readonly clause: CitedText | undefined;
}) {
  const t = useTranslations('unification');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <section className={styles.side}>
      <h3>{title}</h3>
      <ValueList value={value} language={language} />
      {value.isIllustrative && <p className={styles.warning}>{t('illustrativeText')}</p>}
      {clause ? (
        <CitedClause clause={clause} />
      ) : (
        <p className={styles.quiet}>{t('leftToProvince')}</p>
      )}
    </section>
  );
}

function ValueList({
  value,
  language,
}: {
  readonly value: MatrixValue;
  readonly language: 'zh' | 'en';
}) {
  const [only] = value.points;
  if (value.points.length <= 1 && only?.label === '') {
    return <p className={styles.value}>{only.text[language]}</p>;
  }
  return (
    <dl className={styles.points}>
      {value.points.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text[language]}</dd>
        </div>
      ))}
    </dl>
  );
}
