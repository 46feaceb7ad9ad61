import type { ClauseDifference, TextPiece } from '@tiaoli/diff';
import { Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../documents/editor-href.ts';
import { Badge } from '../shell/badge.tsx';
import styles from './compare.module.css';
import { ComparisonFailed } from './comparison-failed.tsx';
import type { ComparedPair } from './model/compare-address.ts';
import { useVersions } from './use-compare.ts';

/** The words of the clauses, what went and what came; moving and renumbering is no change. */
export function TextView({ pair }: { readonly pair: ComparedPair }) {
  const t = useTranslations('compare');
  const { data, error, refetch } = useVersions(pair);
  if (error) return <ComparisonFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (data.text.length === 0) return <Empty description={t('sameText')} />;
  return (
    <>
      <p className={styles.quiet} role="status">
        {t('clauseCount', { count: data.text.length })}
      </p>
      {data.text.map((clause) => (
        <Clause key={`${clause.before?.name} ${clause.after?.name}`} clause={clause} />
      ))}
    </>
  );
}

const tones = { added: 'good', removed: 'bad', changed: 'warn' } as const;

function Clause({
  clause: { kind, before, after, quote, paraphrase },
}: {
  readonly clause: ClauseDifference;
}) {
  const t = useTranslations('compare');
  const place = after ?? before;
  if (!place) return null;
  const moved = before && after && before.name !== after.name ? `${before.name} → ` : '';
  return (
    <section className={styles.card}>
      <h2 className={styles.clauseHead}>
        <Badge tone={tones[kind]}>{t(`clause.${kind}`)}</Badge>
        <Link href={editorHref(place.file, place.line)} prefetch={false}>
          {`${moved}${place.name}`}
        </Link>
      </h2>
      <Words pieces={quote} />
      {paraphrase.length > 0 && (
        <>
          <p className={styles.quiet}>{t('paraphrase')}</p>
          <Words pieces={paraphrase} />
        </>
      )}
    </section>
  );
}

/** Words that went are struck, words that came are underlined: colour is not needed to tell. */
export function Words({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  if (pieces.length === 0) return null;
  return (
    <blockquote className={styles.words}>
      {withOffsets(pieces).map(({ kind, text, at }) => {
        if (kind === 'deleted') return <del key={at}>{text}</del>;
        return kind === 'inserted' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>;
      })}
    </blockquote>
  );
}

function withOffsets(pieces: readonly TextPiece[]) {
  let end = 0;
  return pieces.map((piece) => {
    const at = end;
    end += piece.text.length;
    return { ...piece, at };
  });
}
