import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parseDate } from '@tiaoli/base';
import type { Imported } from '@tiaoli/simulation';
import { importPopulation, verifyPopulation } from '@tiaoli/simulation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetCell } from './make-zip.ts';
import { makeZip, workbook } from './make-zip.ts';

const limits = { seconds: 120 };
let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-import-'));
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** A file as an office would export it: yuan, Chinese words. */
const mapping = {
  year: 2025,
  columns: {
    pid: '证件号',
    city: { value: '某市' },
    urban_rural: { value: 'urban' },
    sex: { column: '性别', members: { 男: 'male', 女: 'female' } },
    birth_date: '出生日期',
    death_date: '死亡日期',
    scheme: { value: 'resident' },
    emp_status: { value: 'none' },
    category: { column: '类别', members: { 普通: 'ordinary', 低保: 'subsistence' } },
    disease: { value: 'none' },
    insured_years: { value: '0' },
    income_pc: { value: '0' },
    consumption_pc: { value: '0' },
    claim_id: '结算号',
    settle_date: '结算日期',
    begin_date: '入院',
    end_date: '出院',
    med_type: { column: '类型', members: { 住院: 'inpatient', 门诊: 'outpatient' } },
    hosp_lv: { value: 'tertiary' },
    place: { value: 'in_city' },
    filing: { value: 'filed' },
    medfee_sumamt: { column: '总费用', unit: 'yuan' },
    class_b_amt: { column: '乙类', unit: 'yuan' },
    fulamt_ownpay_amt: { column: '自费', unit: 'yuan' },
    overlmt_selfpay: { value: '0' },
    preselfpay_amt: { column: '先付', unit: 'yuan' },
  },
};

const names =
  '证件号,性别,出生日期,死亡日期,类别,结算号,结算日期,入院,出院,类型,总费用,乙类,自费,先付';
const good = [
  'A1,男,1960-05-06,,普通,S1,2025-03-09,2025-03-01,2025-03-09,住院,12000.50,3000,500.5,300',
  'B2,女,19800101,2025-08-01,低保,S2,2025/7/2,2025/6/20,2025/7/2,住院,8000,0,0,0',
  'A1,男,1960-05-06,,普通,S3,2025-02-01 10:20:30,2025-02-01,2025-02-01,门诊,99.9,9.9,0,0.99',
];

function csv(rows: readonly string[], header = names): string {
  return `${[header, ...rows].join('\n')}\n`;
}

async function imported(
  name: string,
  content: string | Uint8Array,
  more: { readonly mapping?: unknown; readonly allowRejected?: boolean } = {},
): Promise<Imported> {
  const file = join(place, `${name}.csv`);
  await writeFile(file, content);
  return importFile(file, name, more);
}

function importFile(
  file: string,
  name: string,
  more: { readonly mapping?: unknown; readonly allowRejected?: boolean } = {},
): Promise<Imported> {
  return importPopulation({
    ...{ file, folder: join(place, name), limits },
    mapping: { path: 'map.json', text: JSON.stringify(more.mapping ?? mapping) },
    ...{ key: Buffer.alloc(32, 7), allowRejected: more.allowRejected ?? false },
  });
}

/** The good rows as a sheet, behind an empty one: days as serial numbers, 12000.5 with the noise of a binary fraction. */
function sheet(): readonly (readonly SheetCell[])[] {
  const day = (text: string): SheetCell => {
    const days = parseDate(text);
    if (days === undefined) throw new Error(text);
    return { number: String(days + 25_569), style: 1 };
  };
  const [first = '', second = '', third = ''] = good;
  const row = (text: string): SheetCell[] => text.split(',');
  const told = row(first);
  told[1] = { shared: 0 };
  told[2] = day('1960-05-06');
  told[6] = day('2025-03-09');
  told[9] = { shared: 1 };
  told[10] = { number: '12000.499999999999' };
  told[11] = { number: '3000' };
  return [row(names), [], told, row(second), row(third)];
}

/** `row:column:fault` of what was refused. */
function faults(result: Imported): readonly string[] {
  if (result.kind === 'there-already' || result.kind === 'not-made') return [];
  return result.rows.map(({ row, column, fault }) => `${row}:${column}:${fault}`);
}

function codes(result: Imported): readonly string[] {
  return result.kind === 'refused' ? result.diagnostics.map(({ code }) => code) : [result.kind];
}

