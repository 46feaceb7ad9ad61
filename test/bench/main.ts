// Measures how fast policies are checked, claims are settled, and the workbench answers in a browser.
//
//   npm run bench                 everything; fails when a floor is missed
//   npm run bench -- settle       settling only (or: bulk, catalogue, check, library, compare, simulate, start, browser, serve)
//   npm run bench -- --update     and write baseline.json
//   npm run bench -- --long simulate   also one and ten million people, which takes half an hour
//   npm run bench -- --long bulk       also one and twenty million claims from Parquet
import { readBaseline, writeBaseline } from './baseline.ts';
import { browserRows } from './browser/browser-bench.ts';
import { bulkRows } from './bulk/bulk-bench.ts';
import { catalogueRows } from './catalogue/catalogue-bench.ts';
import { checkRows } from './checking/check-bench.ts';
import { libraryRows } from './checking/library-bench.ts';
import { compareRows } from './comparing/compare-bench.ts';
import { printTable } from './print-table.ts';
import type { Row } from './row.ts';
import { holds } from './row.ts';
import { serveRows } from './serving/serve-bench.ts';
import { startRows } from './serving/start-bench.ts';
import { settleRows } from './settling/settle-bench.ts';
import { simulateRows } from './simulating/simulate-bench.ts';

const parts: Readonly<Record<string, (isLong: boolean) => Promise<readonly Row[]>>> = {
  settle: settleRows,
  bulk: bulkRows,
  catalogue: catalogueRows,
  check: checkRows,
  library: libraryRows,
  compare: compareRows,
  simulate: simulateRows,
  start: startRows,
  browser: browserRows,
  serve: serveRows,
};

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const names = args.filter((each) => each !== '--update' && each !== '--long');
  const isLong = args.includes('--long');
  const unknown = names.find((name) => !(name in parts));
  if (unknown !== undefined || (args.includes('--update') && names.length > 0)) {
    process.stderr.write(
      'usage: npm run bench [-- settle|bulk|catalogue|check|library|compare|simulate|start|browser|serve|--long|--update]\n',
    );
    process.exitCode = 2;
    return;
  }
  const rows: Row[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`${name}…\n`);
    rows.push(...(await run(isLong)));
  }
  process.stdout.write(`\n${printTable(rows, readBaseline())}\n`);
  if (args.includes('--update')) writeBaseline(rows);
  const missed = rows.filter((row) => !holds(row));
  process.stdout.write(
    missed.length === 0 ? '\nEvery floor holds.\n' : `\n${missed.length} missed their floor.\n`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
}
