'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { SettledJson } from '../model/settled-json.ts';

/** `第 1 笔 03-01` for each claim that is complete, in the order of settlement. */
export function useClaimNames({ ladders }: SettledJson): readonly string[] {
  const t = useTranslations('calculator');
  return useMemo(
    () =>
      ladders
        .map(({ on, payers }, at) => ({ name: t('claimOn', { number: at + 1, on }), payers }))
        .filter(({ payers }) => payers.length > 0)
        .map(({ name }) => name),
    [ladders, t],
  );
}
