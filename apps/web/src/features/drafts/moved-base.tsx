import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { fetchServer } from '../shell/ask-server.ts';
import type { MovedBase as Moved } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { apiRoot } from '../workflow/use-api.ts';
import { useChange } from '../workflow/use-change.ts';
import { ChooseSides } from './choose-sides.tsx';

/** The document of a draft got another version since the draft was begun: both are brought together before it is proposed. */
export function MovedBase({
  draftId,
  on,
  onRebased,
}: {
  readonly draftId: string;
  /** The day on which the other version is in force. */
  readonly on: string;
  readonly onRebased: () => void;
}) {
  const t = useTranslations('drafts');
  const { data: moved } = useQuery({
    queryKey: ['api', 'drafts', draftId, 'moved-base', on],
    queryFn: ({ signal }) => readMoved(draftId, on, signal),
  });
  const { mutate, isPending, error } = useChange();
  if (!moved) return null;
  const { merged, pieces, theirs, theirsVersionId, revision } = moved;
  const rebase = (text: string): void =>
    mutate(
      {
        ...{ method: 'POST', path: `/drafts/${draftId}/rebase` },
        ...{ body: { text, baseVersionId: theirsVersionId }, ifMatch: `"${revision}"` },
      },
      { onSuccess: onRebased },
    );
  return (
    <>
      <ChooseSides
        title={t('baseMoved', { on })}
        theirs={t('inForce')}
        theirText={theirs}
        isBusy={isPending}
        onSettled={rebase}
        {...{ merged, pieces }}
      />
      <ChangeFailed error={error} />
    </>
  );
}

/** Null where the draft rests on what is in force. */
async function readMoved(draftId: string, on: string, signal: AbortSignal): Promise<Moved | null> {
  const path = `${apiRoot}/drafts/${draftId}/moved-base?on=${on}`;
  const response = await fetchServer(path, { signal });
  return response.status === 204 ? null : response.json();
}
