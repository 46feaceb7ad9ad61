import { useTranslations } from 'next-intl';
import type { Tone } from '../shell/badge.tsx';
import { Badge } from '../shell/badge.tsx';
import { Moment } from '../workflow/moment.tsx';
import type { DraftTextState, Saving } from './use-draft-text.ts';

const tones: Readonly<Record<Saving['kind'], Tone>> = {
  saved: 'good',
  unsaved: 'warn',
  saving: 'quiet',
  away: 'bad',
  held: 'bad',
};

/** Whether what is typed is saved. */
export function SavingState({ state: { saving } }: { readonly state: DraftTextState }) {
  const t = useTranslations('drafts');
  return (
    <span role="status">
      <Badge tone={tones[saving.kind]}>{t(`saving.${saving.kind}`)}</Badge>{' '}
      {saving.kind === 'saved' && <Moment at={saving.at} />}
    </span>
  );
}
