import type { LocalText } from '@tiaoli/base';

/** How a command ends: nothing to complain about, a finding or a refusal, a wrong call or a failure, nobody can say. */
export const exitCodes = { success: 0, finding: 1, failure: 2, undecided: 3 } as const;

/**
 * The command cannot run as called: a path that does not exist, an option with a wrong value.
 *
 * A class because the commands unwind to `runCli` by throwing it; findings about policies and cases never do.
 */
export class UsageError extends Error {
  readonly text: LocalText;

  constructor(text: LocalText) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
  }
}
