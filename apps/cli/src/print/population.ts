import type { LocalText } from '@tiaoli/base';
import { displayWidth, padToWidth } from '@tiaoli/base';
import type {
  Calibration,
  CalibrationRow,
  Manifest,
  MarginTable,
  Origin,
  TargetUnit,
} from '@tiaoli/simulation';
import { hardTargets, TOLERANCE } from '@tiaoli/simulation';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printTable } from './table.ts';

/** What was made, in a few lines. */
export function printMade(terminal: Terminal, manifest: Manifest, folder: string): void {
  printIdentity(terminal, manifest);
  const { origin } = manifest;
  if (origin.kind === 'synthetic') {
    const worst = worstError(origin.calibration.rows);
    line(terminal, {
      zh: `${origin.calibration.rows.length} 个硬目标，最大误差 ${percent(worst, 3)}（限 ${percent(TOLERANCE, 1)}）；有效样本 ${percent(origin.calibration.effectiveShare, 1)}`,
      en: `${origin.calibration.rows.length} hard targets, largest error ${percent(worst, 3)} (at most ${percent(TOLERANCE, 1)}); effective sample ${percent(origin.calibration.effectiveShare, 1)}`,
    });
  }
  line(terminal, { zh: `写到 ${folder}`, en: `Written to ${folder}` });
}

/** Targets that the weights could not meet. */
export function printMissed(
  terminal: Terminal,
  missed: readonly CalibrationRow[],
  effectiveShare: number,
): void {
  line(terminal, {
    zh: `没有生成：硬目标没有达到（误差限 ${percent(TOLERANCE, 1)}，有效样本 ${percent(effectiveShare, 1)}）。换一个种子或更大的人群。`,
    en: `Nothing was generated: hard targets were missed (at most ${percent(TOLERANCE, 1)}; effective sample ${percent(effectiveShare, 1)}). Try another seed or more people.`,
  });
  printCalibrationRows(terminal, missed);
}

/** Everything about a population: identity, calibration, back-test, margins with bars. */
export function printPopulation(
  terminal: Terminal,
  manifest: Manifest,
  margins: readonly MarginTable[],
): void {
  printIdentity(terminal, manifest);
  if (manifest.origin.kind === 'synthetic') printCalibration(terminal, manifest.origin);
  for (const margin of margins) printMargin(terminal, margin);
}

function line(terminal: Terminal, text: LocalText): void {
  terminal.print(`${say(terminal, text)}\n`);
}

function printIdentity(terminal: Terminal, manifest: Manifest): void {
  const { origin, persons, claims, year, root, buckets } = manifest;
  line(terminal, originText(origin));
  line(terminal, {
    zh: `${year} 年，${persons} 人，${claims} 笔结算，${buckets} 个分桶`,
    en: `${year}: ${persons} people, ${claims} claims, ${buckets} buckets`,
  });
  line(terminal, { zh: `人群 ${root}`, en: `Population ${root}` });
}

function originText(origin: Origin): LocalText {
  if (origin.kind === 'imported') {
    return {
      zh: `导入的人群，号码已换成化名；舍去 ${origin.rejected} 行`,
      en: `Imported, under pseudonyms; ${origin.rejected} rows were left out`,
    };
  }
  const { preset, province, seed, generator, rules } = origin;
  return {
    zh: `合成人群，不是真实数据：${province}，${preset}，种子 ${seed}，生成器第 ${generator} 版；分市、分类的结构是示例\n报销、大病、救助按参照规则 ${rules.document}（含示例取值）测得`,
    en: `Synthetic, no real data: ${province}, ${preset}, seed ${seed}, generator ${generator}; cities and categories are illustrative\nFund ratios, critical illness and assistance measured under ${rules.document} (with illustrative values)`,
  };
}

function printCalibration(
  terminal: Terminal,
  { calibration }: { readonly calibration: Calibration },
): void {
  line(terminal, { zh: '\n校准', en: '\nCalibration' });
  printCalibrationRows(terminal, calibration.rows);
  line(terminal, {
    zh: `有效样本 ${percent(calibration.effectiveShare, 1)}`,
    en: `Effective sample ${percent(calibration.effectiveShare, 1)}`,
  });
  line(terminal, {
    zh: '\n回测（不参加校准；差额来自参照规则的示例取值）',
    en: '\nBack-test (not fitted; the rest is what the illustrative values of the reference rules make)',
  });
  const rows = calibration.backTest.map(({ id, published, achieved, error }) => [
    say(terminal, backTestNames[id]),
    published.toFixed(2),
    achieved.toFixed(2),
    percent(error, 1),
  ]);
  const head = [
    { zh: '元/人', en: 'yuan per head' },
    { zh: '公布', en: 'published' },
    { zh: '人群', en: 'population' },
    { zh: '相差', en: 'difference' },
  ].map((text) => say(terminal, text));
  terminal.print(printTable([head, ...rows], ['left', 'right', 'right', 'right'], '  '));
}

