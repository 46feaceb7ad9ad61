import type { Program } from '@tiaoli/ir';
import type { Rows } from '../table/columns.ts';
import type { Block } from './block.ts';
import type { BlockSums } from './calibrate-block.ts';
import { calibrateBlock, sumBlock } from './calibrate-block.ts';
import { makeClaims } from './make-claims.ts';
import { makeFrame } from './make-frame.ts';
import { measureBlock } from './measure-block.ts';
import { claimRows, personRows } from './to-rows.ts';

/** One bucket of a population, ready to be written. */
export interface GeneratedBlock {
  readonly persons: Rows;
  readonly claims: Rows;
  readonly sums: BlockSums;
}

/** People, what happens to them, what the reference rules pay, and weights that meet the hard targets. */
export function generateBlock(block: Block, program: Program): GeneratedBlock {
  const frame = makeFrame(block);
  const claims = makeClaims(block, frame);
  const even = new Int32Array(frame.count);
  const rows = claimRows(claims);
  const measured = { frame, claims, persons: personRows(block, frame, even), rows };
  const measures = measureBlock(program, measured);
  const weights = calibrateBlock(block, frame, measures);
  const sums = sumBlock(frame, measures, { weights, claims: claims.count });
  return { persons: personRows(block, frame, weights), claims: rows, sums };
}
