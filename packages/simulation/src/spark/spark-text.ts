/** A text in a statement of Spark: by its bytes, so that no sign of it stands there. */
export function sparkText(text: string): string {
  return `decode(unhex('${Buffer.from(text, 'utf8').toString('hex')}'), 'UTF-8')`;
}

/** The place of the value among the words; NULL for any other. */
export function placeAmongWords(value: string, words: readonly string[]): string {
  const cases = words.map((word, at) => `WHEN ${sparkText(word)} THEN ${at}`);
  return cases.length === 0 ? 'CAST(NULL AS INT)' : `CASE ${value} ${cases.join(' ')} END`;
}

/** How many of the edges, in their order, the value reaches. */
export function edgesReached(value: string, edges: readonly number[]): string {
  const cases = edges.map((edge, at) => `WHEN ${value} < ${edge}L THEN ${at}`);
  return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE ${edges.length} END`;
}

/** Weight × value over all rows of a group, exactly and as text; an error where 38 digits do not hold it. */
export function weightedSum(value: string): string {
  return `CAST(sum(CAST(weight AS DECIMAL(10, 0)) * CAST(${value} AS DECIMAL(18, 0))) AS STRING)`;
}
