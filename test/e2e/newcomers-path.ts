import type { Page } from 'playwright-core';
import { rewrite, storedText, writeText } from './draft-text.ts';
import { signInAs } from './sign-in-as.ts';

/** What is done at each step of the way, such as taking a picture. */
export type AtStep = (page: Page, name: string) => Promise<unknown>;

const title = '淄博市职工大病保险实施办法';

/** What the newcomer writes where the province has no number of its own; all numbers are invented. */
const written: readonly (readonly [string, string])[] = [
  ['职工大病起付', '1.2万元'],
  ['职工大病比例', '65%'],
  ['倾斜提高', '5个百分点'],
  ['职工大病限额', '40万元'],
];

const example = `
算例「职工，进大病5万元」 等级 示例 {
  地区 淄博市；
  参保人 { 险种：职工 }
  结算 { 结算日期：2027-03-01； 职工大病合规自付：5万元 }
  期望 { 职工大病 = 24700元； 个人负担 = 25300元 }
}
`;

/** From nothing to a city’s document in force, as the handbook tells it; in a demonstration alone. */
export async function newcomersPath(page: Page, atStep: AtStep): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: '选一个人登录' }).waitFor();
  await page.getByRole('button', { name: /淄博市起草/ }).waitFor();
  await atStep(page, 'path-1-sign-in');
  await signInAs(page, '淄博市起草');
  const address = await writeAndPropose(page, atStep);
  await signInAs(page, '山东省审核');
  await atStep(page, 'path-5-inbox');
  await page.goto(address);
  await page.getByRole('button', { name: '受理' }).click();
  await page.getByRole('button', { name: '运行检查' }).click();
  await page.getByText(/算例 \d+ 个/).waitFor({ timeout: 300_000 });
  await page.getByText('检查人：山东省审核').waitFor();
  await atStep(page, 'path-6-check');
  await page.getByRole('button', { name: '批准' }).click();
  await page.getByText('已批准').first().waitFor();
  await atStep(page, 'path-7-approved');
  await signInAs(page, '淄博市发布');
  await page.goto(address);
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByText('已发布').first().waitFor();
  await page.goto('/versions');
  await page
    .getByRole('treeitem', { name: /淄博市/ })
    .getByText('淄博市')
    .click();
  await page.getByRole('link', { name: title }).waitFor();
  await atStep(page, 'path-8-published');
}

/** A new document from the template, its values and an example; the address of the proposal that comes of it. */
async function writeAndPropose(page: Page, atStep: AtStep): Promise<string> {
  await page.goto('/drafts');
  await page.getByRole('button', { name: '新建草稿' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('写一份新文件').click();
  await dialog.getByText('确定上级留给本地的数值').click();
  await dialog.getByLabel('依据上级的哪份文件').click();
  await page.getByTitle(/山东省职工大病保险/).click();
  await dialog.getByLabel('文件标题').fill(title);
  await dialog.getByLabel('标识').fill('zibo.employee-illness');
  await dialog.getByLabel('施行日期').fill('2027-01-01');
  await page.keyboard.press('Enter');
  await atStep(page, 'path-2-new-document');
  await dialog.getByRole('button', { name: '开始起草' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByRole('heading', { name: '本地可以确定的数值' }).waitFor();
  let text = await storedText(page);
  for (const [name, value] of written) {
    const waiting = new RegExp(`// (据 [^\\n]*)\\n//   (确定 ${name} = )……；\\n// }`);
    text = text.replace(waiting, `$1\n  $2${value} 等级 示例；\n}`);
  }
  if (text.includes('……')) throw new Error(`a value still waits:\n${text}`);
  // A slip in what is expected is told as soon as it is written.
  await writeText(page, `${text}${example.replace('24700元', '24701元')}`);
  await page.getByRole('tab', { name: '算例' }).click();
  const failed = page.locator('[data-testid=examples][data-failed="1"]');
  await failed.getByText('24,700.00').waitFor();
  await rewrite(page, '24701元', '24700元');
  await page.locator('[data-testid=examples][data-passed="1"][data-failed="0"]').waitFor();
  await atStep(page, 'path-3-draft');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await dialog.getByLabel('施行日期').fill('2027-01-01');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('理由').fill('省里授权各市确定职工大病保险的取值。');
  await atStep(page, 'path-4-propose');
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/proposals\/[\w-]+$/);
  await page.getByText('待受理').first().waitFor();
  return new URL(page.url()).pathname;
}
