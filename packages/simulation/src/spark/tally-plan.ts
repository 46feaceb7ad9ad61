import { CHANGE_CLASSES } from '../result/simulation-result.ts';
import { catastrophicShares, groupFigures, wholeFigures } from '../run/ledger.ts';
import type { PlannedScenario } from '../run/run-plan.ts';

/** A figure of a ledger, and what of a person counts for it beside the weight. */
export interface TalliedFigure {
  readonly figure: number;
  readonly value: string;
  /** Counted by head, not by weight. */
  readonly byHead?: true;
}

/** What the view of the people holds of each version: names of its columns. */
export const personColumn = {
  fund: (s: number) => `fund_${s}`,
  burden: (s: number) => `burden_${s}`,
  cash: (s: number) => `cash_${s}`,
  admissions: (s: number) => `admissions_${s}`,
  layer: (s: number, at: number) => `layer_${s}_${at}`,
  output: (s: number, at: number) => `output_${s}_${at}`,
  isCatastrophic: (s: number, at: number) => `catastrophic_${s}_${at}`,
  gain: (r: number) => `gain_${r}`,
  changeClass: (r: number) => `class_${r}`,
} as const;

type Shapes = readonly Pick<PlannedScenario, 'layers' | 'outputs'>[];

/** Of each group of people: see `GroupFigures`. */
export function groupTally(scenarios: Shapes, sameWithin: number): readonly TalliedFigure[] {
  const figures = groupFigures(scenarios.length);
  const reforms = scenarios.map((_, at) => at).slice(1);
  const when = (condition: string, value = '1L') =>
    `CASE WHEN ${condition} THEN ${value} ELSE 0L END`;
  return [
    { figure: figures.persons, value: '1L', byHead: true },
    { figure: figures.people, value: '1L' },
    ...scenarios.flatMap((_, s) => [
      { figure: figures.fund(s), value: personColumn.fund(s) },
      { figure: figures.burden(s), value: personColumn.burden(s) },
    ]),
    ...reforms.flatMap((r): readonly TalliedFigure[] => {
      const gain = personColumn.gain(r);
      const [better, worse] = [`${gain} > ${sameWithin}L`, `${gain} < -${sameWithin}L`];
      const classes = Array.from({ length: CHANGE_CLASSES.length + 1 }, (_, at) => at);
      return [
        { figure: figures.better(r), value: when(better) },
        { figure: figures.worse(r), value: when(worse) },
        { figure: figures.gained(r), value: when(better, gain) },
        { figure: figures.lost(r), value: when(worse, gain) },
        ...classes.map((at) => ({
          figure: figures.changeClass(r, at),
          value: when(`${personColumn.changeClass(r)} = ${at}`),
        })),
      ];
    }),
  ];
}

/** Of everybody alone: see `WholeFigures`. */
export function wholeTally(scenarios: Shapes): readonly TalliedFigure[] {
  const figures = wholeFigures(scenarios.map(({ layers }) => layers.length));
  return [
    { figure: figures.costs, value: 'costs' },
    { figure: figures.inScope, value: 'in_scope' },
    { figure: figures.admissionsInScope, value: 'admissions_in_scope' },
    ...scenarios.flatMap(({ layers }, s) => [
      { figure: figures.cash(s), value: personColumn.cash(s) },
      { figure: figures.firstLayerOfAdmissions(s), value: personColumn.admissions(s) },
      ...layers.map((_, at) => ({
        figure: figures.layer(s, at),
        value: personColumn.layer(s, at),
      })),
      ...catastrophicShares.map((_, at) => ({
        figure: figures.catastrophic(s, at),
        value: personColumn.isCatastrophic(s, at),
      })),
    ]),
  ];
}
