import type { ComparedService, ServiceFieldName, ServiceState } from '@tiaoli/workspace';
import { Drawer } from 'antd';
import { useTranslations } from 'next-intl';
import { CitedClause } from '../documents/cited-clause.tsx';
import { Badge } from '../shell/badge.tsx';
import type { ChosenService } from './choose-services.ts';
import { compareLists, shownFields } from './choose-services.ts';
import { FieldChangeText } from './field-cell.tsx';
import styles from './services.module.css';

/** One service with everything that is said of it, and the clause that says so. */
export function ServiceDrawer({
  chosen,
  onClose,
}: {
  readonly chosen: ChosenService | undefined;
  readonly onClose: () => void;
}) {
  return (
    <Drawer
      open={chosen !== undefined}
      onClose={onClose}
      size={560}
      title={chosen?.service.name}
      destroyOnHidden
    >
      {chosen && <ServiceDetails service={chosen.service} />}
    </Drawer>
  );
}

function ServiceDetails({ service }: { readonly service: ComparedService }) {
  const t = useTranslations('services');
  const { code, codeUnseen, within, basis, clause } = service;
  const fields = shownFields.filter((field) => service.changes[field] !== 'unsaid');
  return (
    <>
      <p className={styles.quiet}>
        {code !== undefined && t('code', { code })}
        {codeUnseen !== undefined && t('codeUnseen', { reason: codeUnseen })}
        {within !== undefined && `　${t('within', { code: within })}`}
      </p>
      {clause.grade === '示例' && <Badge tone="warn">{t('illustrative')}</Badge>}
      <dl className={styles.details}>
        {fields.map((field) => (
          <FieldDetail key={field} service={service} field={field} />
        ))}
      </dl>
      <Materials service={service} />
      {basis.length > 0 && (
        <p>
          {t('basis')}: {basis.join(t('separator'))}
        </p>
      )}
      <h3>{t('clause')}</h3>
      <CitedClause clause={clause} />
    </>
  );
}

function FieldDetail({
  service,
  field,
}: {
  readonly service: ComparedService;
  readonly field: ServiceFieldName;
}) {
  const t = useTranslations('services');
  const notes = [service.before, service.after].flatMap((state) => notesOf(state, field));
  const lines = [...new Set(notes.map(({ unseen, said }) => unseen ?? said))];
  return (
    <div>
      <dt>{t(`field.${field}`)}</dt>
      <dd>
        <FieldChangeText service={service} field={field} />
        {lines.map((line) => (
          <span key={line} className={styles.small}>
            {notes.some(({ unseen }) => unseen === line)
              ? t('unseenReason', { reason: line ?? '' })
              : line}
          </span>
        ))}
      </dd>
    </div>
  );
}

interface Note {
  readonly unseen?: string;
  readonly said?: string;
}

/** Why a field is 未见, or where its own version is from. */
function notesOf(state: ServiceState, field: ServiceFieldName): readonly Note[] {
  const said = state[field];
  if (!said) return [];
  if ('unseen' in said) return [{ unseen: said.unseen }];
  const parts = [...(said.marks ?? []), said.source].filter((part) => part !== undefined);
  return parts.length > 0 ? [{ said: parts.join(' ') }] : [];
}

function Materials({ service: { before, after } }: { readonly service: ComparedService }) {
  const t = useTranslations('services');
  const lines = compareLists(before.materialItems, after.materialItems);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{t('materialList')}</h3>
      <ul className={styles.materials}>
        {lines.map(({ text, state }) => (
          <li key={`${state} ${text}`} className={styles[state]}>
            {state === 'removed' ? <del>{text}</del> : text}{' '}
            {state !== 'same' && (
              <Badge tone={state === 'added' ? 'warn' : 'good'}>{t(state)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
