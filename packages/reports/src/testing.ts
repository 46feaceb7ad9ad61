export { sampleResult } from './sample-result.ts';
