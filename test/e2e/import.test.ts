import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { item, makeWord, p, r, table, tc } from '../import/make-word.ts';
import { browserTest, expectAccessible } from './browser-test.ts';
import type { Complaints } from './open-context.ts';
import { shoot } from './shoot.ts';

/** Each journey begins a server. */
const PATIENCE = 600_000;

const word = makeWord(
  [
    ...[p('关于门诊待遇的通知'), p('第一条 起付标准按下表执行：')],
    table(
      [tc('级别'), tc('待遇', '<w:gridSpan w:val="2"/>')],
      [tc('一级'), tc('200元'), tc('90%')],
    ),
    `<w:p>${r('第二条 比例为')}<w:del w:id="1"><w:r><w:delText>70%</w:delText></w:r></w:del>${r('75%。')}</w:p>`,
    item('第三条 完。', 9),
  ].join(''),
);
const file = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** A browser notes an answer that refuses as an error; the page says why. */
function forgive({ list }: Complaints, status: string): void {
  list.splice(0, list.length, ...list.filter((each) => !each.includes(status)));
}

browserTest(
  'a Word file becomes a skeleton beside its report, and a file of the folder',
  async ({ page, served, complaints }) => {
    await page.goto('/documents?on=2026-11-22');
    await page.getByRole('link', { name: '导入文件' }).click();
    await page.getByRole('heading', { name: '导入文件', level: 1 }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('选择文件').setInputFiles(file('通知.docx', word));
    await page.getByText('「通知.docx」已读完，还没有保存。').waitFor();
    const skeleton = page.getByRole('region', { name: '骨架' });
    expect(await skeleton.textContent()).toContain('第二条 "比例为75%。" 未编码');
    const report = page.getByRole('region', { name: '报告' });
    await report.getByText('删去的文字没有收入：「70%」').waitFor();
    await report.getByText('条文 4 条，句子').waitFor();
    await expectAccessible(page);
    await shoot(page, 'import-zh');
    await page.getByLabel('保存为').waitFor();
    expect(await page.getByLabel('保存为').inputValue()).toBe('policies/imported/通知.tiaoli');
    await page.getByRole('button', { name: '保存并打开' }).click();
    await page.waitForURL(/\/editor\/policies\/imported\//u);
    const kept = readFileSync(join(served.folder, 'imported/通知.tiaoli'), 'utf8');
    expect(kept).toContain('文件「关于门诊待遇的通知」');
    await page.goto('/import');
    await page.getByLabel('选择文件').setInputFiles(file('通知.docx', word));
    await page.getByRole('button', { name: '保存并打开' }).click();
    await page.getByText('已经有了，没有覆盖').waitFor();
    forgive(complaints, '412');
    expect(readFileSync(join(served.folder, 'imported/通知.tiaoli'), 'utf8')).toBe(kept);
  },
  PATIENCE,
);

browserTest(
  'what does not come in is told with its remedy, in English, by keyboard, in a narrow window',
  async ({ page, context, served, complaints }) => {
    await context.addCookies([{ name: 'tiaoli-language', value: 'en', url: served.address }]);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/import');
    const input = page.getByLabel('Choose a file');
    await input.focus();
    // The button that one sees is the label of what has the focus.
    expect(await page.locator('label:focus-within').textContent()).toBe('Choose a file');
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    await input.setInputFiles(file('old.doc', old));
    await page.getByText('“old.doc” was not imported').waitFor();
    await page.getByText('save it as a Word document (.docx)').waitFor();
    forgive(complaints, '422');
    await expectAccessible(page);
    await input.setInputFiles(file('notice.txt', '第一条 甲。'));
    await page.getByText('“notice.txt” was read').waitFor();
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    await expectAccessible(page);
    await shoot(page, 'import-en-narrow');
  },
  PATIENCE,
);
