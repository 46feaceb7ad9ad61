import type { Declaration } from './declaration.ts';
import type { Accumulator, Definition, Output } from './definition.ts';

/** Version of the JSON form of Module and Program. Raised with every change that an older reader cannot take. */
export const irVersion = 1;

/**
 * A policy after lowering: one document, everything that it rests on, and every lower document that fills it.
 *
 * INVARIANT (checked by `verify`): ids are unique, references resolve, the graph of definitions is acyclic, every
 * expression is well typed.
 */
export interface Module {
  readonly irVersion: typeof irVersion;
  /** Edition of the language (语言 1). */
  readonly edition: number;
  /** Id of the document that was asked for. */
  readonly document: string;
  readonly declarations: readonly Declaration[];
  readonly definitions: readonly Definition[];
  readonly accumulators: readonly Accumulator[];
  readonly outputs: readonly Output[];
}
