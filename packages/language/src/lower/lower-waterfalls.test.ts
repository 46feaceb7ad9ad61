import type { Expr } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../language-workspace.ts';
import { cityText, commonText } from '../testing.ts';

const layer = `层 补助 { 支付方 居民大病；  基数 余额；  比例 50% }`;
const order = `
  文件「次序」 { 标识 test.order；  层级 市 甲市 属 乙省；  施行 自 2024-01-01；  依据 公共、市；  取整 四舍五入到分 }
  层序 总额 费用 { 补助；  现金 其余 }`;

/** What the layer 补助 works on, in the module of a file. */
async function baseIn(path: string): Promise<Expr | undefined> {
  const workspace = createLanguageWorkspace();
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text: cityText(layer) },
    { path: 'order', text: order },
  ]);
  const { module, diagnostics } = workspace.lower(path);
  expect(diagnostics).toEqual([]);
  return module?.definitions.find(({ id }) => id === 'test.city/补助:基数')?.body;
}

test('a layer that only another document orders reads no remainder of its own', async () => {
  expect(await baseIn('city')).toMatchObject({ kind: 'undetermined', cause: 'not-seen' });
  expect(await baseIn('order')).toEqual({
    kind: 'definition',
    definition: 'test.order/层序.总额',
  });
});
