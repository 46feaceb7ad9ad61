import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { demoTest } from './demo-test.ts';
import { newcomersPath } from './newcomers-path.ts';

demoTest(
  'the first hour as the handbook tells it: a new document of a city, from a template to what is published',
  async ({ page, served }) => {
    await page
      .context()
      .addCookies([{ name: 'tiaoli-tour', value: 'declined', url: served.address }]);
    const steps: string[] = [];
    await newcomersPath(page, async (at, name) => {
      await expectAccessible(at);
      steps.push(name);
    });
    expect(steps).toHaveLength(8);
  },
  600_000,
);
