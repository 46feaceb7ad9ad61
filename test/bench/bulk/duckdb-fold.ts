import assert from 'node:assert/strict';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { SqlLayout, SqlRow } from '@tiaoli/compiler';
import { emitSql, holdSqlClaim } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import { cellText } from '../../sql/database.ts';
import { exactFacts, inputs } from '../settling/compiled.ts';
import type { PersonYears } from '../settling/random-years.ts';

/** The same rules as one query over the same claims, in a database in memory or from a file, on one thread. */
export interface DuckdbFold {
  readonly connection: DuckDBConnection;
  readonly layout: SqlLayout;
  /** From here on the claims are read from a Parquet file that is made of them, person by person. */
  readonly toParquet: (path: string) => Promise<void>;
  /** Claims that one run settles. */
  readonly claims: number;
  /** Sums over all claims of each result, in fen; what does not apply adds nothing. */
  readonly run: () => Promise<readonly bigint[]>;
  readonly end: () => void;
}

/** Claims of one statement. */
const AT_ONCE = 500;

/** @param copies how often the people stand in the table, so that reading the query does not count */
export async function openDuckdbFold(
  program: Program,
  results: readonly string[],
  people: readonly PersonYears[],
  copies: number,
): Promise<DuckdbFold> {
  const { emitted } = emitSql(program, {
    ...{ dialect: 'duckdb', facts: 'complete', given: Object.values(inputs) },
    ...{ state: 'needed', results },
  });
  if (!emitted) throw new Error('the policy has no query');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const { layout } = emitted;
  const rows = rowsOf(layout, people);
  for (const statement of statementsOf(layout, rows, copies)) await connection.run(statement);
  const sums = results.map((id) => {
    const found = layout.results.find(({ definition }) => definition === id);
    if (!found) throw new Error(`not emitted: ${id}`);
    return `CAST(coalesce(sum(${found.value}), 0) AS VARCHAR)`;
  });
  const query = `WITH RECURSIVE ${emitted.tables}
SELECT ${sums.join(', ')}, CAST(count(*) AS VARCHAR), CAST(bool_and(admitted) AS VARCHAR) FROM results`;
  return {
    ...{ connection, layout, claims: rows.length * copies },
    toParquet: async (path) => {
      const inOrder = `SELECT * FROM ${layout.claims} ORDER BY person, seq`;
      await connection.run(`COPY (${inOrder}) TO '${path}' (FORMAT parquet)`);
      await connection.run(`DROP TABLE ${layout.claims}`);
      await connection.run(`CREATE VIEW ${layout.claims} AS SELECT * FROM read_parquet('${path}')`);
    },
    run: async () => {
      const [found = []] = (await connection.runAndReadAll(query)).getRowsJson();
      const [admitted, count] = [found.at(-1), found.at(-2)];
      assert.equal(count, String(rows.length * copies));
      assert.equal(admitted, 'true');
      return found.slice(0, -2).map((sum) => BigInt(String(sum)));
    },
    end: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function rowsOf(layout: SqlLayout, people: readonly PersonYears[]): readonly SqlRow[] {
  return people.flatMap((claims, person) =>
    claims.map((claim, at) => ({
      person: BigInt(person),
      seq: BigInt(at + 1),
      ...holdSqlClaim(layout, exactFacts(claim)),
    })),
  );
}

function statementsOf(
  layout: SqlLayout,
  rows: readonly SqlRow[],
  copies: number,
): readonly string[] {
  const types = new Map([
    ['person', 'BIGINT'],
    ['seq', 'BIGINT'],
    ...layout.fields.flatMap(({ name, none, column, isList }): [string, string][] => [
      [name, isList ? `${column}[]` : column],
      ...(none === undefined ? [] : [[none, isList ? 'BOOLEAN[]' : 'BOOLEAN'] as [string, string]]),
    ]),
  ]);
  const columns = Object.keys(rows[0] ?? {});
  const typeOf = (column: string): string => types.get(column) ?? 'INTEGER';
  const { claims } = layout;
  const declared = columns.map((column) => `${column} ${typeOf(column)}`).join(', ');
  const inserts = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) => {
    const own = rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
    const values = own.map((row) => {
      const cells = columns.map((name) => cellText(row[name] ?? null, typeOf(name), 'duckdb'));
      return `(${cells.join(', ')})`;
    });
    return `INSERT INTO ${claims} VALUES ${values.join(', ')}`;
  });
  const further = `INSERT INTO ${claims}
SELECT person + copy * 1000000 AS person, * EXCLUDE (person, copy)
FROM ${claims}, range(1, ${copies}) AS more(copy)`;
  return [`CREATE TABLE ${claims} (${declared})`, ...inserts, further];
}