const backTestNames = {
  'employee-pool': { zh: '职工统筹基金支出', en: 'pool expenditure, employees' },
  'resident-pool': { zh: '居民基金支出（含大病）', en: 'fund expenditure, residents' },
} as const;

function printCalibrationRows(terminal: Terminal, rows: readonly CalibrationRow[]): void {
  const head = [
    { zh: '硬目标', en: 'hard target' },
    { zh: '公布', en: 'published' },
    { zh: '人群', en: 'population' },
    { zh: '误差', en: 'error' },
    { zh: '加权前', en: 'unweighted' },
    { zh: '年份', en: 'year' },
    { zh: '等级', en: 'grade' },
  ].map((text) => say(terminal, text));
  const body = rows.flatMap((row) => {
    const target = hardTargets.find(({ id }) => id === row.id);
    if (!target) return [];
    const mark = target.measured ? '*' : '';
    return [
      [
        `${say(terminal, target.name)}${mark}`,
        figure(row.target, target.unit),
        figure(row.achieved, target.unit),
        percent(row.error, 3),
        percent(row.plainError, 1),
        String(target.year),
        target.grade,
      ],
    ];
  });
  const alignments = ['left', 'right', 'right', 'right', 'right', 'left', 'left'] as const;
  terminal.print(printTable([head, ...body], alignments, '  '));
  line(terminal, {
    zh: '  * 按参照规则测得；取值中的示例见该文件',
    en: '  * measured under the reference rules, whose illustrative values are marked there',
  });
}

function worstError(rows: readonly CalibrationRow[]): number {
  return rows.reduce((worst, { error }) => Math.max(worst, Math.abs(error)), 0);
}

function figure(value: number, unit: TargetUnit): string {
  switch (unit) {
    case 'share':
      return percent(value, 2);
    case 'times':
      return value.toFixed(4);
    default:
      return value.toFixed(2);
  }
}

function percent(share: number, digits: number): string {
  return `${(share * 100).toFixed(digits).replace(/^-(?=[0.]*$)/, '')}%`;
}

const BAR = 30;

/** A table with a bar for each row, the largest one full. */
function printMargin(terminal: Terminal, { title, illustrative, unit, rows }: MarginTable): void {
  const mark = illustrative ? { zh: '（示例）', en: ' (illustrative)' } : { zh: '', en: '' };
  line(terminal, { zh: `\n${title.zh}${mark.zh}`, en: `\n${title.en}${mark.en}` });
  const largest = rows.reduce((most, { value }) => Math.max(most, value), 0);
  const all = rows.reduce((sum, { value }) => sum + value, 0);
  const labels = rows.map(({ label }) => labelText(terminal, label));
  const width = labels.reduce((most, label) => Math.max(most, displayWidth(label)), 0);
  rows.forEach(({ value }, at) => {
    const label = padToWidth(labels[at] ?? '', width);
    const amount = value.toFixed(0).padStart(10);
    const share = unit === 'yuan' ? '' : percent(all > 0 ? value / all : 0, 1).padStart(7);
    const bar = '█'.repeat(largest > 0 ? Math.round((value / largest) * BAR) : 0);
    terminal.print(`  ${label} ${amount}${share}  ${bar}\n`.replace(/ +\n$/, '\n'));
  });
}

const words: Readonly<Record<string, string>> = {
  active: '在职职工',
  retired: '退休人员',
  resident: '居民',
  employee: '职工',
  male: '男',
  female: '女',
  ordinary: '普通',
  destitute: '特困人员',
  subsistence: '低保对象',
  returned_to_poverty: '返贫致贫人口',
  low_income_edge: '低保边缘家庭成员',
  monitored: '监测对象',
  poor_by_illness: '因病致贫重病患者',
  none: '无',
  two_diseases: '两病',
  chronic: '慢特病',
  severe: '重病',
  inpatient: '住院',
  outpatient: '门诊',
  pharmacy: '药店',
  primary: '一级',
  secondary: '二级',
  tertiary: '三级',
  in_city: '市内',
  in_province: '省内',
  cross_province: '跨省',
};

/** Labels are the members of columns, one or two, or what stands in the population itself. */
function labelText({ language }: Terminal, label: string): string {
  if (language === 'en') return label.replaceAll('_', ' ');
  return label
    .split(' ')
    .map((word) => words[word] ?? word)
    .join(' ');
}
