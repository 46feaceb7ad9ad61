/** How much there is to do in a run. */
export interface Effort {
  /** How often the population is read. */
  readonly scans: number;
  /** Claims, each as often as rules are settled over it. */
  readonly steps: number;
}

/** How long runs take on this computer: guessed at first, then as long as the last one took. */
export interface RunPace {
  /** Whole seconds, at least one. */
  secondsFor(effort: Effort): number;
  /** Of a run that was made from its beginning to its end. */
  learn(effort: Effort, milliseconds: number): void;
}

/** To begin the processes of a scan and to make everything ready. */
const SECONDS_PER_SCAN = 2;

/** Of a slow computer with two processors; it is corrected by the first run. */
const USUAL_STEPS_PER_SECOND = 300_000;

export function openRunPace(): RunPace {
  let stepsPerSecond = USUAL_STEPS_PER_SECOND;
  return {
    secondsFor: ({ scans, steps }) =>
      Math.max(1, Math.round(scans * SECONDS_PER_SCAN + steps / stepsPerSecond)),
    learn({ scans, steps }, milliseconds) {
      const seconds = Math.max(0.1, milliseconds / 1000 - scans * SECONDS_PER_SCAN);
      // A run that was over at once says little about a large one.
      stepsPerSecond = Math.min(steps / seconds, USUAL_STEPS_PER_SECOND * 20);
    },
  };
}
