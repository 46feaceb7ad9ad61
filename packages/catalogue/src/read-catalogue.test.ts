import { parseDate, rational } from '@tiaoli/base';
import type { CatalogueSchema } from '@tiaoli/ir';
import { describe, expect, test } from 'vitest';
import type { LoadedRows } from './load-rows.ts';
import { readCatalogueRows, readCatalogueText } from './read-catalogue.ts';
import { rowsOfCells } from './rows-of-cells.ts';

const schema: CatalogueSchema = {
  keys: [{ name: '编码', type: { kind: 'text' } }],
  columns: [
    { name: '类别', type: { kind: 'enumeration', enumeration: 'd/类别' } },
    { name: '限价', type: { kind: 'unit-price' }, low: '0', absent: 'unlimited' },
    { name: '先付', type: { kind: 'rate' }, low: '0', high: '1', absent: 'none' },
  ],
  validity: { from: '开始', to: '结束' },
};

const header = '编码,类别,限价,先付,开始,结束';
const place = { path: 'drugs.csv', membersOf: () => ['甲', '乙', '丙'] };

async function load(bytes: Uint8Array, by: CatalogueSchema = schema): Promise<LoadedRows> {
  return readCatalogueRows(await readCatalogueText(place.path, bytes), by, place);
}

function rowsOf(...rows: readonly string[]): Promise<LoadedRows> {
  return load(new TextEncoder().encode([header, ...rows].join('\n')));
}

function day(text: string): number {
  return parseDate(text) ?? Number.NaN;
}

async function messagesOf(...rows: readonly string[]): Promise<readonly string[]> {
  const { findings, table } = await rowsOf(...rows);
  expect(table === undefined).toBe(findings.length > 0);
  return findings.map(({ message }) => message.zh);
}

describe('rows', () => {
  test('are found by key and day, and hold exact cells', async () => {
    const { table, findings } = await rowsOf(
      'X1,甲,1.234567,无,2024-01-01,2024-12-31',
      'X1,乙,不限,5%,2025/1/1,',
      'X2,丙,0,0.125,2024-01-01,',
    );
    expect(findings).toEqual([]);
    const at = (key: string, on: string) => table?.rowOf([key], day(on));
    expect(at('X1', '2023-12-31')).toBeUndefined();
    expect(at('X1', '2024-12-31')).toBe(0);
    expect(at('X1', '2025-01-01')).toBe(1);
    expect(at('X1', '2099-01-01')).toBe(1);
    expect(at('X3', '2024-05-01')).toBeUndefined();
    expect(table?.columns.get('限价')).toMatchObject({
      scale: 10_000,
      cells: new Float64Array([1_234_567, Number.NaN, 0]),
    });
    expect(table?.columns.get('先付')).toMatchObject({
      scale: 10_000,
      cells: new Float64Array([Number.NaN, 500, 1250]),
    });
    const kinds = table?.columns.get('类别');
    expect(kinds?.kind === 'text' && [...kinds.cells].map((cell) => kinds.texts[cell])).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });

  test('a byte order mark, quotes, blanks and empty lines mean nothing', async () => {
    const text = `\ufeff${header}\r\n"X,1", 甲 ,"1",无,2024-01-01,\r\n\r\n`;
    const { table, findings } = await load(new TextEncoder().encode(text));
    expect(findings).toEqual([]);
    expect(table?.rowOf(['X,1'], day('2024-01-01'))).toBe(0);
  });

  test('a number lies within the stretch of its row', async () => {
    const stretches: CatalogueSchema = {
      keys: [
        { name: '编码', type: { kind: 'text' } },
        { name: '价', type: { kind: 'money' }, range: { low: '下', high: '上', included: 'high' } },
      ],
      columns: [{ name: '先付', type: { kind: 'rate' } }],
    };
    const text = '编码,下,上,先付\nX,,100,5%\nX,100,200,10%\nX,200,,20%';
    const { table, findings } = await load(new TextEncoder().encode(text), stretches);
    expect(findings).toEqual([]);
    const found = [0, 10_000, 10_001, 20_000, 20_001, 1_000_000].map((fen) =>
      table?.rowOf(['X', rational(fen)], 0),
    );
    expect(found).toEqual([0, 0, 1, 1, 2, 2]);
    expect(table?.rowOf(['X', rational(20_001, 2)], 0)).toBe(1);
    const overlapping = text.replace('200,,20%', '199.99,,20%');
    const other = await load(new TextEncoder().encode(overlapping), stretches);
    expect(other.findings.map(({ code }) => code)).toEqual(['catalogue-overlap']);
  });
});

