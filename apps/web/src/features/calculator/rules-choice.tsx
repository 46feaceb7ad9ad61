'use client';

import { Radio, Select } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './calculator.module.css';
import type { CalculatorTarget } from './calculator-address.ts';
import { pageAddress } from './calculator-address.ts';
import { DateInput } from './form/date-input.tsx';
import type { DocumentVersion } from './model/calculator-form.ts';
import type { CalculatorPageJson } from './model/pages-json.ts';
import { readTyped } from './model/read-typed.ts';
import type { SettledJson } from './model/settled-json.ts';

const day = { type: 'date' } as const;

/** By the rules of which day and place; and which versions those are. */
export function RulesChoice({
  page,
  target,
  settled,
}: {
  readonly page: CalculatorPageJson;
  readonly target: CalculatorTarget;
  readonly settled: SettledJson | undefined;
}) {
  const t = useTranslations('calculator');
  const router = useRouter();
  const [typed, setTyped] = useState(target.on ?? '');
  const [oneDay, setOneDay] = useState(target.on !== undefined);
  const [seen, setSeen] = useState(target.on);
  if (seen !== target.on) {
    // An example that was filled in may have brought a day of its own.
    setSeen(target.on);
    setOneDay(target.on !== undefined);
    if (target.on !== undefined && !means(typed, target.on)) setTyped(target.on);
  }
  const read = readTyped(day, typed);
  const go = (to: Omit<CalculatorTarget, 'document'>): void => {
    const { document, on, place } = { ...target, ...to };
    const address = { document, ...(on && { on }), ...(place && { place }) };
    router.replace(pageAddress(address), { scroll: false });
  };
  const chooseDay = (answer: string): void => {
    setTyped(answer);
    const next = readTyped(day, answer);
    if (next.kind === 'value') go({ on: next.text });
  };
  const { form } = page;
  const others = form.places.filter(({ place }) => place !== page.place);
  const own = page.place ?? t('ofNation');
  return (
    <div className={styles.facts}>
      <div className={styles.fact}>
        <span id="which-day">{t('whichDay')}</span>
        <Radio.Group
          aria-labelledby="which-day"
          value={oneDay ? 'one' : 'own'}
          onChange={({ target: { value } }) => {
            setOneDay(value === 'one');
            go({ on: value === 'one' && read.kind === 'value' ? read.text : '' });
          }}
        >
          <Radio value="own">{t('ownDates')}</Radio>
          <Radio value="one">{t('oneDay')}</Radio>
        </Radio.Group>
        {oneDay && (
          <span className={styles.day}>
            <label htmlFor="rules-of-day" hidden>
              {t('whichDay')}
            </label>
            <DateInput
              id="rules-of-day"
              field={day}
              answer={typed}
              invalid={read.kind === 'wrong'}
              describedBy={undefined}
              onAnswer={(answer) => chooseDay(typeof answer === 'string' ? answer : '')}
              onLeave={() => undefined}
            />
          </span>
        )}
        {oneDay && read.kind === 'wrong' && (
          <span role="alert">{t(`wrong.${read.why}`, { range: '', places: 0, atMost: 0 })}</span>
        )}
      </div>
      {others.length > 0 && (
        <div className={styles.fact}>
          <label htmlFor="place">{t('place')}</label>
          <Select
            id="place"
            className={styles.place ?? ''}
            value={target.place ?? ''}
            options={[
              { value: '', label: own },
              ...others.map(({ place }) => ({ value: place, label: place })),
            ]}
            onChange={(name: string) => go({ place: name })}
          />
        </div>
      )}
      <Versions versions={form.versions} on={target.on} settled={settled} />
    </div>
  );
}

function means(typed: string, on: string): boolean {
  const read = readTyped(day, typed);
  return read.kind === 'value' && read.text === on;
}

/** The versions that the case was settled under, or that the day chooses. */
function Versions({
  versions,
  on,
  settled,
}: {
  readonly versions: readonly DocumentVersion[];
  readonly on: string | undefined;
  readonly settled: SettledJson | undefined;
}) {
  const t = useTranslations('calculator');
  const used = new Set(settled?.result.claims.flatMap(({ version }) => version ?? []));
  const ofDay = versions.filter(
    ({ from, to }) => on !== undefined && from <= on && (to === undefined || on <= to),
  );
  const newest = versions.slice(-1);
  const shown = used.size > 0 ? versions.filter(({ ref }) => used.has(ref)) : on ? ofDay : newest;
  return (
    <p className={styles.fact} style={{ margin: 0 }}>
      <span>{t('version')}</span>
      <span className={styles.quiet}>
        {shown.length === 0 && t('noVersion')}
        {shown
          .map(({ from, to }) => (to ? t('validBetween', { from, to }) : t('validFrom', { from })))
          .join('；')}
      </span>
    </p>
  );
}
