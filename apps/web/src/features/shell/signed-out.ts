const name = 'tiaoli-signed-out';

/** Tells the page that the server knows nobody by its session any more. */
export function tellSignedOut(): void {
  window.dispatchEvent(new Event(name));
}

/** Calls back whenever that is told; gives what ends it. */
export function onSignedOut(told: () => void): () => void {
  window.addEventListener(name, told);
  return () => window.removeEventListener(name, told);
}