describe('import of claims', () => {
  it('takes a good file, and what it makes is verified', async () => {
    const result = await imported('good', csv(good));
    expect(codes(result)).toEqual(['made']);
    const { diagnostics, manifest } = await verifyPopulation(join(place, 'good'), limits);
    expect(diagnostics).toEqual([]);
    expect([manifest?.persons, manifest?.claims]).toEqual([2, 3]);
    const claims = await readFile(join(place, 'good', 'claims-0000.parquet'));
    for (const name of ['A1', 'S1']) expect(claims.includes(name)).toBe(false);
  });

  it('reads GB18030 alike', async () => {
    const utf8 = await imported('utf8', csv(good));
    // 男 and 女 and the names of the columns, as a national system writes them.
    const gb = await imported('gb', gb18030(csv(good)));
    if (utf8.kind !== 'made' || gb.kind !== 'made') throw new Error('not made');
    expect(gb.manifest.root).toBe(utf8.manifest.root);
  });

  it('reads Parquet alike', async () => {
    const told = await imported('told', csv(good));
    const parquet = join(place, 'told.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `COPY (SELECT * FROM read_csv('${join(place, 'told.csv')}', all_varchar = true)) TO '${parquet}'`,
    );
    connection.closeSync();
    const result = await importFile(parquet, 'from-parquet');
    if (told.kind !== 'made' || result.kind !== 'made') throw new Error(JSON.stringify(result));
    expect(result.manifest.root).toBe(told.manifest.root);
  });

  it('reads the parts of a table that a cluster wrote', async () => {
    const told = await imported('whole', csv(good));
    const parts = join(place, 'parts');
    await mkdir(parts);
    for (const name of ['_SUCCESS', '.part-0.parquet.crc']) await writeFile(join(parts, name), '');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const [at, part] of ['0, 1', '1, 2'].entries()) {
      const [from, count] = part.split(', ');
      await connection.run(
        `COPY (SELECT * FROM read_csv('${join(place, 'whole.csv')}', all_varchar = true) OFFSET ${from} LIMIT ${count})
          TO '${join(parts, `part-0000${at}.snappy.parquet`)}'`,
      );
    }
    connection.closeSync();
    const result = await importFile(parts, 'from-parts');
    if (told.kind !== 'made' || result.kind !== 'made') throw new Error(JSON.stringify(result));
    expect(result.manifest.root).toBe(told.manifest.root);
    const empty = join(place, 'no-parts');
    await mkdir(empty);
    expect(codes(await importFile(empty, 'from-no-parts'))).toEqual(['import-unusable']);
  });

  it('reads a workbook alike: shared texts, days as numbers, empty cells and rows', async () => {
    const told = await imported('plain', csv(['', ...good]));
    const file = join(place, 'book.xlsx');
    await writeFile(file, makeZip(workbook(sheet(), ['男', '住院'])));
    const result = await importFile(file, 'book');
    if (told.kind !== 'made' || result.kind !== 'made') throw new Error(JSON.stringify(result));
    expect(result.manifest.root).toBe(told.manifest.root);
  });

  it('refuses identifiers that a workbook cut short, with the number of their row', async () => {
    const rows = sheet();
    const file = join(place, 'cut.xlsx');
    const cut = rows.map((row, at) =>
      at === 3 ? [{ number: '370102196005061234' }, ...row.slice(1)] : row,
    );
    await writeFile(file, makeZip(workbook(cut, ['男', '住院'])));
    expect(faults(await importFile(file, 'cut'))).toEqual(['4:pid:digits-lost']);
  });

  it('refuses what unpacks to too much, lies about its size, has too many parts, is no workbook', async () => {
    const parts = workbook(sheet(), ['男', '住院']);
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`xl/${at}.xml`, 'a']));
    const hostile: Readonly<Record<string, Uint8Array>> = {
      bomb: makeZip({ ...parts, 'xl/media.bin': new Uint8Array(64 * 2 ** 20) }),
      liar: makeZip(parts, 10),
      many: makeZip({ ...parts, ...many }),
      other: makeZip({ 'word/document.xml': '<w/>' }),
      broken: makeZip({ ...parts, 'xl/worksheets/claims.xml': '<worksheet><sheetData><row>' }),
      text: Buffer.from(csv(good)),
    };
    for (const [name, bytes] of Object.entries(hostile)) {
      const file = join(place, `${name}.xlsx`);
      await writeFile(file, bytes);
      expect(codes(await importFile(file, `of-${name}`)), name).toEqual(['import-unusable']);
    }
  });

  const bad: readonly (readonly [string, string, string])[] = [
    ['negative cost', good[0]?.replace('12000.50', '-12000.50') ?? '', 'medfee_sumamt:negative'],
    ['three decimals', good[0]?.replace('12000.50', '12000.505') ?? '', 'medfee_sumamt:wrong-unit'],
    ['no number', good[0]?.replace('12000.50', '一万二') ?? '', 'medfee_sumamt:no-number'],
    ['beyond', good[0]?.replace('12000.50', '10000000.01') ?? '', 'medfee_sumamt:beyond-domain'],
    ['next year', good[0]?.replace('2025-03-09', '2026-03-09') ?? '', 'settle_date:outside-year'],
    ['no such day', good[0]?.replace('2025-03-09', '2025-02-30') ?? '', 'settle_date:no-date'],
    ['word', good[0]?.replace('普通', '普遍') ?? '', 'category:unknown-member'],
    ['parts', good[0]?.replace('3000', '13000') ?? '', 'medfee_sumamt:parts-differ'],
    ['cells', `${good[0]},1`, ':broken-row'],
    ['empty', good[0]?.replace('A1', '') ?? '', 'pid:empty'],
    ['after death', good[1]?.replace('2025-08-01', '2025-06-01') ?? '', 'begin_date:after-death'],
    ['turned', good[0]?.replace('2025-03-01', '2025-03-10') ?? '', 'begin_date:ends-before-begin'],
  ];
  it('lists every bad row with its number and reason, and writes nothing', async () => {
    const rows = bad.map(([, row], at) => row.replace(/,S\d,/, `,T${at},`));
    const result = await imported('bad', csv(rows));
    expect(faults(result)).toEqual(bad.map(([, , fault], at) => `${at + 2}:${fault}`));
    expect(codes(result)).toEqual(['import-rows']);
    const left = (await readdir(place)).filter((name) => /^\.?bad/.test(name));
    expect(left.sort()).toEqual(['bad.csv', 'bad.rejected.csv']);
    const listed = await readFile(join(place, 'bad.rejected.csv'), 'utf8');
    expect(listed.trim().split('\n')).toHaveLength(bad.length + 1);
  });

  it('tells duplicate claims, a person told otherwise, and leaves rows out only when asked to', async () => {
    const rows = [
      ...good,
      good[0]?.replace('2025-03-09', '2025-03-08') ?? '',
      good[2]?.replace('1960-05-06', '1961-05-06').replace('S3', 'S5') ?? '',
    ];
    const refused = await imported('between', csv(rows));
    expect(faults(refused)).toEqual(['5:claim_id:duplicate-claim', '6:pid:person-differs']);
    const taken = await imported('kept', csv(rows), { allowRejected: true });
    if (taken.kind !== 'made') throw new Error(JSON.stringify(taken));
    expect([taken.rejected, taken.manifest.claims]).toEqual([2, 3]);
    expect(taken.manifest.origin).toMatchObject({ kind: 'imported', rejected: 2 });
    expect((await verifyPopulation(join(place, 'kept'), limits)).diagnostics).toEqual([]);
  });

  it('doubts a unit that makes every admission absurd', async () => {
    const columns = { ...mapping.columns };
    for (const name of ['medfee_sumamt', 'class_b_amt', 'fulamt_ownpay_amt', 'preselfpay_amt']) {
      const told: unknown = Reflect.get(columns, name);
      Reflect.set(columns, name, { ...(told as object), unit: 'fen' });
    }
    const row = 'A1,男,1960-05-06,,普通,S1,2025-03-09,2025-03-01,2025-03-09,住院,8000,3000,500,300';
    const result = await imported('unit', csv([row]), { mapping: { year: 2025, columns } });
    expect(codes(result)).toEqual(['import-unusable']);
  });

  it('refuses a mapping with gaps, a file without its columns, what is no text, what is no Parquet', async () => {
    const { sex: _, ...without } = mapping.columns;
    const gap = await imported('gap', csv(good), {
      mapping: { year: 2025, columns: { ...without, salary: '工资' } },
    });
    expect(codes(gap)).toEqual(['import-mapping', 'import-mapping']);
    const column = await imported('column', csv(good, names.replace('乙类', '丙类')));
    expect(codes(column)).toEqual(['import-unusable']);
    const binary = await imported('binary', Uint8Array.of(0xff, 0xff, 0, 1, 0x80, 0x80));
    expect(codes(binary)).toEqual(['import-unusable']);
    const empty = await imported('empty', csv([]));
    expect(codes(empty)).toEqual(['import-unusable']);
    const parquet = join(place, 'broken.parquet');
    await writeFile(parquet, 'PAR1 and then nothing of it PAR1');
    const broken = await importFile(parquet, 'broken');
    expect(codes(broken)).toEqual(['import-unusable']);
  });
});

/** The text in GB18030, by asking the decoder which pair of bytes is each character of it. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const word = decoder.decode(Uint8Array.of(high, low));
      if (word.length === 1) pairs.set(word, [high, low]);
    }
  }
  const bytes = [...text].flatMap((word) =>
    word < '\u0080' ? [word.charCodeAt(0)] : (pairs.get(word) ?? []),
  );
  return Uint8Array.from(bytes);
}
