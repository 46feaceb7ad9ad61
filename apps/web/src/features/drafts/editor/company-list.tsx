import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useEditor } from '../../editor/page/editor-context.tsx';
import styles from '../../editor/panels/outline-panel.module.css';
import type { DraftCompany, DraftText, Place } from '../../workflow/answers.ts';
import { usePlaces } from '../../workflow/use-places.ts';

/** What is in force of the place of a draft and of those above it, nearest first: what its text may rest on. */
export function CompanyList({
  draft,
  texts,
}: {
  readonly draft: DraftText;
  readonly texts: DraftCompany['others'];
}) {
  const t = useTranslations('drafts');
  const { path, goTo } = useEditor();
  const { byId } = usePlaces();
  const shown = useMemo(() => {
    const places = lineOf(byId, draft.jurisdictionId);
    return places.flatMap((place) => texts.filter((each) => each.jurisdictionId === place));
  }, [byId, draft.jurisdictionId, texts]);
  return (
    <>
      <h2 className={styles.head}>{t('company')}</h2>
      <ul className={styles.list}>
        {[{ path: draft.path, title: t('thisDraft') }, ...shown].map((each) => (
          <li key={each.path}>
            <button
              type="button"
              className={styles.entry}
              aria-current={each.path === path ? 'page' : undefined}
              title={each.path}
              onClick={() => goTo(each.path)}
            >
              <span className={styles.name}>{each.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A place and those above it. */
function lineOf(byId: ReadonlyMap<string, Place>, placeId: string): readonly string[] {
  const line: string[] = [];
  for (let at: string | undefined = placeId; at !== undefined; at = byId.get(at)?.parentId) {
    line.push(at);
  }
  return line;
}
