import Link from 'next/link';
import { useTranslations } from 'next-intl';
import styles from './handbook.module.css';
import { handbookHref } from './handbook-address.ts';
import type { ChapterEntry, HeadingEntry } from './handbook-answers.ts';

/** Beyond so many headings a page is looked up by the search. */
const MOST_HEADINGS = 20;

/** Every page by chapter; of the one that is open its headings. */
export function HandbookContents({
  page,
  chapters,
  headings,
}: {
  readonly page: string;
  readonly chapters: readonly ChapterEntry[];
  readonly headings: readonly HeadingEntry[];
}) {
  const t = useTranslations('handbook');
  const shown = headings.length > MOST_HEADINGS ? [] : headings;
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      {chapters.map((chapter) => (
        <section key={chapter.title}>
          <h2>{chapter.title}</h2>
          <ul>
            {chapter.pages.map((each) => (
              <li key={each.page}>
                <Link
                  href={handbookHref(each.page)}
                  prefetch={false}
                  aria-current={each.page === page ? 'page' : undefined}
                >
                  {each.title}
                </Link>
                {each.page === page && shown.length > 0 && (
                  <ul className={styles.headings}>
                    {shown.map(({ anchor, text }) => (
                      <li key={anchor}>
                        <a href={`#${anchor}`}>{text}</a>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
