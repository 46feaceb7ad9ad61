import type { ConformanceRow } from '@tiaoli/workspace';
import { Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ScrollRegion } from '../calculator/scroll-region.tsx';
import { editorHref } from '../documents/editor-href.ts';
import type { Tone } from '../shell/badge.tsx';
import { Badge } from '../shell/badge.tsx';
import styles from './compare.module.css';
import type { ConformanceAnswer, ConformanceAnswerRow } from './compare-answers.ts';
import { ComparisonFailed } from './comparison-failed.tsx';
import type { ComparedPair } from './model/compare-address.ts';
import { useConformance } from './use-compare.ts';

/** Whether the values of lower levels keep within what each side leaves to them. */
export function ConformanceView({ pair }: { readonly pair: ComparedPair }) {
  const t = useTranslations('compare');
  const { data, error, refetch } = useConformance(pair);
  if (error) return <ComparisonFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (data.rows.length === 0) return <Empty description={t('nothingDelegated')} />;
  return (
    <>
      <p role="status">{t(`conformance.${data.kind}`)}</p>
      <Rows rows={data.rows} />
    </>
  );
}

function Rows({ rows }: Pick<ConformanceAnswer, 'rows'>) {
  const t = useTranslations('compare');
  return (
    <ScrollRegion label={t('conformanceTable')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('parameter')}</th>
            <th scope="col">{t('placeOfValue')}</th>
            <th scope="col">{t('old')}</th>
            <th scope="col">{t('new')}</th>
            <th scope="col">{t('bounds')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.parameter} ${row.place} ${row.setBy?.document}`} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ row }: { readonly row: ConformanceAnswerRow }) {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { parameter, place, setBy, old, new: now, leaves, findings } = row;
  return (
    <tr>
      <th scope="row">{parameter}</th>
      <td>
        {setBy ? (
          <Link href={editorHref(setBy.file, setBy.line)} prefetch={false}>
            {place}
          </Link>
        ) : (
          place
        )}
      </td>
      <td>{old?.[language] ?? '—'}</td>
      <td>{now?.[language] ?? '—'}</td>
      <td>{leaves[language]}</td>
      <td>
        <State row={row} />
        {findings.map(({ message }) => (
          <p key={message.zh} className={styles.finding}>
            {message[language]}
          </p>
        ))}
      </td>
    </tr>
  );
}

const tones: Readonly<Record<NonNullable<ConformanceRow['after']>, Tone>> = {
  within: 'good',
  outside: 'bad',
  gone: 'bad',
  undecided: 'warn',
};

/** A sign and a word: colour alone says nothing. */
function State({ row: { before, after, isSame, setBy } }: { readonly row: ConformanceRow }) {
  const t = useTranslations('compare');
  if (isSame !== undefined) {
    return <Badge tone={isSame ? 'good' : 'warn'}>{t(isSame ? 'sameValue' : 'otherValue')}</Badge>;
  }
  if (!after) return <Badge>{t('hasEnded')}</Badge>;
  if (!setBy) return <Badge>{t('notSet')}</Badge>;
  return (
    <>
      <Badge tone={tones[after]}>{t(`bound.${after}`)}</Badge>
      {before !== undefined && before !== after && (
        <span className={styles.quietInline}>{t('was', { state: t(`bound.${before}`) })}</span>
      )}
    </>
  );
}
