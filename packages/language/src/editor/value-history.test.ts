import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../language-workspace.ts';
import { commonText } from '../testing.ts';

const province = (from: string, number: string, value: string): string =>
  `文件「省待遇」 { 标识 test.province；  文号 "${number}"；  层级 省 乙省；  施行 自 ${from}；  依据 公共 }
参数 年度限额：金额 = ${value}；
授权 市 确定 年度限额 不低于 1万元；
表 限额表：金额 按 医院级别 { 一级：1元；  其余：2元 }
`;

const city = (id: string, from: string, value: string): string =>
  `文件「市待遇」 { 标识 ${id}；  层级 市 甲市 属 乙省；  施行 自 ${from}；  依据 test.province }
确定 年度限额 = ${value} 等级 B；
`;

const texts = {
  common: commonText,
  // The newer stands first: files have no order.
  'province-2': province('2024-01-01', '乙政发〔2023〕9号', '3万元'),
  'province-3': province('2020-01-01', '乙政发〔2019〕1号', '2万元'),
  'city-b': city('test.jia', '2025-01-01', '5万元'),
  'city-c': city('test.jia', '2022-01-01', '4万元'),
  other: city('test.other', '2022-01-01', '6万元'),
};

test('the values of all versions stand in the order of their days, each with its document', async () => {
  const workspace = createLanguageWorkspace();
  await workspace.update(Object.entries(texts).map(([path, text]) => ({ path, text })));
  const historyAt = (path: keyof typeof texts, word: string) => {
    const facts = workspace.editor.hoverAt(path, texts[path].indexOf(word) + 1);
    return facts?.kind === 'symbol' ? facts.history : undefined;
  };
  const seen = historyAt('city-c', '年度限额');
  expect(seen?.declared.map(({ validity, value, number }) => [validity, value, number])).toEqual([
    ['自 2020-01-01', '2万元', '乙政发〔2019〕1号'],
    ['自 2024-01-01', '3万元', '乙政发〔2023〕9号'],
  ]);
  expect(seen?.setHere.map(({ validity, value, place }) => [validity, value, place])).toEqual([
    ['自 2022-01-01', '4万元', '甲市'],
    ['自 2025-01-01', '5万元', '甲市'],
  ]);
  expect(seen?.setElsewhere).toBe(1);
  expect(historyAt('province-2', '年度限额')?.setElsewhere).toBe(2);
  expect(historyAt('province-2', '限额表')?.declared.map(({ value }) => value)).toEqual([
    '表（2 行）',
    '表（2 行）',
  ]);
  expect(historyAt('common', '医院级别')).toBeUndefined();
});
