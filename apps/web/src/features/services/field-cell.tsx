import type { ComparedService, ServiceFieldName, ServiceState } from '@tiaoli/workspace';
import { useTranslations } from 'next-intl';
import { fallOf } from './choose-services.ts';
import { FallBadge } from './fall-badge.tsx';
import styles from './services.module.css';
import { useFieldText } from './use-field-text.ts';

/** One field before and after; a number with how much it fell. */
export function FieldCell({
  service,
  field,
}: {
  readonly service: ComparedService;
  readonly field: ServiceFieldName;
}) {
  return (
    <td className={styles[service.changes[field]]}>
      <FieldChangeText service={service} field={field} />
    </td>
  );
}

/** The same where a sentence is wanted. */
export function FieldChangeText({
  service: { before, after, changes },
  field,
}: {
  readonly service: ComparedService;
  readonly field: ServiceFieldName;
}) {
  const t = useTranslations('services');
  const textOf = useFieldText();
  const [left, right] = [textOf(field, before), textOf(field, after)];
  if (left === right) {
    const isOther = changes[field] === 'changed';
    return isOther ? `${right} (${t('change.changed')})` : right;
  }
  return (
    <>
      <span className={styles.was}>{left}</span> <span aria-hidden>→</span> {right}{' '}
      <Reduction before={before} after={after} field={field} />
    </>
  );
}

function Reduction({
  before,
  after,
  field,
}: {
  readonly before: ServiceState;
  readonly after: ServiceState;
  readonly field: ServiceFieldName;
}) {
  if (field !== 'workingDays' && field !== 'materials') return null;
  const [left, right] = [before[field], after[field]];
  if (!left || !right || 'unseen' in left || 'unseen' in right) return null;
  return <FallBadge fall={fallOf(left.value, right.value)} />;
}
