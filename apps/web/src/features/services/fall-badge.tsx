import { useTranslations } from 'next-intl';
import type { Tone } from '../shell/badge.tsx';
import { Badge } from '../shell/badge.tsx';
import type { Fall } from './choose-services.ts';

const tones: Readonly<Record<Fall['direction'], Tone>> = {
  fall: 'good',
  rise: 'bad',
  same: 'quiet',
};

/** By how much something fell or rose; nothing where it cannot be said. */
export function FallBadge({ fall }: { readonly fall: Fall | undefined }) {
  const t = useTranslations('services');
  if (!fall) return null;
  return <Badge tone={tones[fall.direction]}>{t(fall.direction, { share: fall.share })}</Badge>;
}
