import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayNumber } from '@tiaoli/base';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChild } from '../columnar/children.ts';
import { openConfined } from '../columnar/open-confined.ts';
import { sha256File } from '../columnar/sha256-file.ts';
import { writeParquet } from '../columnar/write-parquet.ts';
import type { ColumnValues, Rows, TableName } from '../table/columns.ts';
import { tables } from '../table/columns.ts';
import type { ManifestFile } from '../table/manifest.ts';
import { fileName, MANIFEST_NAME, printManifest, sealManifest } from '../table/manifest.ts';
import { verifyPopulation } from './verify-population.ts';

let place: string;
const limits = { seconds: 120 };

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-verify-'));
});

afterAll(() => rm(place, { recursive: true, force: true }));

const day = dayNumber({ year: 2025, month: 3, day: 9 });

type Cells = Readonly<Record<string, readonly number[]>>;

/** Two people with a claim each; everything else is nought, or the first member. */
const persons: Cells = {
  pid: [1, 2],
  hid: [1, 2],
  member: [1, 1],
  birth_date: [
    dayNumber({ year: 1980, month: 5, day: 1 }),
    dayNumber({ year: 2025, month: 1, day: 1 }),
  ],
  age: [44, 0],
  weight: [10_000, 10_000],
};
const claims: Cells = {
  claim_id: [11, 12],
  pid: [1, 2],
  person_row: [0, 1],
  seq: [1, 1],
  settle_date: [day, day],
  begin_date: [day - 3, day],
  end_date: [day, day],
  days: [3, 1],
  medfee_sumamt: [1000, 500],
  class_a_amt: [700, 500],
  fulamt_ownpay_amt: [300, 0],
  inscp_scp_amt: [700, 500],
};

function rowsOf(table: TableName, cells: Cells): Rows {
  const columns: Record<string, ColumnValues> = {};
  for (const { name, type, optional } of tables[table]) {
    if (optional && !cells[name]) continue;
    const values = cells[name] ?? [0, 0];
    const isCode = type.kind === 'member' || type.kind === 'text';
    columns[name] = isCode ? Uint8Array.from(values) : Float64Array.from(values);
  }
  return { count: 2, columns, words: { city: ['某市'] } };
}

/** The findings about a population with these cells, sealed as if it were fine. */
async function findings(name: string, more: { persons?: Cells; claims?: Cells }) {
  const folder = await mkdtemp(join(place, `${name}-`));
  const connection = await openConfined({ folders: [folder], memoryMiB: 256 });
  const files: ManifestFile[] = [];
  for (const table of ['persons', 'claims'] as const) {
    const cells =
      table === 'persons' ? { ...persons, ...more.persons } : { ...claims, ...more.claims };
    const path = fileName(table, 0);
    await writeParquet(connection, table, rowsOf(table, cells), join(folder, path));
    const sha256 = await sha256File(join(folder, path));
    files.push({ path, table, bucket: 0, rows: 2, sha256 });
  }
  connection.closeSync();
  const manifest = sealManifest({
    ...{ format: 'tiaoli-population', schemaVersion: 1, year: 2025, buckets: 1 },
    origin: { kind: 'imported', mapping: '', rejected: 0 },
    ...{ persons: 2, claims: 2, files },
  });
  await writeFile(join(folder, MANIFEST_NAME), printManifest(manifest));
  const { diagnostics } = await verifyPopulation(folder, limits);
  return diagnostics.map(({ code, message }) => `${code} ${message.zh}`);
}

const broken: readonly (readonly [string, Parameters<typeof findings>[1], string])[] = [
  ['pid twice', { persons: { pid: [1, 1] }, claims: { pid: [1, 1], seq: [1, 2] } }, 'pid 不重复'],
  ['age', { persons: { age: [45, 0] } }, '年龄是当年1月1日的周岁'],
  ['claim twice', { claims: { claim_id: [11, 11] } }, 'claim_id 不重复'],
  ['nobody', { claims: { pid: [1, 3] } }, '每笔结算都有参保人'],
  ['year', { claims: { settle_date: [day, day + 365] } }, '结算日期在当年'],
  ['turned', { claims: { begin_date: [day + 1, day] } }, '开始不晚于结束'],
  ['death', { persons: { death_date: [day - 9, day + 9] } }, '死亡之后没有就医'],
  ['parts', { claims: { class_a_amt: [701, 500] } }, '总额 = 甲类 + 乙类 + 全自费'],
  ['scope', { claims: { inscp_scp_amt: [699, 500] } }, '总额 = 全自费 + 超限价'],
  ['order', { claims: { seq: [2, 1] } }, '按参保人、结算日期'],
  ['place', { claims: { person_row: [0, 0] } }, '行都按参保人排列'],
  ['weight', { persons: { weight: [0, 10_000] } }, '列 weight 的取值'],
];

it('finds nothing in a good population', async () => {
  expect(await findings('good', {})).toEqual([]);
});

it.each(broken)('tells a broken rule: %s', async (name, more, rule) => {
  const told = await findings(name.replace(' ', '-'), more);
  expect(
    told.some((each) => each.startsWith('population-breaks-rule') && each.includes(rule)),
    told.join('\n'),
  ).toBe(true);
});

it('reads nothing but its folder, and keeps its settings', async () => {
  const inside = await mkdtemp(join(place, 'inside-'));
  const outside = join(place, 'outside.csv');
  await writeFile(outside, 'a\n1\n');
  await writeFile(join(inside, 'own.csv'), 'a\n1\n');
  const connection = await openConfined({ folders: [inside], memoryMiB: 64 });
  await connection.run(`SELECT * FROM read_csv('${join(inside, 'own.csv')}')`);
  const forbidden = [
    `SELECT * FROM read_csv('${outside}')`,
    `SELECT * FROM read_csv('${join(inside, '../outside.csv')}')`,
    `COPY (SELECT 1) TO '${join(place, 'made.csv')}'`,
    "SELECT * FROM read_csv('https://example.org/a.csv')",
    'SET enable_external_access = true',
    "SET allowed_directories = ['/']",
    'INSTALL httpfs',
  ];
  for (const query of forbidden) await expect(connection.run(query), query).rejects.toThrow();
  connection.closeSync();
});

it('says that a child is gone, or takes too long', async () => {
  const job = { kind: 'query', folder: place, files: [], queries: [] } as const;
  const child = openChild();
  const asked = child.ask(job, limits);
  child.close();
  expect(await asked).toEqual({ kind: 'ended', how: 'SIGKILL' });
  const slow = openChild();
  expect(await slow.ask(job, { seconds: 0 })).toEqual({ kind: 'too-long', seconds: 0 });
  slow.close();
});
