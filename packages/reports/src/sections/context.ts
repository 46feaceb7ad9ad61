import type { TextLanguage } from '@tiaoli/base';
import type { Estimate, ReformResult, SimulationResult } from '@tiaoli/simulation';
import type { Mark } from '../charts/chart.ts';
import { moneyColumn, peopleColumn, withErrors } from '../table/cells.ts';
import type { TableColumn } from '../table/table.ts';
import type { ChangeUnits, MoneyUnit } from '../text/amounts.ts';
import { intervalHalf, moneyText, plotted } from '../text/amounts.ts';
import type { Say } from '../text/words.ts';

/** In which language something is told. */
export interface ToldIn {
  readonly language: TextLanguage;
  readonly say: Say;
}

/** What every section is made from. */
export interface SectionContext extends ToldIn {
  readonly result: SimulationResult;
  readonly reform: ReformResult;
}

/** The amount with its unit as it stands in a chart: `+12.30万元`. */
export function markText(yuan: string, { language }: ToldIn): string {
  return moneyText(yuan, language, true);
}

/** What it is before, after, and the change: three columns. */
export function changeColumns(
  key: string,
  name: string,
  units: ChangeUnits,
  { say, language }: ToldIn,
): readonly [TableColumn, TableColumn, TableColumn] {
  const money = { unit: units.amount, language };
  return [
    moneyColumn(`${key}_baseline`, say({ zh: `${name}：现行`, en: `${name}: baseline` }), money),
    moneyColumn(`${key}_reform`, say({ zh: `${name}：草案`, en: `${name}: reform` }), money),
    withErrors(
      moneyColumn(`${key}_change`, say({ zh: `${name}：变化`, en: `${name}: change` }), {
        unit: units.change,
        language,
      }),
    ),
  ];
}

/** The same for a table of many columns: what is before and after is a detail. */
export function mainlyChange([before, after, change]: readonly [
  TableColumn,
  TableColumn,
  TableColumn,
]): readonly TableColumn[] {
  return [{ ...before, isDetail: true }, { ...after, isDetail: true }, change];
}

/** The same of people. */
export function peopleColumns({ say, language }: SectionContext): readonly TableColumn[] {
  return [
    peopleColumn('baseline', say({ zh: '现行', en: 'baseline' }), language),
    peopleColumn('reform', say({ zh: '草案', en: 'reform' }), language),
    withErrors(peopleColumn('change', say({ zh: '变化', en: 'change' }), language)),
  ];
}

/** Several sentences as one. */
export function joined(parts: readonly string[], { language }: ToldIn): string {
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** Whether anything at all changes for anybody. */
export function isUnchanged({ reform }: SectionContext): boolean {
  return reform.nothingChanged !== undefined;
}

/** A bar of a chart from an estimate in yuan. */
export function moneyMark(
  name: string,
  { value, error }: Estimate,
  unit: MoneyUnit,
  context: ToldIn,
): Mark {
  return {
    name,
    value: plotted(value, unit),
    text: markText(value, context),
    ...(error !== undefined && { half: intervalHalf(error) / Number(unit.yuan) }),
  };
}
