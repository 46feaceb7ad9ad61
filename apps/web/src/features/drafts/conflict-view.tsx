import { useTranslations } from 'next-intl';
import { useNames } from '../workflow/use-names.ts';
import { ChooseSides } from './choose-sides.tsx';
import type { Conflict } from './conflict.ts';

/** Somebody else saved the draft first. */
export function ConflictView({
  conflict,
  onSettled,
}: {
  readonly conflict: Conflict;
  readonly onSettled: (text: string) => void;
}) {
  const t = useTranslations('drafts');
  const { merged, pieces, theirs } = conflict;
  const name = useNames([theirs.authorId])(theirs.authorId);
  return (
    <ChooseSides
      title={t('movedTitle', { name })}
      theirs={t('theirs', { name })}
      theirText={theirs.text}
      {...{ merged, pieces, onSettled }}
    />
  );
}
