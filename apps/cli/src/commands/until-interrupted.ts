/** Runs work that can be cancelled, and cancels it at Ctrl-C or when it is asked to end. */
export async function untilInterrupted<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, cancel);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, cancel);
  }
}
