import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import styles from './workflow.module.css';

/** A calendar day, or none. */
export function DayField({
  label,
  day,
  placeholder,
  isRequired = false,
  onDay,
}: {
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly day: string | undefined;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly onDay: (day: string | undefined) => void;
}) {
  const id = useId();
  const value = dayjs(day ?? null);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        allowClear={!isRequired}
        {...(placeholder !== undefined && { placeholder })}
        value={value.isValid() ? value : null}
        onChange={(next) => onDay(next ? next.format('YYYY-MM-DD') : undefined)}
      />
    </div>
  );
}

/** The last moment of a day in China, as the API takes it. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999+08:00`).toISOString();
}

/** The day in China. */
export function todayInChina(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
