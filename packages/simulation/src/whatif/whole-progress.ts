import type { RunSettings } from '../run/simulate.ts';

/**
 * Settings whose progress is that of all scans together: each of them counts its own parts from the first to the last.
 * More scans than were expected make the whole longer.
 */
export function withWholeProgress(settings: RunSettings, expected: number): RunSettings {
  const { onProgress } = settings;
  if (!onProgress) return settings;
  let finished = 0;
  return {
    ...settings,
    onProgress(done, parts) {
      onProgress(finished * parts + done, Math.max(expected, finished + 1) * parts);
      if (done === parts) finished += 1;
    },
  };
}
