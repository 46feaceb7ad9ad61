import type { Formatter } from '@tiaoli/language';
import { createFormatter } from '@tiaoli/language';
import type { ExampleRuns } from './example-runs.ts';
import { createExampleRuns } from './example-runs.ts';

/** What answers need beside the documents, and what is kept between them. */
export interface ServerTools {
  readonly runs: ExampleRuns;
  /** Made when it is first asked for: a formatter keeps its parser. */
  readonly formatter: () => Formatter;
}

export function createServerTools(): ServerTools {
  let formatter: Formatter | undefined;
  return {
    runs: createExampleRuns(),
    formatter: () => {
      formatter ??= createFormatter();
      return formatter;
    },
  };
}
