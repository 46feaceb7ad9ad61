import type { Solution, Sweep, SweepPoint } from '@tiaoli/simulation';
import type { CurveChart } from '../charts/chart.ts';
import type { Figure, Section } from '../report.ts';
import {
  moneyCell,
  moneyColumn,
  shareCell,
  shareColumn,
  textCell,
  textColumn,
  withErrors,
} from '../table/cells.ts';
import type { Cell, Table } from '../table/table.ts';
import type { MoneyUnit } from '../text/amounts.ts';
import {
  columnUnit,
  decimalOf,
  moneyText,
  plotted,
  printNumber,
  printPercent,
  yuanText,
} from '../text/amounts.ts';
import type { SectionContext } from './context.ts';
import { joined, markText } from './context.ts';
import { ratioName } from './ratio-names.ts';

type Curve = Pick<Sweep, 'parameter' | 'cell' | 'unit' | 'points'>;

/** What other values of a number come to, and which value reaches a target; nothing where it was not asked. */
export function sweepSections(context: SectionContext): readonly Section[] {
  const { sweeps = [], solutions = [] } = context.reform;
  return [
    ...sweeps.map((sweep, at) => ({
      id: numbered('sweep', at, sweeps.length),
      title: sweepTitle(sweep, context),
      lines: [],
      figures: [curveFigure(sweep, numbered('sweep', at, sweeps.length), context)],
    })),
    ...solutions.map((solution, at) => ({
      id: numbered('solution', at, solutions.length),
      title: solutionTitle(solution, context),
      lines: [],
      figures: [
        curveFigure(
          { ...solution, points: solution.tried },
          numbered('solution', at, solutions.length),
          context,
        ),
      ],
    })),
  ];
}

function numbered(id: string, at: number, count: number): string {
  return count === 1 ? id : `${id}-${at + 1}`;
}

function nameOf({ parameter, cell }: Pick<Sweep, 'parameter' | 'cell'>): string {
  return cell === undefined ? parameter : `${parameter}[${cell}]`;
}

function valueText({ unit }: Curve, value: string, { language }: SectionContext): string {
  switch (unit) {
    case 'money':
      return yuanText(value, language);
    case 'rate':
      return printPercent(Number(value));
    default:
      return printNumber(decimalOf(value), { digits: 0 });
  }
}

function sweepTitle(sweep: Sweep, context: SectionContext): string {
  const { say } = context;
  const [first, last] = [sweep.points[0], sweep.points.at(-1)];
  if (!first || !last) return nameOf(sweep);
  const [low, high] = [first, last].map(({ value }) => valueText(sweep, value, context));
  const [from, to] = [first, last].map(({ fund }) => markText(fund.value, context));
  return say({
    zh: `「${nameOf(sweep)}」从 ${low} 到 ${high}，基金支付的变化从 ${from} 到 ${to}`,
    en: `As ${nameOf(sweep)} goes from ${low} to ${high}, the change of the funds goes from ${from} to ${to}`,
  });
}

function targetText({ target }: Solution, { say, language }: SectionContext): string {
  const { kind, value } = target;
  switch (kind) {
    case 'fund': {
      const size = moneyText(value, language);
      return say({ zh: `基金支付 ${size}`, en: `the funds pay ${size}` });
    }
    case 'change': {
      const size = moneyText(value, language, true);
      return say({ zh: `基金支付变化 ${size}`, en: `the funds pay ${size} more` });
    }
    default: {
      const name = say(ratioName(kind)).split(/[：:]/u)[0] ?? kind;
      return `${name} ${printPercent(Number(value))}`;
    }
  }
}

