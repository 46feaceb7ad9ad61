import type { Page } from 'playwright-core';

/** In a demonstration: as whoever has this name. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
}
