/** Between an answer and the next question whether the worker is alive. */
const REST_MS = 4_000;
/** Longest that a live worker takes to answer; it may be busy with a large document. */
const PATIENCE_MS = 10_000;
/** Longest that it may be busy with something large that it was asked to do. */
const LONGEST_MS = 180_000;
/** After a sleep of the machine, timers come before the messages that wait: these are let in first. */
const GRACE_MS = 500;

/**
 * Asks the worker every few seconds whether it is alive, and calls `onSilence` once when it does not answer in ten
 * seconds.
 *
 * @param ping settles when the worker has answered anything at all
 * @param isBusy true while it does something large that it was asked to do; then it has three minutes
 * @returns ends the watch
 */
export function watchWorker(
  ping: () => Promise<unknown>,
  isBusy: () => boolean,
  onSilence: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const wait = (time: number, then: () => void): void => {
    timer = setTimeout(then, time);
  };
  const ask = (): void => {
    let answered = false;
    ping().then(() => {
      answered = true;
      if (stopped) return;
      clearTimeout(timer);
      wait(REST_MS, ask);
    });
    let waited = PATIENCE_MS;
    const judge = (): void => {
      if (answered || stopped) return;
      if (!isBusy() || waited >= LONGEST_MS) {
        onSilence();
        return;
      }
      waited += PATIENCE_MS;
      wait(PATIENCE_MS, judge);
    };
    wait(PATIENCE_MS, () => wait(GRACE_MS, judge));
  };
  wait(REST_MS, ask);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
