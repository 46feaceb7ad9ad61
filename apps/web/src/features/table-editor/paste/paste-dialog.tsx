import type { PasteUnit, TableEdit } from '@tiaoli/language';
import type { PastePlanView, TableView } from '@tiaoli/language-server';
import { Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TableHost } from '../table-host.ts';
import styles from './paste.module.css';
import { PastedCells } from './pasted-cells.tsx';
import { UnitChoices } from './unit-choices.tsx';
import type { Pasted, PasteUnits } from './use-paste-plan.ts';
import { usePastePlan } from './use-paste-plan.ts';

/** What a paste would do, cell by cell, before anything is written. */
export function PasteDialog({
  host,
  table,
  pasted,
  onTake,
  onClose,
}: {
  readonly host: TableHost;
  readonly table: TableView;
  readonly pasted: Pasted;
  readonly onTake: (edit: TableEdit) => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations('tableEditor');
  const [units, setUnits] = useState<PasteUnits>({});
  const { answer, isCurrent } = usePastePlan(host, table, pasted, units);
  const plan = answer?.kind === 'plan' ? answer.plan : undefined;
  const count = plan ? countOf(plan, 'new') : 0;
  return (
    <Modal
      open
      width={960}
      title={t('paste.title', { name: table.name || t('bands') })}
      onCancel={onClose}
      cancelText={t('paste.cancel')}
      okText={t('paste.take', { count })}
      okButtonProps={{ disabled: count === 0 || !isCurrent }}
      onOk={() => plan && onTake(plan.edit)}
    >
      {answer === undefined && <p role="status">{t('paste.checking')}</p>}
      {answer !== undefined && answer.kind !== 'plan' && (
        <p role="alert" className={styles.reason}>
          {answer.kind === 'refused' ? answer.reason : t('paste.unanswered')}
        </p>
      )}
      {plan && (
        <>
          <Summary plan={plan} />
          <UnitChoices
            plan={plan}
            units={units}
            onUnit={(column: number, unit: PasteUnit) => setUnits({ ...units, [column]: unit })}
          />
          <PastedCells plan={plan} />
          {countOf(plan, 'wrong') + countOf(plan, 'plain') > 0 && (
            <p className={styles.quiet}>{t('paste.left')}</p>
          )}
        </>
      )}
    </Modal>
  );
}

function Summary({ plan }: { readonly plan: PastePlanView }) {
  const t = useTranslations('tableEditor');
  const [changed, kept, wrong, plain] = (['new', 'kept', 'wrong', 'plain'] as const).map((kind) =>
    countOf(plan, kind),
  );
  const all = plan.cells.reduce((sum, line) => sum + line.length, 0);
  return (
    <div role="status" data-testid="paste-summary">
      <p>
        {t('paste.summary', {
          all,
          changed: changed ?? 0,
          kept: kept ?? 0,
          wrong: wrong ?? 0,
          plain: plain ?? 0,
        })}
      </p>
      {plan.hasHeading && <p className={styles.quiet}>{t('paste.heading')}</p>}
      {plan.added > 0 && <p className={styles.added}>{t('paste.added', { count: plan.added })}</p>}
    </div>
  );
}

function countOf({ cells }: PastePlanView, kind: PastePlanView['cells'][number][number]['kind']) {
  return cells.flat().filter((cell) => cell.kind === kind).length;
}
