import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scanText } from '../scanned-text.ts';
import { editTable } from './edit-table.ts';
import { readTables } from './read-tables.ts';
import type { TableEdit } from './table-edit.ts';
import { applyChanges } from './table-edit.ts';

/** The text after an edit of its only table, or why there was none. */
function edited(text: string, edit: TableEdit): string {
  const scanned = scanText(text);
  const [grid] = readTables(scanned);
  const editing = editTable(scanned, grid?.from ?? 0, edit);
  return editing.kind === 'refused' ? editing.reason.zh : applyChanges(text, editing.changes);
}

const keyed = `条「一」 {
  表 起付：金额 按 医院级别 自 2024-01-01 等级 C { // 元
    // 县里的
    一级：200元 等级 A； // 待核
    二级: 400元 /* 甲 */ ;
    三级：未见 "没有公布" 出处 "某页"
  } 参数 甲：金额 = 1元；
}
`;

const grid = `表 待遇：{起付：金额、比例：比例} 按 收费类别 {
  收费类别 | 起付   | 比例；
  三类     | 100元  | 85% 等级 B；  // 乡镇
  二类市省 | 1000元 | 75%；
}
`;

const bands = '层 甲 { 比例 分段 按 绝对额 { 不超过10万元：50%； 超过10万元：60% } }';

test('cells are read as they stand, with what is noted behind them', () => {
  const [table] = readTables(scanText(keyed));
  expect(table).toMatchObject({
    kind: 'table',
    name: '起付',
    type: '金额',
    dimensions: ['医院级别'],
  });
  expect(
    table?.rows.map(({ cells }) => cells.map(({ text, notes }) => [text, notes?.text])),
  ).toEqual([
    [
      ['一级', undefined],
      ['200元', '等级 A'],
    ],
    [
      ['二级', undefined],
      ['400元', undefined],
    ],
    [
      ['三级', undefined],
      ['未见 "没有公布"', '出处 "某页"'],
    ],
  ]);
  const [columns] = readTables(scanText(grid));
  expect(columns).toMatchObject({ heading: 0, keyCount: 1, width: 3 });
  expect(columns?.columns.map(({ name }) => name)).toEqual(['起付', '比例']);
  expect(readTables(scanText(bands))).toMatchObject([{ kind: 'brackets', name: '', width: 2 }]);
});

test('a cell is exchanged, and nothing beside it', () => {
  const after = edited(keyed, { kind: 'set-cell', row: 0, column: 1, text: ' 250元 ' });
  expect(after).toBe(keyed.replace('200元', '250元'));
  expect(edited(grid, { kind: 'set-cell', row: 1, column: 2, text: '80%' })).toBe(
    grid.replace('85%', '80%'),
  );
});

test.each(['1；2', '1 | 2', '“没有', '{', '// 说明', '1元 出处 "页"'])(
  'a text that is no one cell is refused: %s',
  (text) => {
    expect(edited(grid, { kind: 'set-cell', row: 1, column: 1, text })).toContain('不再是一格');
  },
);

test('a blank is refused, with what to write instead', () => {
  expect(edited(grid, { kind: 'set-cell', row: 1, column: 1, text: ' ' })).toContain('不适用');
});

test('a row goes behind a comment, in the manner of its neighbours', () => {
  expect(edited(keyed, { kind: 'add-row', after: 0, cells: ['县级', '300元'] })).toBe(
    keyed.replace('// 待核\n', '// 待核\n    县级：300元；\n'),
  );
  // The last row has no ； of its own.
  expect(edited(keyed, { kind: 'add-row', after: 2, cells: ['省外'] })).toBe(
    keyed.replace('出处 "某页"\n', '出处 "某页"；\n    省外：未见 "待填"；\n'),
  );
  expect(edited(keyed, { kind: 'add-row', after: -1, cells: ['社区', '0元'] })).toBe(
    keyed.replace('// 元\n', '// 元\n    社区：0元；\n'),
  );
  expect(edited(grid, { kind: 'add-row', after: 2, cells: ['一类', '5元', '60%'] })).toBe(
    grid.replace('| 75%；\n', '| 75%；\n  一类     | 5元    | 60%；\n'),
  );
  expect(edited(bands, { kind: 'add-row', after: 1, cells: ['超过20万元', '70%'] })).toBe(
    bands.replace('60% }', '60%； 超过20万元：70%； }'),
  );
});

