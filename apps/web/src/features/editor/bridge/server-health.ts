/** How the checking service is doing. */
export type ServerHealth =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  /** It died or hung, and is being started again with the texts as they are. */
  | { readonly kind: 'restarting' }
  /** It died again and again; the reader may start it anew. */
  | { readonly kind: 'stopped' };

/** So many crashes within this time, and it is not started by itself any more. */
export const MOST_CRASHES = 3;
export const CRASH_WINDOW_MS = 60_000;

/**
 * What to do after a crash.
 *
 * @param crashes times of the crashes in milliseconds, this one last
 */
export function afterCrash(crashes: readonly number[]): 'restart' | 'stop' {
  const now = crashes.at(-1) ?? 0;
  const recent = crashes.filter((time) => now - time < CRASH_WINDOW_MS);
  return recent.length >= MOST_CRASHES ? 'stop' : 'restart';
}
