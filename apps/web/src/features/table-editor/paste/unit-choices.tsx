import type { PasteUnit } from '@tiaoli/language';
import type { PastePlanView } from '@tiaoli/language-server';
import { Radio } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './paste.module.css';
import type { PasteUnits } from './use-paste-plan.ts';

const choices = {
  money: [
    ['元', 'yuan'],
    ['万元', 'wanYuan'],
  ],
  rate: [
    ['%', 'percent'],
    ['fraction', 'fraction'],
  ],
} as const;

/** Which unit the plain numbers of a column have: asked for each column that holds some, and changed as long as one likes. */
export function UnitChoices({
  plan: { cells, column: first, headings },
  units,
  onUnit,
}: {
  readonly plan: PastePlanView;
  readonly units: PasteUnits;
  readonly onUnit: (column: number, unit: PasteUnit) => void;
}) {
  const t = useTranslations('tableEditor');
  return headings.map((heading, across) => {
    const column = first + across;
    const chosen = units[column];
    const plain = cells.map((line) => line[across]).find((cell) => cell?.kind === 'plain');
    if (plain?.kind !== 'plain' && chosen === undefined) return null;
    const isMoney = plain?.kind === 'plain' ? plain.measure === 'money' : /元$/.test(chosen ?? '');
    return (
      <fieldset key={column} className={styles.unit}>
        <legend>{t('paste.unitNeeded', { column: heading })}</legend>
        <Radio.Group
          aria-label={t('paste.unit', { column: heading })}
          value={chosen}
          onChange={(event) => onUnit(column, event.target.value)}
          options={choices[isMoney ? 'money' : 'rate'].map(([value, word]) => ({
            value,
            label: t(`paste.${word}`),
          }))}
        />
      </fieldset>
    );
  });
}
