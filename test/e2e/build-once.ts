import { buildWorkbench } from '@tiaoli/web';

/** Builds the pages once, before the first test that opens one. */
export async function setup(): Promise<void> {
  await buildWorkbench();
}
