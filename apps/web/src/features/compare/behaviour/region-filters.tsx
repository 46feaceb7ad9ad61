import { Input, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { BehaviourAnswer, ResultAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import type { RegionFilter } from '../model/region-filter.ts';
import { layersOf } from '../model/region-filter.ts';
import { directionWords } from './signs.ts';

/** Which regions are shown as cards: by fact, by where they go, by size, by layer. */
export function RegionFilters({
  result,
  facts,
  filter,
  onChange,
}: {
  readonly result: ResultAnswer;
  readonly facts: BehaviourAnswer['facts'];
  readonly filter: RegionFilter;
  readonly onChange: (filter: RegionFilter) => void;
}) {
  const t = useTranslations('compare');
  const least = useId();
  const layers = [...new Set(result.regions.flatMap(layersOf))];
  const { values } = filter;
  const words = directionWords(result.isDate);
  const pick = (fact: string, value: string): void => {
    const others = Object.entries(values).filter(([name]) => name !== fact);
    const next = value === '' ? others : [...others, [fact, value]];
    onChange({ ...filter, values: Object.fromEntries(next) });
  };
  const without = (name: keyof RegionFilter): RegionFilter => {
    const { [name]: _taken, ...rest } = filter;
    return { values, ...rest };
  };
  return (
    <fieldset className={styles.filters} aria-label={t('filters')}>
      {result.axes.map(({ fact, classes }) => (
        <Choice
          key={fact}
          label={facts[fact]?.name ?? fact}
          value={values[fact] ?? ''}
          options={classes
            .flatMap((each) => each.values)
            .map((value) => ({ value, label: facts[fact]?.words[value] ?? value }))}
          onChange={(value) => pick(fact, value)}
        />
      ))}
      <Choice
        label={t('sign')}
        value={filter.direction ?? ''}
        options={[
          { value: 'more', label: `▲ ${t(`${words}.more`)}` },
          { value: 'less', label: `▼ ${t(`${words}.less`)}` },
        ]}
        onChange={(value) =>
          onChange(
            value === 'more' || value === 'less'
              ? { ...filter, direction: value }
              : without('direction'),
          )
        }
      />
      {layers.length > 1 && (
        <Choice
          label={t('layer')}
          value={filter.layer ?? ''}
          options={layers.map((value) => ({ value, label: value }))}
          onChange={(value) =>
            onChange(value === '' ? without('layer') : { ...filter, layer: value })
          }
        />
      )}
      {result.isMoney && (
        <div className={styles.choice}>
          <label htmlFor={least}>{t('atLeast')}</label>
          <Input
            id={least}
            inputMode="decimal"
            style={{ width: 130 }}
            value={filter.least ?? ''}
            suffix={t('yuan')}
            onChange={(event) => onChange({ ...filter, least: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  const t = useTranslations('compare');
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        popupMatchSelectWidth={false}
        className={styles.filter ?? ''}
        options={[{ value: '', label: t('all') }, ...options]}
        onChange={onChange}
      />
    </div>
  );
}
