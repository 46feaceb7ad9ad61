import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../language-workspace.ts';
import { cityText, commonText } from '../testing.ts';

/** The records of the only example, as `field value` by its name in the module. */
async function records(heading: string): Promise<readonly string[]> {
  const workspace = createLanguageWorkspace();
  const example = `
    实体 明细 { 输入 数量 别名 "quantity"：整数 0..9 问 "几个？" }
    算例「甲」 { 结算 { 明细 { ${heading}；  100元 | 2；  200元 | 3 } } 期望 { 全自费 = 30元 } }`;
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text: cityText(example) },
  ]);
  const examples = workspace
    .lower('city')
    .module?.declarations.filter((each) => each.kind === 'example');
  const children = examples?.flatMap(({ events }) =>
    events.flatMap(({ record }) => record.children),
  );
  return (children ?? []).map(({ fields }) =>
    fields.map(({ target, value }) => `${target.split('.').at(-1)} ${value}`).join(', '),
  );
}

test.each(['金额 | 数量', '「金额」 | 「数量」', '金额 | quantity'])(
  'the heading %s names the fields',
  async (heading) => {
    expect(await records(heading)).toEqual(['金额 10000, 数量 2', '金额 20000, 数量 3']);
  },
);
