const name = 'TIAOLI_STORE';

/** Tells the pages of this process whether a store is served with them, at `/api/v1`. */
export function shareStoreServed(isServed: boolean): void {
  if (isServed) process.env[name] = 'served';
  else delete process.env[name];
}

/** Whether there are drafts, proposals and versions to show, and people who sign in. */
export function isStoreServed(): boolean {
  return process.env[name] === 'served';
}
