export { lowerDocument } from './lower-document.ts';
