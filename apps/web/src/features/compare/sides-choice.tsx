import { SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { DocumentsAnswer } from '../documents/documents-answer.ts';
import styles from './compare.module.css';
import type { CompareAddress } from './model/compare-address.ts';
import { partsOf } from './model/side-choices.ts';
import { SideChoice } from './side-choice.tsx';

/** Which two sides are compared; a side that is chosen first brings the same document to the other. */
export function SidesChoice({
  address,
  documents,
  onChange,
}: {
  readonly address: CompareAddress;
  readonly documents: DocumentsAnswer | undefined;
  readonly onChange: (change: Partial<CompareAddress>) => void;
}) {
  const t = useTranslations('compare');
  const { old, new: now } = address;
  return (
    <section className={styles.sides} aria-label={t('sides')}>
      <SideChoice
        name={t('old')}
        reference={old}
        documents={documents}
        onChange={(next) => onChange({ old: next, ...(!now && { new: partsOf(next).id }) })}
      />
      <Button
        icon={<SwapOutlined aria-hidden />}
        aria-label={t('swap')}
        title={t('swap')}
        disabled={!old || !now}
        onClick={() => old && now && onChange({ old: now, new: old })}
      />
      <SideChoice
        name={t('new')}
        reference={now}
        documents={documents}
        onChange={(next) => onChange({ new: next, ...(!old && { old: partsOf(next).id }) })}
      />
    </section>
  );
}
