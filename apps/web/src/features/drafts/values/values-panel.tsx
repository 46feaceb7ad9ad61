import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import workflow from '../../workflow/workflow.module.css';
import type { DelegatedValue, OwnCell } from './delegated-value.ts';
import { firstValue, withAmount, withInsertion } from './delegated-value.ts';
import { useValues } from './use-values.ts';
import { ValueControl } from './value-control.tsx';
import styles from './values.module.css';

interface ValuesPanelProps {
  readonly draftId: string;
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly onText: (text: string) => void;
}

/** What the place may set of what is above it, each within its band; nothing where nothing is left to it. */
export function ValuesPanel({ draftId, text, isReadOnly, onText }: ValuesPanelProps) {
  const t = useTranslations('drafts.values');
  const { found, error, adopt } = useValues(draftId, text);
  if (!found && !error) return null;
  if (found && found.values.length === 0 && found.findings.length === 0) return null;
  // Places are of the text that was asked about.
  const isBehind = found?.text !== text;
  const change = (value: DelegatedValue, cell: OwnCell, amount: number): void => {
    if (!found) return;
    const made = withAmount(found, value, cell, amount);
    adopt(made);
    onText(made.text);
  };
  return (
    <section className={workflow.panel} aria-labelledby="values">
      <h2 id="values">{t('title')}</h2>
      <p className={workflow.quiet}>{t('intro')}</p>
      {error && <Alert type="warning" showIcon title={t('away')} />}
      {found && found.values.length === 0 && <Alert type="info" showIcon title={t('broken')} />}
      {found?.findings.map(({ code, message }) => (
        <Alert key={`${code} ${message}`} type="warning" showIcon title={message} />
      ))}
      <ul className={styles.values} aria-busy={isBehind}>
        {found?.values.map((value) => (
          <ValueItem
            key={value.parameter}
            value={value}
            isDisabled={isReadOnly || isBehind}
            text={text}
            onAmount={(cell, amount) => change(value, cell, amount)}
            onText={onText}
          />
        ))}
      </ul>
    </section>
  );
}

function ValueItem({
  value,
  isDisabled,
  text,
  onAmount,
  onText,
}: {
  readonly value: DelegatedValue;
  readonly isDisabled: boolean;
  readonly text: string;
  readonly onAmount: (cell: OwnCell, amount: number) => void;
  readonly onText: (text: string) => void;
}) {
  const t = useTranslations('drafts.values');
  const { name, bounds, delegatedBy, above, cells } = value;
  const first = firstValue(value);
  const inserted = first === undefined ? undefined : withInsertion(text, value, first);
  return (
    <li className={styles.value}>
      <h3>{name}</h3>
      {cells.map((cell) => (
        <ValueControl
          key={cell.label}
          value={value}
          cell={cell}
          isDisabled={isDisabled}
          onAmount={(amount) => onAmount(cell, amount)}
        />
      ))}
      {cells.length === 0 && (
        <p className={styles.unset}>
          {t('unset', { above: above.text })}
          {inserted !== undefined && (
            <Button disabled={isDisabled} onClick={() => onText(inserted)}>
              {t('set', { name })}
            </Button>
          )}
        </p>
      )}
      <p className={workflow.quiet}>
        {bounds && <>{t('bounds', { bounds })} · </>}
        {cells.length > 0 && <>{t('above', { above: above.text })} · </>}
        {t('by', { clause: delegatedBy.clause })}
      </p>
      {delegatedBy.text.length > 0 && (
        <blockquote className={styles.quote}>{delegatedBy.text.join('')}</blockquote>
      )}
    </li>
  );
}
