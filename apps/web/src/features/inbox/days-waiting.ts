const DAY = 24 * 60 * 60 * 1000;

/** Whole days since a moment. */
export function daysWaiting(since: string, now: number): number {
  return Math.max(0, Math.floor((now - new Date(since).getTime()) / DAY));
}
