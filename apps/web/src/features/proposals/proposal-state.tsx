import { useTranslations } from 'next-intl';
import type { Tone } from '../shell/badge.tsx';
import { Badge } from '../shell/badge.tsx';
import type { Proposal } from '../workflow/answers.ts';

const tones: Readonly<Record<Proposal['state'], Tone>> = {
  proposed: 'warn',
  'under-review': 'warn',
  'sent-back': 'bad',
  approved: 'good',
  published: 'good',
  withdrawn: 'quiet',
};

/** Where a proposal stands, in a word. */
export function ProposalState({ state }: { readonly state: Proposal['state'] }) {
  const t = useTranslations('proposals');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
