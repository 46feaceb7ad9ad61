import { assertNever, parseRational, printDate } from '@tiaoli/base';
import type {
  Cell,
  Declaration,
  Dimension,
  FillDeclaration,
  KeyMatch,
  Module,
  ModuleIndex,
  ParameterDeclaration,
  ParameterVersion,
  Provenance,
} from '@tiaoli/ir';
import { printExpr, printNumber, referencesOf } from '@tiaoli/ir';
import type { Grade, InventedParameters } from '../../passes/grade-of.ts';
import { gradeAround } from '../../passes/grade-of.ts';
import { derivedMark, escapeHtml, illustrativeMark } from './markup.ts';

/** A declaration that holds values. */
export type ValueHolder = ParameterDeclaration | FillDeclaration;

export function isValueHolder(declaration: Declaration): declaration is ValueHolder {
  return declaration.kind === 'parameter' || declaration.kind === 'fill';
}

/** What a table is made with. */
export interface ValueContext {
  readonly module: Module;
  readonly index: ModuleIndex;
  readonly invented: InventedParameters;
}

/** The values of a stretch of rules, with where each was read and how far it can be trusted; empty without values. */
export function valueTable(holders: readonly ValueHolder[], context: ValueContext): string {
  if (holders.length === 0) return '';
  const heads = ['参数', '有效', '取值', '等级', '出处'];
  return [
    '<table><caption>取值</caption><thead><tr>',
    ...heads.map((head) => `<th scope="col">${head}</th>`),
    '</tr></thead><tbody>',
    ...holders.flatMap((holder) => valueRows(holder, context)).map(rowMarkup),
    '</tbody></table>',
  ].join('');
}

function rowMarkup({ name, period, value, isDerived, grade, noted }: ValueRow): string {
  return [
    `\n<tr><th scope="row">${escapeHtml(name)}</th>`,
    `<td>${escapeHtml(period)}</td>`,
    `<td class="value">${escapeHtml(value)}${isDerived ? ` ${derivedMark}` : ''}</td>`,
    `<td>${gradeText(grade, noted)}</td>`,
    `<td>${escapeHtml(noted?.source ?? '')}</td></tr>`,
  ].join('');
}

/** A value with where it was read, whoever prints it. */
export interface ValueRow {
  /** `待遇　三类、起付` */
  readonly name: string;
  readonly period: string;
  readonly value: string;
  /** Worked out from invented values. */
  readonly isDerived: boolean;
  readonly grade: Grade;
  readonly noted: Provenance | undefined;
}

export function valueRows(holder: ValueHolder, context: ValueContext): readonly ValueRow[] {
  const { module, index, invented } = context;
  const around = gradeAround(holder, module.declarations);
  return versionsOf(holder).flatMap(({ period, version, dimensions }) =>
    version.cells.map((cell) => {
      const noted = cell.provenance ?? version.provenance ?? holder.provenance;
      const read = [...referencesOf(cell.value).parameters];
      return {
        name: rowName(holder, cell, dimensions),
        period,
        value: printExpr(cell.value, index, 'zh'),
        isDerived: read.some((id) => invented.affected.has(id)),
        grade: cell.provenance?.grade ?? version.provenance?.grade ?? around,
        noted,
      };
    }),
  );
}

/** `待遇　三类、起付`. */
function rowName({ name }: ValueHolder, cell: Cell, dimensions: readonly Dimension[]): string {
  const key = cellName(cell, dimensions);
  return key === '' ? name : `${name}　${key}`;
}

interface HolderVersion {
  readonly period: string;
  readonly version: Pick<ParameterVersion, 'cells' | 'provenance'>;
  readonly dimensions: readonly Dimension[];
}

function versionsOf(holder: ValueHolder): readonly HolderVersion[] {
  const { dimensions } = holder;
  if (holder.kind === 'fill') {
    const { cells } = holder;
    return [{ period: periodText(holder.validity), version: { cells }, dimensions }];
  }
  return holder.versions.map((version) => ({
    period: version.year === undefined ? periodText(version.validity) : `${version.year}年度`,
    version,
    dimensions,
  }));
}

function periodText({ from, to }: ParameterVersion['validity']): string {
  const first = from === undefined ? '' : `自${printDate(from)}`;
  return to === undefined ? first : `${first}至${printDate(to)}`;
}

const markNames = { inferred: '推定', approximate: '约', paraphrased: '转述' } as const;

/** `A 转述`; invented values stand out by words as well as by colour. */
export function gradeText(grade: Grade, noted: Provenance | undefined): string {
  const marks = (noted?.marks ?? []).map((mark) => markNames[mark]);
  const own = grade === 'illustrative' ? [illustrativeMark] : grade === undefined ? [] : [grade];
  return [...own, ...marks].join(' ');
}

function cellName({ match, column }: Cell, dimensions: readonly Dimension[]): string {
  const keys = match.map((key, at) => keyName(key, dimensions[at]));
  const all = [...keys, ...(column === undefined ? [] : [column])];
  return all.join('、');
}

function keyName(key: KeyMatch, dimension: Dimension | undefined): string {
  switch (key.kind) {
    case 'members':
      return key.members.join('、');
    case 'any':
      return '任意';
    case 'otherwise':
      return '其余';
    case 'range': {
      const print = (text: string): string => {
        const number = parseRational(text);
        return number ? printNumber(number, dimension?.type ?? { kind: 'decimal' }, 'zh') : text;
      };
      const low = key.low && `${key.low.included ? '不低于' : '超过'}${print(key.low.value)}`;
      const high = key.high && `${key.high.included ? '不超过' : '不满'}${print(key.high.value)}`;
      return [low, high].filter((part) => part !== undefined).join('，');
    }
    default:
      return assertNever(key);
  }
}
