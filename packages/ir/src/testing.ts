export { sampleExprs, sampleModule } from './sample-exprs.ts';
export * from './sample-modules.ts';
