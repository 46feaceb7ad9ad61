import type { Dialect } from './dialect.ts';
import type { Emission } from './emission.ts';
import type { StateColumn } from './emit-state.ts';
import type { Node, SqlType } from './node.ts';
import { nodesIn } from './node.ts';
import type { StagedColumn } from './stages.ts';
import { stageNodes } from './stages.ts';
import type { Fold } from './write-fold.ts';
import { aggregateFold } from './write-fold.ts';

/** The tables that the query reads: views or tables of these names must be there. */
export const claimsTable = 'tiaoli_claims';
export const stateTable = 'tiaoli_state';

/** A column that the query gives for each claim. */
export interface OutputColumn {
  readonly column: string;
  readonly type: SqlType;
  readonly node: Node;
  /** The column of its status: NULL stands in the results where that is not 0. */
  readonly status?: string;
}

export interface Written {
  readonly outputs: readonly OutputColumn[];
  readonly state: readonly StateColumn[];
  /** Whether every number was one for which the program is exact. */
  readonly admitted: Node;
  readonly start: 'zero' | 'table';
}

/** The common table expressions, the last of which is `results`; behind `WITH RECURSIVE`. */
export function writeQuery(written: Written, emission: Emission): string {
  const { outputs, state, admitted } = written;
  const { dialect, columns } = emission;
  const roots = [admitted, ...outputs.map(({ node }) => node), ...state.map(({ next }) => next)];
  const lists = new Map(
    [...columns.children.values()].map(({ variable, count }) => [variable, { count }]),
  );
  const staged = stageNodes(roots, lists, dialect);
  const facts = staged.columns.filter(({ isState }) => !isState);
  const named: Named = { ...written, textOf: staged.textOf };
  if (state.length === 0)
    return rowsQuery(named, nest(claimsTable, facts, dialect.fence), emission);
  const read = [...roots, ...[...lists.values()].map(({ count }) => count)];
  const needed = neededOfClaims(read, staged.columns);
  const prepared = `prepared ${dialect.materialized} (
SELECT s.person AS person, CAST(s.seq AS ${dialect.types.status}) AS seq${needed.map((name) => `, s.${name}`).join('')}
FROM ${nest(claimsTable, facts, dialect.fence)} AS s
)`;
  const ofState = staged.columns.filter(({ isState }) => isState);
  const fold =
    dialect.fold === 'aggregate'
      ? aggregateFold(foldOf(named, ofState, needed, emission), dialect)
      : foldQuery(named, ofState, emission);
  return [prepared, fold, resultsOf(named)].join(',\n');
}

interface Named extends Written {
  readonly textOf: (node: Node) => string;
}

/** Without state: a row of results for each claim, whatever the others are. */
function rowsQuery(
  { outputs, admitted, textOf }: Named,
  source: string,
  emission: Emission,
): string {
  const all = outputs.map(({ node, column }) => `, ${textOf(node)} AS ${column}`).join('');
  const values = outputs.map(outputText).join('');
  const seq = `CAST(s.seq AS ${emission.dialect.types.status})`;
  return `results AS (
SELECT s.person AS person, s.seq AS seq, s.admitted AS admitted${values}
FROM (SELECT s.person AS person, ${seq} AS seq, ${textOf(admitted)} AS admitted${all}
FROM ${source} AS s${emission.dialect.fence}) AS s
)`;
}

/** Step k takes each person's k-th claim with the state after the one before. */
function foldQuery(named: Named, ofState: readonly StagedColumn[], emission: Emission): string {
  const { outputs, state, admitted, start, textOf } = named;
  const { dialect } = emission;
  const typeOf = (type: SqlType): string => dialect.types[type];
  const zeros = [
    ...outputs.map(({ type }) => zeroText(type, dialect)),
    ...(start === 'zero'
      ? state.map(({ type }) => zeroText(type, dialect))
      : state.map(({ column, type }) => castText(column, type, dialect))),
  ];
  const names = [...outputs.map(({ column }) => column), ...state.map(({ column }) => column)];
  const nexts = [
    ...outputs.map(({ node }) => textOf(node)),
    ...state.map(({ next }) => textOf(next)),
  ];
  const before = state.map(({ column }) => `, f.${column}`).join('');
  const joined = `(SELECT p.*, f.admitted AS admitted${before}
FROM fold AS f JOIN prepared AS p ON p.person = f.person AND p.seq = f.seq + 1)`;
  const from = start === 'zero' ? 'prepared WHERE seq = 1' : stateTable;
  return `fold (${['person', 'seq', 'admitted', ...names].join(', ')}) AS (
SELECT person, CAST(0 AS ${typeOf('status')}), TRUE, ${zeros.join(', ')} FROM ${from}
UNION ALL
SELECT s.person, s.seq, (s.admitted AND ${textOf(admitted)}), ${nexts.join(', ')}
FROM ${nest(joined, ofState, dialect.fence)} AS s
)`;
}

