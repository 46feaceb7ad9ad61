import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../../../language-workspace.ts';
import { applyChanges } from '../table-edit.ts';
import type { PastedBlock, PastePlan } from './plan-paste.ts';
import { cellsOfPlan } from './plan-paste.ts';

const path = 'policies/city.tiaoli';
const text = `语言 1
文件「市」 { 标识 test.city； 施行 自 2024-01-01 }
枚举 医院级别 { 一级；二级；三级 }
实体 结算 { 输入 医院级别：医院级别 }
表 待遇：{起付：金额、比例：比例} 按 医院级别 {
  医院级别 | 起付  | 比例；
  一级     | 200元 | 85% 等级 B；  // 乡镇
  二级     | 400元 /* 甲 */ | 75%；
}
`;

async function planned(block: Partial<PastedBlock>, source = text) {
  const workspace = createLanguageWorkspace();
  await workspace.update([{ path, text: source }]);
  const before = workspace.findings();
  const from = source.indexOf('表 待遇');
  const whole = { row: 1, column: 0, cells: [], units: {}, ...block };
  const planning = workspace.editor.planPaste(path, from, whole);
  if (planning?.kind !== 'plan') throw new Error(planning?.reason.zh);
  const { plan } = planning;
  const { row, column } = plan;
  const edit = { kind: 'set-cells', row, column, cells: cellsOfPlan(plan.cells) } as const;
  const editing = workspace.editor.editTable(path, from, edit);
  const after = editing.kind === 'changes' ? applyChanges(source, editing.changes) : '';
  // Looking ahead leaves the texts as they are.
  expect(workspace.findings()).toEqual(before);
  return { plan, after };
}

function kinds({ cells }: PastePlan): readonly string[] {
  return cells.map((line) => line.map(({ kind }) => kind).join(' '));
}

test('a block with its heading fills cells and adds the rows that are missing', async () => {
  const cells = [
    ['医院级别', '起付', '比例'],
    ['一级', '￥200.00', '90%'],
    ['二级', '４５０元', ''],
    ['三级', '1,200元', '60%'],
  ];
  const { plan, after } = await planned({ cells });
  expect(kinds(plan)).toEqual(['kept kept new', 'kept new kept', 'new new new']);
  expect(plan).toMatchObject({ added: 1, hasHeading: true });
  expect(after).toBe(
    text
      .replace('85%', '90%')
      .replace('400元', '450元')
      .replace('75%；\n', '75%；\n  三级     | 1200元 | 60%；\n'),
  );
});

test('a bad cell is told with the finding it would be, and the good ones stay good', async () => {
  const cells = [
    ['一级', '200%', '150%'],
    ['二级', '#N/A', '70%'],
    ['四级', '1；2', '60%', '多'],
  ];
  const { plan } = await planned({ cells });
  expect(kinds(plan)).toEqual(['kept wrong wrong', 'kept wrong new', 'wrong wrong new wrong']);
  const reasons = plan.cells
    .flat()
    .flatMap((cell) => (cell.kind === 'wrong' ? [cell.reason.zh] : []));
  expect(reasons.map((reason) => reason.slice(0, 24))).toMatchInlineSnapshot(`
    [
      "这里要金额，却是比例；改写成金额，或改声明的类型",
      "比例“150%”不在0%到100%之间；改成0%",
      "这是电子表格的出错标记，请在原表里改好再粘贴",
      "“四级”不是“医院级别”的成员；是不是“一级”？",
      "写进去就不再是一格了：一格里不能有 ； ｜ ： ",
      "这张表没有这一列；请先加列，或者从更左的一格开始",
    ]
  `);
});

test('plain numbers wait for the unit of their column', async () => {
  const cells = [['500', '0.8']];
  const bare = await planned({ column: 1, cells });
  expect(kinds(bare.plan)).toEqual(['plain plain']);
  expect(bare.after).toBe(text);
  const { after } = await planned({ column: 1, cells, units: { 1: '元', 2: 'fraction' } });
  expect(after).toBe(text.replace('200元', '500元').replace('85%', '80%'));
});

test('a comment inside a cell is not pasted away', async () => {
  const commented = text.replace('400元 /* 甲 */', '未见 /* 甲 */ "未公布"');
  const { plan } = await planned({ row: 2, column: 1, cells: [['500元']] }, commented);
  expect(kinds(plan)).toEqual(['wrong']);
});
