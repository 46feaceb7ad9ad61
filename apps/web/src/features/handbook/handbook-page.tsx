import Link from 'next/link';
import { useTranslations } from 'next-intl';
import styles from './handbook.module.css';
import { handbookHref } from './handbook-address.ts';
import type { ChapterEntry, HeadingEntry } from './handbook-answers.ts';
import { HandbookContents } from './handbook-contents.tsx';
import { HandbookSearch } from './handbook-search.tsx';

/** A page of the handbook beside its contents, with a search over all pages. */
export function HandbookPage({
  page,
  chapters,
  title,
  headings,
  html,
}: {
  readonly page: string;
  readonly chapters: readonly ChapterEntry[];
  readonly title: string;
  readonly headings: readonly HeadingEntry[];
  readonly html: string;
}) {
  const t = useTranslations('handbook');
  const all = chapters.flatMap(({ pages }) => pages);
  const at = all.findIndex((each) => each.page === page);
  const previous = all[at - 1];
  const next = all[at + 1];
  return (
    <div className={styles.handbook}>
      <aside className={styles.side}>
        <HandbookSearch />
        <HandbookContents {...{ page, chapters, headings }} />
      </aside>
      <article className={styles.page}>
        <h1>{title}</h1>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the handbook's own text, which comes with the program */}
        <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
        <nav className={styles.turn} aria-label={t('turn')}>
          {previous && (
            <Link href={handbookHref(previous.page)} prefetch={false} rel="prev">
              ← {previous.title}
            </Link>
          )}
          {next && (
            <Link
              href={handbookHref(next.page)}
              prefetch={false}
              rel="next"
              className={styles.next}
            >
              {next.title} →
            </Link>
          )}
        </nav>
      </article>
    </div>
  );
}
