import type { ClauseJson, SettledJson } from './settled-json.ts';

/** Every clause that a number of the result is laid down in. */
export function citedClauses({ ladders }: SettledJson): readonly ClauseJson[] {
  return ladders.flatMap(({ cost, layers, payersClauses }) => [
    ...cost.flatMap(({ clauses }) => clauses),
    ...layers.flatMap(({ lines, clauses }) => [
      ...clauses,
      ...lines.flatMap((line) => line.clauses),
    ]),
    ...payersClauses,
  ]);
}

/** True when a number rests on a value that was invented (等级 示例), as its citation says. */
export function restsOnInvention(settled: SettledJson): boolean {
  return citedClauses(settled).some(({ text }) => text.includes('（示例）'));
}
