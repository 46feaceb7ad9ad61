import type { Page } from 'playwright-core';

/** Keeps a picture for whoever asks with `SHOTS=FOLDER`. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
