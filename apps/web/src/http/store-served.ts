const name = 'TIAOLI_STORE';

/** What store is served with the pages. */
export type StoreServed = 'none' | 'real' | 'demonstration';

/** Tells the pages of this process whether a store is served with them, at `/api/v1`. */
export function shareStoreServed(served: StoreServed): void {
  if (served === 'none') delete process.env[name];
  else process.env[name] = served;
}

/** Whether there are drafts, proposals and versions to show, and people who sign in. */
export function isStoreServed(): boolean {
  return process.env[name] !== undefined;
}

/** Whether what is shown is a demonstration, which every page and every file says. */
export function isDemoServed(): boolean {
  return process.env[name] === 'demonstration';
}

/** Beside a real store the folder of policies is for looking only; a demonstration leaves it to whoever sits there. */
export function isFolderReadOnly(): boolean {
  return isStoreServed() && !isDemoServed();
}
