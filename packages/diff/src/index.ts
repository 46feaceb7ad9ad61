export { applyChanges } from './structure/apply-changes.ts';
export { compareStructures } from './structure/compare-structures.ts';
export type * from './structure/structure.ts';
export { structureOf } from './structure/structure-of.ts';
