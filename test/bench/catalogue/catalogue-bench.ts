import { readCatalogueRows, readCatalogueText } from '@tiaoli/catalogue';
import { holdFacts, loadCalculator } from '@tiaoli/compiler';
import { median } from '../measure.ts';
import type { Row } from '../row.ts';
import { generateCatalogue } from './generate-catalogue.ts';
import { openItems } from './items-policy.ts';

const seed = 20_240_101;
const rows = 200_000;
const count = 5000;

/** A list as large as a province's, loaded and checked; and a claim of thousands of items split by it. */
export async function catalogueRows(): Promise<readonly Row[]> {
  const csv = new TextEncoder().encode(generateCatalogue({ seed, rows }));
  const loads: number[] = [];
  let kilobytes = 0;
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const from = performance.now();
    await load(csv);
    loads.push(performance.now() - from);
    kilobytes = Math.max(kilobytes, (process.memoryUsage().rss - before) / 1000);
  }
  return [
    {
      id: 'catalogue-load',
      what: `load and check a catalogue of ${rows} rows`,
      amount: median(loads),
      floor: { of: 'amount', bound: 'at-most', limit: 3000 },
    },
    {
      id: 'catalogue-memory',
      what: 'memory that it takes',
      amount: kilobytes,
      unit: 'kB',
      floor: { of: 'amount', bound: 'at-most', limit: 500_000 },
    },
    {
      id: 'catalogue-items',
      what: `settle ${count} items against it, each with class, limit and first self-pay`,
      amount: await settleItems(csv),
      floor: { of: 'amount', bound: 'at-most', limit: 50 },
    },
  ];
}

async function load(csv: Uint8Array): Promise<void> {
  const schema = {
    keys: [{ name: '编码', type: { kind: 'text' } }],
    columns: [
      { name: '名称', type: { kind: 'text' } },
      { name: '类别', type: { kind: 'enumeration', enumeration: 'd/费用类别' } },
      { name: '限价', type: { kind: 'unit-price' }, low: '0', absent: 'unlimited' },
      { name: '先付比例', type: { kind: 'rate' }, low: '0', high: '1', absent: 'none' },
    ],
    validity: { from: '开始日', to: '结束日' },
  } as const;
  const place = { path: 'drugs.csv', membersOf: () => ['甲', '乙', '丙'] };
  const { table, findings } = readCatalogueRows(
    await readCatalogueText(place.path, csv),
    schema,
    place,
  );
  if (table?.rowCount !== rows) throw new Error(JSON.stringify(findings.slice(0, 3)));
}

async function settleItems(csv: Uint8Array): Promise<number> {
  const { program, reference, facts } = await openItems(csv, { seed, count, items: 150_000 });
  const calculator = loadCalculator(program, { facts: 'complete', records: true });
  const held = holdFacts(facts, calculator.tables);
  const zero = calculator.zero();
  const times: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    const from = performance.now();
    const { results } = calculator.step(zero, held, reference);
    times.push(performance.now() - from);
    const [list] = calculator.tables.records.map(({ key }) => results[key]);
    if (!Array.isArray(list) || list.length !== count) throw new Error('no results of the items');
  }
  return median(times);
}