function solutionTitle(solution: Solution, context: SectionContext): string {
  const { say } = context;
  const name = nameOf(solution);
  const target = targetText(solution, context);
  const curve = { ...solution, points: solution.tried };
  const nearest = solution.nearest && valueText(curve, solution.nearest.value, context);
  const told = {
    found: {
      zh: `要达到 ${target}，「${name}」取 ${nearest}`,
      en: `For ${target}, ${name} is ${nearest}`,
    },
    'out-of-reach': {
      zh: `「${name}」取任何值都达不到 ${target}`,
      en: `No value of ${name} comes to ${target}`,
    },
    'not-monotone': {
      zh: `${target}：随「${name}」有升有降，可能有几个值，没有唯一的答案`,
      en: `${target}: it rises and falls with ${name}, so there may be several values`,
    },
    'too-many-runs': {
      zh: `${target}：在允许的次数内没有找到「${name}」的值`,
      en: `${target}: no value of ${name} was found within the runs allowed`,
    },
  };
  return say(told[solution.outcome]);
}

function curveFigure(curve: Curve, id: string, context: SectionContext): Figure {
  const { language } = context;
  const unit = columnUnit(
    curve.points.flatMap(({ fund, person }) => [fund.value, person.value]),
    language,
  );
  const table = curveTable(curve, { id, unit }, context);
  return curve.points.length < 2 ? { table } : { chart: curveChart(curve, unit, context), table };
}

function curveTable(
  curve: Curve,
  { id, unit }: { readonly id: string; readonly unit: MoneyUnit },
  context: SectionContext,
): Table {
  const { say, language } = context;
  const money = { unit, language };
  const kinds = curve.points[0]?.ratios.map(({ kind }) => kind) ?? [];
  return {
    id,
    caption: say({ zh: `「${nameOf(curve)}」取不同的值`, en: `Other values of ${nameOf(curve)}` }),
    columns: [
      // Its exact value in files, with what it is beside it.
      { key: 'value', head: nameOf(curve), kind: 'decimal' },
      textColumn('which', say({ zh: '说明', en: 'which' })),
      withErrors(moneyColumn('fund', say({ zh: '基金支付变化', en: 'funds' }), money)),
      withErrors(moneyColumn('person', say({ zh: '个人负担变化', en: 'people' }), money)),
      ...kinds.map((kind) =>
        shareColumn(kind.replaceAll('-', '_'), say(ratioName(kind)).split(/[：:]/u)[0] ?? kind),
      ),
    ],
    rows: curve.points.map((point): readonly Cell[] => [
      { text: valueText(curve, point.value, context), value: point.value },
      textCell(whichText(point, context)),
      moneyCell(point.fund, unit, true),
      moneyCell(point.person, unit, true),
      ...point.ratios.map(({ value }) => shareCell(value)),
    ]),
    notes: [],
    bars: 'fund',
  };
}

function whichText({ isProposed, isBaseline }: SweepPoint, { say }: SectionContext): string {
  const names = [
    ...(isBaseline ? [say({ zh: '现行', en: 'baseline' })] : []),
    ...(isProposed ? [say({ zh: '草案', en: 'reform' })] : []),
  ];
  return names.join(say({ zh: '、', en: ', ' }));
}

function curveChart(curve: Curve, unit: MoneyUnit, context: SectionContext): CurveChart {
  const { say, language } = context;
  const { points } = curve;
  const proposed = points.find(({ isProposed }) => isProposed);
  return {
    kind: 'curve',
    title: say({
      zh: `基金支付的变化，随「${nameOf(curve)}」`,
      en: `Change of what the funds pay, by ${nameOf(curve)}`,
    }),
    description: joined(
      points.map(
        ({ value, fund }) => `${valueText(curve, value, context)} ${markText(fund.value, context)}`,
      ),
      context,
    ),
    unit: unit.name[language],
    across: nameOf(curve),
    points: points.map(({ value, fund }) => ({
      name: valueText(curve, value, context),
      at: Number(value),
      value: plotted(fund.value, unit),
      text: markText(fund.value, context),
    })),
    ...(proposed && { marked: Number(proposed.value) }),
  };
}
