import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { shoot } from './shoot.ts';
import { worldTest } from './world-test.ts';

worldTest(
  'a drafter keeps a skeleton as the first draft of a new document; a reviewer only looks',
  async ({ openAs }) => {
    const notice = {
      name: '通知.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('某市门诊办法\n第一条 甲。\n第二条 乙。'),
    };
    const page = await openAs('city drafter', '/import');
    await page.getByLabel('选择文件').setInputFiles(notice);
    await page.getByText('「通知.txt」已读完').waitFor();
    expect(await page.getByLabel('文件名称').inputValue()).toBe('某市门诊办法');
    await page.getByLabel('标识').fill('city.outpatient');
    await expectAccessible(page);
    await shoot(page, 'import-draft');
    await page.getByRole('button', { name: '存为新草稿并打开' }).click();
    await page.waitForURL(/\/drafts\//u);
    await page.getByRole('heading', { name: '某市门诊办法' }).waitFor();
    const reviewer = await openAs('city reviewer', '/import');
    await reviewer.getByLabel('选择文件').setInputFiles(notice);
    await reviewer.getByText('存为草稿要有起草的角色').waitFor();
  },
  600_000,
);
