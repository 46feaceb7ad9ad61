export { lowerDocument } from './lower-document.ts';
export type { Stretch } from './stretches.ts';
export { stretchesOf, stretchOn } from './stretches.ts';
