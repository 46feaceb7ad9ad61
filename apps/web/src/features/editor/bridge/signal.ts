/** Something that happens, and who wants to know of it, in the form that Monaco takes. */
export interface Signal {
  readonly listen: (listener: () => void) => { dispose(): void };
  readonly tell: () => void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    tell: () => {
      for (const listener of [...listeners]) listener();
    },
  };
}
