import type { Analysis } from '@tiaoli/compiler';
import type { Expr, ModuleIndex, Program } from '@tiaoli/ir';
import type { AnnouncedDays } from './announced-days.ts';
import type { FixedFacts } from './claim.ts';
import type { Peers } from './joint-domains.ts';
import type { Lowered } from './lowered.ts';
import type { Pool } from './pool.ts';

/** One reading of a program: its definitions as terms of a pool, with facts or state replaced where asked. */
export interface Lowering {
  /** Unique among the sides of a session. */
  readonly name: string;
  readonly pool: Pool;
  readonly program: Program;
  readonly index: ModuleIndex;
  readonly analysis: Analysis;
  /** The programs of the session, this one among them. */
  readonly peers: Peers;
  /** The calendar of working days, where one is at hand. */
  readonly announced: AnnouncedDays | undefined;
  /** Amounts become steps of their own. */
  readonly bySteps: boolean;
  /** Texts that the program compares with; a text is one of them or another one. */
  readonly texts: readonly string[];
  /** Facts and accumulators that stand for something else. */
  readonly inputs: ReadonlyMap<string, Lowered>;
  /** Those of them that are constants, the same on every side that fixes them. */
  readonly fixed: FixedFacts;
  /** The same reading where nothing is fixed, if something is: what looks at none of it is the same there. */
  readonly free?: Lowering;
  /** Steps of what is the same there. */
  readonly outside: Set<number>;
  /** Of a definition with a truth value whether it is always true or always false, where that is proved. */
  readonly settled?: (definition: string) => boolean | undefined;
  readonly accumulatorOf?: (id: string) => Lowered;
  /** Which of a person's claims, from 1. */
  readonly claim: number;
  /** The same side without its changes, where it has any. */
  readonly plain?: Lowering;
  /** Facts lowered so far, by source. */
  readonly facts: Map<string, Lowered>;
  /** Definitions lowered so far, by id. */
  readonly definitions: Map<string, Lowered>;
  /** Expressions that were asked about by themselves. */
  readonly asked: WeakMap<Expr, Lowered>;
  /** The member at hand inside of a set aggregate. */
  readonly element?: string;
}

/** The dispatcher, handed to the families of kinds so that files do not import each other in a circle. */
export type Lower = (expr: Expr, lowering: Lowering) => Lowered;
