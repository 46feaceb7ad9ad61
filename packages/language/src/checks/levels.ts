import type { Level } from '../generated/ast.ts';

/** How far a level is from the nation, which is 0. */
export const levelRanks: Readonly<Record<Level, number>> = {
  nation: 0,
  province: 1,
  city: 2,
  county: 3,
};

export const levelNames: Readonly<Record<Level, string>> = {
  nation: '国家',
  province: '省',
  city: '市',
  county: '县',
};