test('a row goes with its line, and leaves a comment behind', () => {
  expect(edited(grid, { kind: 'remove-row', row: 2 })).toBe(
    grid.replace('  二类市省 | 1000元 | 75%；\n', ''),
  );
  expect(edited(keyed, { kind: 'remove-row', row: 0 })).toBe(
    keyed.replace('一级：200元 等级 A；', ''),
  );
  expect(edited(bands, { kind: 'remove-row', row: 1 })).toBe(bands.replace(' 超过10万元：60%', ''));
  expect(edited(grid, { kind: 'remove-row', row: 0 })).toContain('表头');
});

test('a column is declared and named, and goes with its declaration', () => {
  const added = edited(grid, { kind: 'add-column', after: 1, heading: '封顶', type: '金额' });
  expect(added).toContain('{起付：金额、封顶：金额、比例：比例}');
  expect(added).toContain('三类     | 100元 | 未见 "待填"  | 85% 等级 B；  // 乡镇');
  expect(edited(added, { kind: 'remove-column', column: 2 })).toBe(grid);
  expect(edited(grid, { kind: 'remove-column', column: 0 })).toContain('按');
  expect(edited(keyed, { kind: 'add-column', after: 1, heading: '乙' })).toContain('没有表头');
});

test('a block of cells fills rows and adds those that are missing', () => {
  const cells = [
    ['二类', undefined, '70%'],
    ['一类', '2000元', '60%'],
  ];
  expect(edited(grid, { kind: 'set-cells', row: 2, column: 0, cells })).toBe(
    grid.replace(
      '二类市省 | 1000元 | 75%；\n',
      '二类 | 1000元 | 70%；\n  一类     | 2000元 | 60%；\n',
    ),
  );
});

test('line ends of Windows stay what they are', () => {
  const windows = grid.replaceAll('\n', '\r\n');
  const after = edited(windows, { kind: 'add-row', after: 2, cells: ['一类', '5元', '60%'] });
  expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(edited(after, { kind: 'remove-row', row: 3 })).toBe(windows);
});

const root = join(import.meta.dirname, '../../../../../policies');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tiaoli'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

test('in every table of the policies an edit of a cell or a row changes that alone, byte for byte', () => {
  let cells = 0;
  let rows = 0;
  for (const { path, text } of sources) {
    const scanned = scanText(text);
    for (const table of readTables(scanned)) {
      const run = (edit: TableEdit): string => {
        const editing = editTable(scanned, table.from, edit);
        if (editing.kind === 'refused') throw new Error(`${path}: ${editing.reason.zh}`);
        return applyChanges(text, editing.changes);
      };
      table.rows.forEach((row, at) => {
        row.cells.forEach((cell, column) => {
          const after = run({ kind: 'set-cell', row: at, column, text: '37.5%' });
          expect(after, path).toBe(`${text.slice(0, cell.from)}37.5%${text.slice(cell.to)}`);
          cells += 1;
        });
        if (at === table.heading) return;
        const longer = run({ kind: 'add-row', after: at });
        const grown = readTables(scanText(longer)).find(({ from }) => from === table.from);
        expect(grown?.rows.length, path).toBe(table.rows.length + 1);
        const back = editTable(scanText(longer), table.from, { kind: 'remove-row', row: at + 1 });
        if (back.kind === 'refused') throw new Error(back.reason.zh);
        // The last row of a table may have got a ； of its own.
        const again = applyChanges(longer, back.changes);
        expect(row.end ? again : again.replace(/；( ?\})/, '$1'), path).toBe(text);
        run({ kind: 'remove-row', row: at });
        rows += 1;
      });
    }
  }
  process.stdout.write(`cells ${cells}, rows ${rows}\n`);
  expect(cells).toBeGreaterThan(300);
  expect(rows).toBeGreaterThan(130);
});
