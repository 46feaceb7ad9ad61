import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPolicies, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';

// Slips in the real policies are found, with the person whom they hurt.

const root = join(import.meta.dirname, '../../../policies');
const sources = readdirSync(root, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.tiaoli'))
  .sort()
  .map((file) => ({ path: `policies/${file}`, text: readFileSync(join(root, file), 'utf8') }));

const province = 'policies/shandong/assistance-2022.tiaoli';
const withoutOrder = /(层 医疗救助[\s\S]*?) {4}重叠 就高；\n/;

const taiyuan = 'policies/shanxi/taiyuan/resident-inpatient-2023.tiaoli';

test.each([['三类'], ['二类县']])(
  'who is treated in a hospital of class %s struck out of the table of Taiyuan is shown',
  async (row) => {
    const found = await findingsAfter(taiyuan, (text) =>
      text.replace(new RegExp(` *${row} +\\|[^\\n]*\\n`), ''),
    );
    expect(found.map(({ code, message }) => `${code}：${message.zh}`)).toEqual([
      `missing-key：表中缺少：${row}`,
    ]);
    const [{ zh: told = '' } = {}, ...others] =
      found[0]?.related.map(({ message }) => message) ?? [];
    expect(others).toEqual([]);
    expect(told).toMatch(
      new RegExp(`表中没有 ${row} 的一行；比如 .*结算 \\{[^}]*收费类别：${row}[^}]*\\} → 待补充`),
    );
  },
);

test('a layer of Taiyuan that is paid out of the whole once more pays beyond what is left', async () => {
  const found = await findingsAfter(taiyuan, (text) =>
    text.replace('基数 住院统筹.起付、住院统筹.比例自付、住院统筹.超封顶', '基数 医疗费总额'),
  );
  const beyond = found.filter(({ code }) => code === 'payment-beyond-total');
  expect(beyond.map(({ message }) => message.zh)).toEqual([
    expect.stringMatching(
      /^轮到「大病保险」时付的比剩下的多；比如 .*结算 \{.*费用：[\d,.]+元.*\} → 余额 -[\d,.]+元。$/,
    ),
  ]);
});

test('a case of assistance that is widened by a category meets the person of that category', async () => {
  const widened = await messagesAfter(province, (text) =>
    text
      .replace(withoutOrder, '$1')
      .replace(/(情形「因病致贫」：人员类别 含 \{因病致贫重病患者)\}/, '$1、低保对象}'),
  );
  expect(widened).toContainEqual(
    expect.stringMatching(/「重点」与「因病致贫」同时适用.*参保人 \{ 人员类别：低保对象 \}/),
  );
  const before = await messagesAfter(province, (text) => text.replace(withoutOrder, '$1'));
  expect(before.filter((each) => each.includes('人员类别：低保对象 }'))).toEqual([]);
  expect(before).toContainEqual(
    expect.stringMatching(/「重点」与「因病致贫」同时适用.*人员类别：\{.*、.*\}/),
  );
}, 600_000);

test('as they are, both documents have nothing to mend', async () => {
  expect(await messagesAfter(province)).toEqual([]);
});

async function messagesAfter(path: string, change?: (text: string) => string) {
  return (await findingsAfter(path, change)).map(({ code, message }) => `${code}：${message.zh}`);
}

/** Warnings and errors about one document, once it is changed. */
async function findingsAfter(path: string, change?: (text: string) => string) {
  const changed = sources.map((each) => {
    if (each.path !== path || !change) return each;
    const text = change(each.text);
    expect(text).not.toBe(each.text);
    return { path, text };
  });
  const policies = await linkPolicies(changed);
  return checkPolicies(policies, (each) => each === path).filter(
    ({ severity }) => severity !== 'info',
  );
}
