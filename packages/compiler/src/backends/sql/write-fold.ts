import type { Dialect } from './dialect.ts';
import type { SqlType } from './node.ts';
import type { StagedColumn } from './stages.ts';

/** A column of the fold: what it holds before the first claim, and what a claim makes of it. */
export interface FoldColumn {
  readonly column: string;
  readonly type: SqlType;
  readonly first: string;
  readonly next: string;
}

export interface Fold {
  /** Columns of the claims that steps read. */
  readonly claim: readonly string[];
  readonly outputs: readonly FoldColumn[];
  readonly state: readonly FoldColumn[];
  readonly admitted: string;
  readonly staged: readonly StagedColumn[];
  /** The table with the state before the first claim, where there is one. */
  readonly startsFrom?: string;
}

/**
 * The fold over each person's claims as one expression, in one pass over the claims: where a recursion would be a job of the
 * cluster for every step of the person with the most claims.
 *
 * `prepared` must be there; `fold` has a row for each claim with the outputs and the state after it.
 */
export function aggregateFold(fold: Fold, dialect: Dialect): string {
  const columns = [...fold.outputs, ...fold.state];
  const record = recordType(columns, dialect);
  const first = columns.map(({ column, first: text }) => `'${column}', ${text}`).join(', ');
  const before = `CAST(named_struct('seq', 0, 'admitted', TRUE, ${first}) AS ${record})`;
  const start = `named_struct('done', CAST(array() AS ARRAY<${record}>), 'last', ${before})`;
  const own = fold.startsFrom === undefined ? '' : ` JOIN ${fold.startsFrom} AS s USING (person)`;
  return `years AS (
SELECT person, sort_array(collect_list(struct(seq${list(fold.claim)}))) AS claims
FROM prepared GROUP BY person
),
folded AS (
SELECT person, aggregate(claims, ${start}, (f, c) -> ${stepText(fold, record)}, f -> f.done) AS done
FROM years${own}
),
fold AS (
SELECT person, e.seq AS seq, e.admitted AS admitted${columns.map(({ column }) => `, e.${column} AS ${column}`).join('')}
FROM (SELECT person, explode(done) AS e FROM folded)
)`;
}

function recordType(columns: readonly FoldColumn[], { types }: Dialect): string {
  const own = columns.map(({ column, type }) => `, ${column}: ${types[type]}`).join('');
  return `STRUCT<seq: ${types.status}, admitted: BOOLEAN${own}>`;
}

function list(names: readonly string[]): string {
  return names.map((name) => `, ${name}`).join('');
}

/** A claim `c` after what is in `f`; what several places read is named stage by stage. */
function stepText(fold: Fold, record: string): string {
  const { claim, outputs, state, admitted, staged } = fold;
  const stages = [...Map.groupBy(staged, ({ stage }) => stage)].sort(([a], [b]) => a - b);
  const places = new Map([
    ...claim.map((name): [string, string] => [name, `c.${name}`]),
    ...state.map(({ column }): [string, string] => [column, `f.last.${column}`]),
    ...staged.map(({ name, stage }): [string, string] => [name, `t${stage}.${name}`]),
  ]);
  const next = [...outputs, ...state].map(
    ({ column, next: text }) => `, '${column}', ${placed(text, places)}`,
  );
  const isAdmitted = `(f.last.admitted AND ${placed(admitted, places)})`;
  const after = `CAST(named_struct('seq', c.seq, 'admitted', ${isAdmitted}${next.join('')}) AS ${record})`;
  const added = named(after, 'e', `named_struct('done', array_append(f.done, e), 'last', e)`);
  return stages.reduceRight((body, [stage, own]) => {
    const texts = own.map(({ name, text }) => `'${name}', ${placed(text, places)}`).join(', ');
    return named(`named_struct(${texts})`, `t${stage}`, body);
  }, added);
}

/**
 * The body, in which a name stands for a value: a fold over a list of one that begins with something of the same type. (Of
 * the body of a `transform` Spark works the type out twice at each level, so that a policy of thirty stages was never planned.)
 */
function named(value: string, name: string, body: string): string {
  return `aggregate(array(${value}), f, (z, ${name}) -> ${body})`;
}

/**
 * The text with its columns where they stand in a step.
 *
 * INVARIANT: what is emitted has no names but those of columns, of functions and of variables of list functions, and texts
 * are hexadecimal digits in quotes; no column has the name of a function or of a variable.
 */
function placed(text: string, places: ReadonlyMap<string, string>): string {
  return text.replaceAll(/'[^']*'|\b[A-Za-z_]\w*/g, (word) => places.get(word) ?? word);
}