function foldOf(
  { outputs, state, admitted, start, textOf }: Named,
  staged: readonly StagedColumn[],
  claim: readonly string[],
  { dialect }: Emission,
): Fold {
  return {
    ...{ claim, staged, admitted: textOf(admitted) },
    ...(start === 'table' && { startsFrom: stateTable }),
    outputs: outputs.map(({ column, type, node }) => ({
      ...{ column, type, first: zeroText(type, dialect), next: textOf(node) },
    })),
    state: state.map(({ column, type, next }) => ({
      ...{ column, type, next: textOf(next) },
      first: start === 'zero' ? zeroText(type, dialect) : `s.${column}`,
    })),
  };
}

function resultsOf({ outputs, state }: Named): string {
  const values = outputs.map(outputText).join('');
  const after = state.map(({ column }) => `, s.${column} AS ${column}`).join('');
  return `results AS (
SELECT s.person AS person, s.seq AS seq, s.admitted AS admitted${values}${after}
FROM fold AS s WHERE s.seq > 0
)`;
}

function outputText({ column, status }: OutputColumn): string {
  const value =
    status === undefined ? `s.${column}` : `CASE WHEN s.${status} = 0 THEN s.${column} END`;
  return `, ${value} AS ${column}`;
}

/** A derived table with the columns of all stages; stage by stage from the inside. */
function nest(source: string, columns: readonly StagedColumn[], fence: string): string {
  const stages = [...Map.groupBy(columns, ({ stage }) => stage)].sort(([a], [b]) => a - b);
  return stages.reduce((inner, [, own]) => {
    const texts = own.map(({ name, text }) => `, ${text} AS ${name}`).join('');
    return `(SELECT s.*${texts}\nFROM ${inner} AS s${fence})`;
  }, source);
}

/** What the stages of the state, and the results, read of the claims and of what was made of them alone. */
function neededOfClaims(
  roots: readonly Node[],
  columns: readonly StagedColumn[],
): readonly string[] {
  const names = new Map(
    columns.filter(({ isState }) => !isState).map((each) => [each.node, each.name]),
  );
  const needed = new Set<string>();
  const seen = new Set<Node>();
  const open = [...roots];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const name = names.get(node);
    if (name !== undefined) needed.add(name);
    else if (nodesIn(node.parts).length > 0) open.push(...nodesIn(node.parts));
    else for (const column of columnsIn(node)) needed.add(column);
  }
  return [...needed].sort();
}

/** The column that a node without children is, or has in a call. */
function columnsIn({ parts, constant }: Node): readonly string[] {
  if (constant !== undefined) return [];
  const text = parts.join('');
  return /^(?:f|o|c)\d+$|^p\d+_(?:from|to|value)$/.test(text)
    ? [text]
    : (/^COALESCE\((c\d+), 0\)$/.exec(text)?.slice(1) ?? []);
}

function zeroText(type: SqlType, dialect: Dialect): string {
  switch (type) {
    case 'boolean':
      return 'FALSE';
    case 'text':
      return castText("''", type, dialect);
    case 'integers':
    case 'wides':
    case 'booleans':
    case 'texts':
      return castText(dialect.emptyList, type, dialect);
    default:
      return castText('0', type, dialect);
  }
}

function castText(text: string, type: SqlType, { types, byBytes }: Dialect): string {
  const cast = `CAST(${text} AS ${types[type]})`;
  return type === 'text' || type === 'texts' ? `${cast}${byBytes}` : cast;
}
