import type { ComparedService, ServiceFieldName } from '@tiaoli/workspace';
import { useTranslations } from 'next-intl';
import { shownFields } from './choose-services.ts';
import { FieldCell } from './field-cell.tsx';
import styles from './services.module.css';

interface ChoiceProps {
  readonly onChoose: (name: string) => void;
}

/** Services down, what is said of them across; their names stay in sight while the rest scrolls. */
export function ServiceTable({
  title,
  services,
  onChoose,
}: ChoiceProps & { readonly title: string; readonly services: readonly ComparedService[] }) {
  const t = useTranslations('services');
  const fields = shownFields.filter((field) =>
    services.some(({ changes }) => changes[field] !== 'unsaid'),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={t('tableLabel', { title })} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {t(`field.${field}`)}
              </th>
            ))}
            <th scope="col">{t('levels')}</th>
            <th scope="col">{t('clause')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <ServiceRow key={service.name} service={service} fields={fields} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ServiceRow({
  service,
  fields,
  onChoose,
}: ChoiceProps & {
  readonly service: ComparedService;
  readonly fields: readonly ServiceFieldName[];
}) {
  const t = useTranslations('services');
  const { name, code, category, levels, clause } = service;
  const source = [clause.source, clause.grade].filter((part) => part !== undefined).join(' ');
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.name} onClick={() => onChoose(name)}>
          {name}
        </button>
        {category !== undefined && <span className={styles.small}>{category}</span>}
        {code !== undefined && <span className={styles.small}>{t('code', { code })}</span>}
      </th>
      {fields.map((field) => (
        <FieldCell key={field} service={service} field={field} />
      ))}
      <td>{levels.map((level) => t(`level.${level}`)).join(t('separator'))}</td>
      <td className={styles.clause}>
        {clause.clause}
        {source !== '' && <span className={styles.small}>{source}</span>}
      </td>
    </tr>
  );
}