describe('bad rows', () => {
  test.each([
    ['X1,丁,1,无,2024-01-01,', '第 2 行的“类别”“丁”不在其中：甲、乙、丙'],
    ['X1,甲,,无,2024-01-01,', '第 2 行的“限价”是空的'],
    [',甲,1,无,2024-01-01,', '第 2 行的“编码”是空的'],
    ['X1,甲,-1,无,2024-01-01,', '第 2 行的“限价”“-1”超出这一列规定的范围'],
    ['X1,甲,1.2345678,无,2024-01-01,', '第 2 行的“限价”“1.2345678”小数位数多于这一列规定的'],
    [
      'X1,甲,无,无,2024-01-01,',
      '第 2 行的“限价”“无”不是数（只写数字和小数点，不写千分位、单位、科学记数）',
    ],
    ['X1,甲,1,5,2024-01-01,', '第 2 行的“先付”“5”超出这一列规定的范围'],
    ['=HYPERLINK(1),甲,1,无,2024-01-01,', '第 2 行的“编码”“=HYPERLINK(1)”像表格软件的公式'],
    ['X1,甲,1,无,2024-02-30,', '第 2 行的“开始”“2024-02-30”不是日期（写 2024-01-01）'],
    ['X1,甲,1,无,2024-02-01,2024-01-31', '第 2 行的“结束”“2024-01-31”早于开始日'],
    ['X1,甲,1', '第 2 行有 3 格，列名有 6 个'],
    ['X1,甲,"1,无,2024-01-01,', '第 2 行的双引号不成对'],
  ])('%s', async (row, message) => {
    expect((await messagesOf(row))[0]).toBe(message);
  });

  test('all of them are told, up to a limit and then counted', async () => {
    const rows = Array.from({ length: 250 }, (_, at) => `X${at},丁,1,无,2024-01-01,`);
    const messages = await messagesOf(...rows);
    expect(messages.length).toBe(101);
    expect(messages[100]).toBe('还有 150 处问题；只列出前 100 处');
  });

  test('two rows of one key on one day are told with both', async () => {
    const messages = await messagesOf(
      'X1,甲,1,无,2024-01-01,2024-06-30',
      'X2,甲,1,无,2024-01-01,',
      'X1,甲,1,无,2024-06-30,',
    );
    expect(messages).toEqual(['“X1”在第 2 行和第 4 行重复，有效期有重叠']);
  });

  test('no row at all', async () => {
    expect(await messagesOf()).toEqual(['目录里没有一行项目']);
  });

  test('a line without an end stops the reading', async () => {
    expect((await messagesOf(`X1,${'甲'.repeat(30_000)}`)).at(-1)).toBe('第 2 行超过 20000 个字符');
  });

  test('columns that are missing or stand twice', async () => {
    const { findings } = await load(new TextEncoder().encode('编码,类别,类别,先付,开始,结束\n'));
    expect(findings.map(({ message }) => message.zh)).toEqual(['缺少列“限价”，列“类别”出现两次']);
  });
});

describe('bytes', () => {
  /** 编码,类别 … 甲 in GB18030. */
  const gb = Uint8Array.from([
    ...[0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x0a],
    ...[0x58, 0x2c, 0xbc, 0xd7],
  ]);
  const short = { keys: schema.keys, columns: schema.columns.slice(0, 1) };

  test('GB18030 is read and said, and is the same text', async () => {
    const { table, findings } = await load(gb, short);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['catalogue-gb18030', 'info'],
    ]);
    expect(table?.rowOf(['X'], 0)).toBe(0);
    const utf8 = await readCatalogueText('a.csv', new TextEncoder().encode('编码,类别\nX,甲'));
    expect((await readCatalogueText('b.csv', gb)).text?.hash).toBe(utf8.text?.hash);
  });

  test.each([
    ['NUL', [0x58, 0x00, 0x0a], '文件里有空字节，不是文本'],
    ['neither encoding', [0xff, 0xff, 0x0a], '文件既不是 UTF-8，也不是 GB18030'],
  ])('%s', async (_, bytes, message) => {
    const { findings, table } = await load(Uint8Array.from(bytes), short);
    expect(findings.map((each) => each.message.zh)).toEqual([message]);
    expect(table).toBeUndefined();
  });
});

test('rows written in a text are those of a file', () => {
  const { table, findings } = rowsOfCells(
    [
      ['X1', '甲', '10000', null],
      ['X2', '乙', null, '0.05'],
    ],
    schema,
    place,
  );
  expect(findings).toEqual([]);
  expect(table?.columns.get('限价')).toMatchObject({
    cells: new Float64Array([1_000_000 * 100, Number.NaN]),
  });
  expect(table?.rowOf(['X2'], 0)).toBe(1);
});
