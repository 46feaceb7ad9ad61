import { printShare } from '@tiaoli/base';
import type { UnificationMatrix } from '@tiaoli/workspace';
import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import { countStates, shownStates, stateSigns } from './choose-rows.ts';
import styles from './unification.module.css';

/** How much is unified, and what the matrix cannot tell. */
export function MatrixSummary({ matrix }: { readonly matrix: UnificationMatrix }) {
  const t = useTranslations('unification');
  const { province, on, parameters, cities, unified } = matrix;
  const counts = countStates(parameters);
  const whole = parameters.filter(({ state }) => state === 'same').length;
  return (
    <>
      <Missing matrix={matrix} />
      <p role="status" className={styles.total}>
        {t('total', {
          province,
          on,
          parameters: parameters.length,
          cities: cities.length,
          same: unified.same,
          of: unified.of,
          share: printShare(unified),
          whole,
        })}
      </p>
      <ul className={styles.legend} aria-label={t('legend')}>
        {shownStates.map((state) => (
          <li key={state} className={styles[state]}>
            <span aria-hidden className={styles.sign}>
              {stateSigns[state]}
            </span>
            {t(`state.${state}`)} {counts.get(state)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Files with errors come first, so that nobody takes a gap for agreement. */
function Missing({ matrix }: { readonly matrix: UnificationMatrix }) {
  const t = useTranslations('unification');
  const lines = [
    ...matrix.leftOut.map((file) => t('leftOut', { file })),
    ...matrix.unknownFiles.map((file) => t('unknownFile', { file })),
    ...matrix.cities.flatMap(({ city, filesWithErrors }) =>
      filesWithErrors.map((file) => t('cityFile', { city, file })),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('missingTitle')}
      description={
        <ul className={styles.missing}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}
