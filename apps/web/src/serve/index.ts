export { buildWorkbench, isBuilt, markShipped } from './build-workbench.ts';
export type { Workbench, WorkbenchOptions } from './start-workbench.ts';
export { startWorkbench } from './start-workbench.ts';
export type { Answered } from './tell-answered.ts';
